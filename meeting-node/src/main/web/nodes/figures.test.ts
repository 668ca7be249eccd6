import { describe, expect, test } from 'vitest'
import { sentence, size, span, step } from './figures'

describe('the figures of a node', () => {
  test('aSpanIsSaidInTheUnitThatAPersonWouldTake', () => {
    expect([3, 119, 120, 7_199, 7_200, 172_799, 259_200].map(span)).toEqual(['3 秒', '119 秒', '2 分钟', '120 分钟', '2 小时', '48 小时', '3 天'])
  })

  test('aDiskIsMeasuredAsPeopleBuyIt', () => {
    expect([0, 512, 1_023, 1_536, 10_240, 204_800].map(size)).toEqual(['0 MB', '512 MB', '1023 MB', '1.5 GB', '10 GB', '200 GB'])
  })

  test('aVerdictSaysWhatIsAndWhatToDo', () => {
    const full = { figure: 'disk', grade: 'act', matter: 'full', facts: { free: '100', floor: '512' } } as const
    expect(sentence(full)).toContain('100 MB')
    expect(step(full)).not.toBe('')
    expect(step({ figure: 'lag', grade: 'fine', matter: 'level', facts: {} })).toBe('')
  })
})
