import '../dev/laptop'
import { describe, expect, test } from 'vitest'
import type { SeatChange } from '../shared/shapes'
import { language } from '../shared/words'
import { headOf, scoresOf } from './seatChange'

const swap: SeatChange = { kind: 'swap', at: 1, by: '秘书', expert: '甲', coming: '乙', voided: [], kept: [], ranks: [] }

describe('a change of experts', () => {
  test('whatIsVoidedAndWhyIsSaid', () => {
    const [what, why] = scoresOf({ ...swap, voided: ['A-001', 'A-002'] })
    expect(what).toBe('作废评分 2 份：A-001、A-002。')
    expect(why).toContain('作废')
    expect(scoresOf({ ...swap, kind: 'recusal', code: 'A-001', voided: ['A-001'] })[1]).toContain('回避')
  })

  test('whatIsKeptIsSaid', () => {
    expect(scoresOf({ ...swap, kept: ['A-001'] })).toEqual([expect.stringContaining('保留评分 1 份：A-001'), expect.stringContaining('保留')])
  })

  test('thatNothingWasThereIsSaidAsWell', () => {
    expect(scoresOf(swap)).toEqual(['该专家本轮没有已交的评分，没有评分作废。'])
    expect(scoresOf({ ...swap, kind: 'recusal' })).toHaveLength(1)
  })

  test('whoLeftAndWhoCameIsNamedInBothLanguages', () => {
    expect(headOf(swap)).toBe('甲退出，候补专家乙接替')
    language.value = 'en'
    expect(headOf(swap)).toContain('甲 left')
    language.value = 'zh-CN'
  })
})
