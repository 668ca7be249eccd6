import { expect, test } from 'vitest'
import { boxed, least, moved, placed, pulled, resized, same, spanned, united, whole } from './boxes'
import type { Place } from './shapes'

const name: Place = { kind: 'name', left: 1000, top: 2000, right: 3000, bottom: 2200 }

/** Seeded, so that a failure can be had again. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

test('whateverAHandDoesTheServerTakesTheBox', () => {
  const seed = 20261122
  const roll = dice(seed)
  let box = name
  for (let i = 0; i < 4_000; i++) {
    const x = roll(40_000) - 20_000
    const y = roll(40_000) - 20_000
    const corner = (['nw', 'ne', 'sw', 'se'] as const)[roll(4)]!
    box = [moved(box, x, y), resized(box, x, y), pulled(box, corner, x, y), spanned('name', { x, y }, { x: roll(9_000), y: roll(9_000) }) ?? box][roll(4)]!
    const sound = box.left >= 0 && box.top >= 0 && box.right <= whole && box.bottom <= whole && box.right - box.left >= least && box.bottom - box.top >= least
    expect(sound && [box.left, box.top, box.right, box.bottom].every(Number.isInteger), `seed ${seed}, step ${i}: ${JSON.stringify(box)}`).toBe(true)
  }
})

test('whatIsMovedKeepsItsSizeAtTheEdgeOfThePage', () => {
  expect(moved(name, 9_000, -9_000)).toEqual({ ...name, left: 8_000, right: 10_000, top: 0, bottom: 200 })
})

test('aClickIsNoBox', () => {
  expect(spanned('name', { x: 500, y: 500 }, { x: 505, y: 505 })).toBeNull()
  expect(spanned('seal', { x: 900, y: 800 }, { x: 100, y: 200 })).toEqual({ kind: 'seal', left: 100, top: 200, right: 900, bottom: 800 })
})

test('boxesAreTheSameInAnyOrderAndUnderAnyName', () => {
  const other: Place = { ...name, kind: 'seal' }
  expect(same([boxed(name), boxed(other)], [other, name])).toBe(true)
  expect(same([name], [other])).toBe(false)
  expect(same([name, name], [name])).toBe(true)
})

test('whatTwoPersonsCoverTogetherIsCoveredOnce', () => {
  const mine = [boxed(name)]
  expect(united(mine, [name, { ...name, top: 2100 }]).map(placed)).toEqual([name, { ...name, top: 2100 }])
})
