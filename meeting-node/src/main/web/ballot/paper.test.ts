import { expect, test } from 'vitest'
import type { DeskRow } from '../shared/shapes'
import { candidatesOf, complete, filled, moved, placed, readBack, toggled } from './paper'

const row = (id: string, state: DeskRow['state'] = 'untouched'): DeskRow => ({ id, code: id.toUpperCase(), name: null, specialty: '', pages: 1, state, total: null, automatic: '0' })
const three = [row('a'), row('b'), row('c')]
const approve = { form: 'approve', choose: 0 } as const
const choose = { form: 'choose', choose: 2 } as const
const rank = { form: 'rank', choose: 0 } as const

test('whoeverTheVoterIsRecusedFromDoesNotStandOnThePaper', () => {
  expect(candidatesOf([row('a'), row('b', 'recused')]).map(({ id }) => id)).toEqual(['a'])
})

test('aPaperWithAnEmptyLineIsNotWhole', () => {
  expect(filled(approve, three, { a: 'yes', b: 'abstain' })).toEqual({ count: 2, of: 3 })
  expect(complete(approve, three, { a: 'yes', b: 'abstain' })).toBe(false)
  expect(complete(approve, three, { a: 'yes', b: 'abstain', c: 'against' })).toBe(true)
})

test('onlySoManyNamesAreTicked', () => {
  let paper = toggled(choose, three, {}, 'a')
  paper = toggled(choose, three, paper, 'b')
  expect(toggled(choose, three, paper, 'c')).toEqual({ a: 'yes', b: 'yes' })
  expect(toggled(choose, three, toggled(choose, three, paper, 'a'), 'c')).toEqual({ b: 'yes', c: 'yes' })
})

test('fewerNamesThanAllowedAndEvenNoneAreAWholePaper', () => {
  expect(complete(choose, three, {})).toBe(true)
  expect(complete(choose, three, { a: 'yes' })).toBe(true)
  expect(complete(choose, three, { a: 'yes', b: 'yes', c: 'yes' })).toBe(false)
})

test('placesHaveNoGapsWhateverIsTakenBack', () => {
  const orders = [['c', 'a', 'b'], ['a', 'a', 'b', 'c', 'b', 'a', 'b'], ['b', 'c', 'a', 'c', 'c']]
  for (const clicks of orders) {
    const paper = clicks.reduce((so, id) => placed(so, id), {} as Record<string, string>)
    const places = Object.values(paper).map(Number).sort()
    expect(places, clicks.join()).toEqual(places.map((_, index) => index + 1))
  }
  expect(complete(rank, three, { a: '2', b: '1', c: '3' })).toBe(true)
  expect(complete(rank, three, { a: '2', b: '1' })).toBe(false)
})

test('neighboursChangePlacesAndTheEndsStay', () => {
  const paper = { a: '1', b: '2', c: '3' }
  expect(moved(paper, 'c', -1)).toEqual({ a: '1', b: '3', c: '2' })
  expect(moved(paper, 'a', -1)).toEqual(paper)
  expect(moved({ a: '1' }, 'b', 1)).toEqual({ a: '1' })
})

test('thePaperIsReadBackAsItWillBeCast', () => {
  expect(readBack(approve, three, { a: 'yes', b: 'against', c: 'yes' })).toEqual([
    { key: 'yes', names: ['A', 'C'] }, { key: 'against', names: ['B'] }, { key: 'abstain', names: [] }])
  expect(readBack(rank, three, { a: '3', b: '1', c: '2' })).toEqual([{ key: 'order', names: ['B', 'C', 'A'] }])
  expect(readBack(choose, three, { b: 'yes' })[1]).toEqual({ key: 'notChosen', names: ['A', 'C'] })
})
