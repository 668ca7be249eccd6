import { expect, test } from 'vitest'
import type { Indicator } from '../shared/shapes'
import { flaw, markedByExperts, marksToSend, sameMarks, total } from './marks'

const leaf = (code: string, max: string, min = '0'): Indicator => ({ code, name: code, kind: 'expert', min, max, step: '0.5' })
const sheet: Indicator[] = [
  { code: 'A', name: 'A', kind: 'group', children: [leaf('A1', '15'), { code: 'A2', name: 'A2', kind: 'automatic', max: '5' }] },
  leaf('B', '20', '8'),
]
const indicators = markedByExperts(sheet)

test('onlyWhatExpertsMarkIsAskedOfThem', () => {
  expect(indicators.map(({ code }) => code)).toEqual(['A1', 'B'])
})

test('anEmptySheetHasNoTotalRatherThanZero', () => {
  expect(total(indicators, {})).toEqual({ text: '', missing: 2 })
  expect(total(indicators, { A1: '0' })).toEqual({ text: '0', missing: 1 })
})

test('everyKindOfWrongMarkIsNamed', () => {
  expect(flaw(indicators[0]!, '')?.word).toBe('mark.missing')
  expect(flaw(indicators[0]!, 'ten')?.word).toBe('mark.notANumber')
  expect(flaw(indicators[0]!, '15.5')?.word).toBe('mark.outOfRange')
  expect(flaw(indicators[0]!, '-0.5')?.word).toBe('mark.outOfRange')
  expect(flaw(indicators[0]!, '12.3')?.word).toBe('mark.offStep')
  expect(flaw(indicators[1]!, '7.5')?.word).toBe('mark.outOfRange')
  expect(flaw(indicators[0]!, '15')).toBeNull()
  expect(flaw(indicators[0]!, '0')).toBeNull()
})

test('theStepIsCountedFromTheLeastMarkAsOnTheServer', () => {
  const odd: Indicator = { code: 'C', name: 'C', kind: 'expert', min: '0.25', max: '5', step: '0.5' }
  expect(flaw(odd, '0.75')).toBeNull()
  expect(flaw(odd, '1')?.word).toBe('mark.offStep')
})

test('aMissingMarkIsNotSentAsZero', () => {
  expect(marksToSend(indicators, { A1: '12.50', B: ' ' })).toEqual({ A1: '12.5' })
  expect(sameMarks(indicators, { A1: '12.5' }, { A1: '12.50', B: '' })).toBe(true)
  expect(sameMarks(indicators, { A1: '0' }, {})).toBe(false)
})
