import { expect, test } from 'vitest'
import { inGroups } from './cardCode'

test('theCodeIsTakenHoweverItIsTyped', () => {
  expect(inGroups('7k2m 9qxa', 9).text).toBe('7K2M-9QXA')
  expect(inGroups('\uff17\uff4b\uff12\uff4d\u30109QXA', 9).text).toBe('7K2M-9QXA')
  expect(inGroups('7K2M', 4)).toEqual({ text: '7K2M', caret: 4 })
  expect(inGroups('7K2M9', 5)).toEqual({ text: '7K2M-9', caret: 6 })
})

test('theCaretStaysWhereTheHandIs', () => {
  expect(inGroups('7KX2M-9', 3)).toEqual({ text: '7KX2-M9', caret: 3 })
  expect(inGroups('7K2M-X9Q', 6)).toEqual({ text: '7K2M-X9Q', caret: 6 })
})
