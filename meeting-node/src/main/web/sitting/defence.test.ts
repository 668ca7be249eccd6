import { expect, test } from 'vitest'
import { asClock, phaseAt } from './defence'

const defence = { drawnOrder: true, minutesToSpeak: 5, minutesToAnswer: 10 }

test('firstTheApplicantSpeaksThenAnswersThenTimeIsOver', () => {
  expect(phaseAt(0, 0, defence)).toEqual({ kind: 'speaking', seconds: 300 })
  expect(phaseAt(299_999, 0, defence)).toEqual({ kind: 'speaking', seconds: 1 })
  expect(phaseAt(300_000, 0, defence)).toEqual({ kind: 'answering', seconds: 600 })
  expect(phaseAt(900_000, 0, defence)).toEqual({ kind: 'over', seconds: 0 })
  expect(phaseAt(961_000, 0, defence)).toEqual({ kind: 'over', seconds: 61 })
})

test('aLaptopWhoseClockIsBehindShowsTheFullTime', () => {
  expect(phaseAt(-5_000, 0, defence)).toEqual({ kind: 'speaking', seconds: 300 })
})

test('secondsHaveTwoDigits', () => {
  expect([asClock(0), asClock(65), asClock(600)]).toEqual(['0:00', '1:05', '10:00'])
})
