import { expect, test } from 'vitest'
import { blank, headFlaw, lineFlaw, sumFlaw, toSend, whole } from './counting'

const line = (yes: string, against = '', abstained = '') => ({ yes, against, abstained })
const approve = { form: 'approve', choose: 0 } as const
const choose = { form: 'choose', choose: 2 } as const
const rank = { form: 'rank', choose: 0 } as const

test('anEmptyFieldIsNotANought', () => {
  expect([whole(''), whole('0'), whole('１２'), whole('1.5'), whole('-1')]).toEqual([null, 0, 12, null, null])
  expect(lineFlaw(approve, 7, 3, line('5', '2', ''))?.word).toBe('count.flaw.empty')
  expect(lineFlaw(approve, 7, 3, line('5', '2', '0'))).toBeNull()
})

test('aLineHoldsNoMoreMarksThanThereAreValidPapers', () => {
  expect(lineFlaw(approve, 7, 3, line('5', '2', '1'))).toEqual({ word: 'count.flaw.tooMany', facts: { sum: 8, most: 7 } })
  expect(lineFlaw(choose, 7, 3, line('8'))?.word).toBe('count.flaw.tooMany')
  expect(lineFlaw(rank, 7, 3, line('21'))).toBeNull()
  expect(lineFlaw(rank, 7, 3, line('22'))?.word).toBe('count.flaw.tooMany')
})

test('allNamesTogetherHoldNoMoreThanThePapersAllow', () => {
  const typed = { returned: '3', invalid: '0', lines: { a: line('3'), b: line('3'), c: line('1') } }
  expect(sumFlaw(choose, 3, typed)).toEqual({ word: 'count.flaw.sum', facts: { sum: 7, most: 6 } })
  expect(sumFlaw(rank, 3, typed)).toBeNull()
})

test('moreInvalidThanReturnedIsASlipButMoreReturnedThanIssuedIsAFinding', () => {
  expect(headFlaw({ returned: '5', invalid: '6', lines: {} })?.word).toBe('count.flaw.invalid')
  expect(headFlaw({ returned: '99', invalid: '0', lines: {} })).toBeNull()
})

test('whatATellerWroteComesBackToThatTellerAsItWas', () => {
  const mine = { returned: 4, invalid: 1, lines: [{ applicant: 'a', yes: 3, against: 0, abstained: 0 }] }
  expect(toSend('approve', blank(['a'], mine))).toEqual(mine)
  expect(blank(['a'], null).lines.a).toEqual(line('', '', ''))
  expect(toSend('choose', { returned: '4', invalid: '0', lines: { a: line('2', '9', '9') } }).lines[0]).toEqual({ applicant: 'a', yes: 2, against: 0, abstained: 0 })
})
