import { expect, test } from 'vitest'
import { confidenceOf, covered, openHints, sureness } from './hints'
import type { Hint, Place } from './shapes'

const name: Hint = { sort: 'found', confidence: 97, kind: 'name', left: 1000, top: 1000, right: 2000, bottom: 1200 }
const near: Hint = { ...name, sort: 'near', confidence: 62, top: 3000, bottom: 3200 }
const unclear: Hint = { ...name, sort: 'unclear', confidence: 41, kind: null, top: 2000, bottom: 2200 }
const box: Place = { kind: 'name', left: 900, top: 980, right: 2400, bottom: 1220 }

test('a box says how sure the machine was of what lies under it', () => {
  expect(confidenceOf(box, [near, name, { ...name, confidence: 88 }])).toBe(97)
  expect(sureness(97)).toBe('screening.sure.certain')
  expect([90, 70, 62].map(sureness)).toEqual(['screening.sure.sure', 'screening.sure.fair', 'screening.sure.unsure'])
})

test('a box that a person has drawn, named otherwise or moved away is theirs', () => {
  for (const own of [{ ...box, kind: 'unit' as const }, { ...box, top: 5000, bottom: 5200 }, { ...box, left: 1600 }]) expect(confidenceOf(own, [name, near])).toBeNull()
  expect(sureness(null)).toBe('screening.sure.hand')
})

test('what is like a find comes before what was hardly read, and neither once it is covered', () => {
  expect(openHints([box], [name, unclear, near])).toEqual([near, unclear])
  expect(openHints([box, covered(near, 'unit')], [name, unclear, near])).toEqual([unclear])
  expect(openHints([{ ...box, left: 0, top: 0, right: 10000, bottom: 10000 }], [name, unclear, near])).toEqual([])
})

test('what was hardly read is what the screener says it is', () => {
  expect(covered(unclear, 'unit').kind).toBe('unit')
  expect(covered(near, 'unit').kind).toBe('name')
})
