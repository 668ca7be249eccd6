import { expect, test } from 'vitest'
import { exact, plain, sum, tidied } from './decimal'

const added = (...marks: string[]): string => plain(sum(marks.map((mark) => exact(mark)!)))

test('aTenthAndTwoTenthsAreThreeTenths', () => {
  expect(added('0.1', '0.2')).toBe('0.3')
  expect(added('12.5', '13', '8.5')).toBe('34')
  expect(added('0.5', '-1')).toBe('-0.5')
})

test('whatAChineseKeyboardTypesIsUnderstood', () => {
  expect(tidied('\uff11\uff12\u3002\uff15')).toBe('12.5')
  expect(tidied('\uff18\uff0e\uff15')).toBe('8.5')
  expect(tidied(' 8,5 ')).toBe('8.5')
  expect(tidied('.5')).toBe('0.5')
  expect(tidied('12.')).toBe('12')
  expect(tidied('12.50')).toBe('12.5')
})

test('whatIsNotANumberIsLeftAsTheyWroteIt', () => {
  expect(tidied('1e9')).toBe('1e9')
  expect(tidied('1.2.3')).toBe('1.2.3')
  expect(exact('')).toBeNull()
  expect(exact('+5')).toBeNull()
})
