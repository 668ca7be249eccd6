import { beforeEach, expect, test, vi } from 'vitest'
import type { Place } from './shapes'

const name: Place = { kind: 'name', left: 1000, top: 2000, right: 3000, bottom: 2200 }
const seal: Place = { kind: 'seal', left: 5000, top: 7000, right: 8000, bottom: 9000 }
const phone: Place = { kind: 'phone', left: 1000, top: 4000, right: 3000, bottom: 4200 }

/** A server with one document of two pages, as strict as the real one. */
const server = { digest: 1, pages: [[name], []] as Place[][], posts: 0 }

vi.mock('../shared/api', () => {
  class Refused extends Error {
    problem: { code: string }
    constructor(code: string) {
      super(code)
      this.problem = { code }
    }
  }
  return {
    Refused, newIntent: () => 'intent', persist: <T>(call: () => Promise<T>) => call(),
    read: async () => ({ plan: `plan${server.digest}`, pages: server.pages.map((boxes, i) => ({ number: i + 1, boxes })) }),
    send: async (_: string, __: string, ___: string, body: { seen: string; page: number; boxes: Place[] }) => {
      server.posts++
      if (body.seen !== `plan${server.digest}`) throw new Refused('PLAN_OUTDATED')
      server.pages[body.page - 1] = body.boxes
      server.digest++
    },
  }
})

const { usePlans } = await import('./usePlans')
const { boxed } = await import('./boxes')

beforeEach(() => Object.assign(server, { digest: 1, pages: [[name], []], posts: 0 }))

async function desk() {
  const plans = usePlans(() => 'a')
  await plans.load('d')
  return plans
}

function somebodyElse(page: number, boxes: Place[]): void {
  server.pages[page - 1] = boxes
  server.digest++
}

test('allPagesOfADocumentAreSavedOneAfterTheOther', async () => {
  const plans = await desk()
  plans.change('d', 1, [])
  plans.change('d', 2, [boxed(seal)])
  expect(plans.dirty('d')).toEqual([1, 2])
  await plans.save('d')
  expect(server.pages).toEqual([[], [seal]])
  expect(plans.anyDirty()).toBe(false)
  expect(plans.digestOf('d')).toBe('plan3')
})

test('whoChangedAnotherPageStandsInNobodysWay', async () => {
  const plans = await desk()
  plans.change('d', 2, [boxed(seal)])
  somebodyElse(1, [phone])
  await plans.save('d')
  expect(server.pages).toEqual([[phone], [seal]])
})

test('whoChangedTheSamePageIsShownAndNothingIsLost', async () => {
  const plans = await desk()
  plans.change('d', 1, [...plans.boxesOf('d', 1), boxed(seal)])
  somebodyElse(1, [name, phone])
  await plans.save('d')
  expect(plans.draftOf('d', 1)!.theirs).toEqual([name, phone])
  expect(plans.boxesOf('d', 1).map(({ kind }) => kind)).toEqual(['name', 'seal'])
  expect(server.pages[0]).toEqual([name, phone])
  plans.settle('d', 1, 'both')
  await plans.save('d')
  expect(server.pages[0]).toEqual([name, seal, phone])
  expect(plans.anyDirty()).toBe(false)
})

test('theirsMayHoldAndMineMayHold', async () => {
  const plans = await desk()
  plans.change('d', 1, [])
  somebodyElse(1, [phone])
  await plans.load('d')
  plans.settle('d', 1, 'theirs')
  expect(plans.anyDirty()).toBe(false)
  plans.change('d', 1, [])
  somebodyElse(1, [seal])
  await plans.load('d')
  plans.settle('d', 1, 'mine')
  await plans.save('d')
  expect(server.pages[0]).toEqual([])
})

test('whatIsTakenBackStepByStepLeavesNothingToSave', async () => {
  const plans = await desk()
  plans.change('d', 1, [boxed(seal)])
  plans.change('d', 1, [])
  plans.undo('d', 1)
  expect(plans.boxesOf('d', 1).map(({ kind }) => kind)).toEqual(['seal'])
  plans.undo('d', 1)
  expect(plans.dirty('d')).toEqual([])
  plans.undo('d', 1)
  await plans.save('d')
  expect(server.posts).toBe(0)
})

test('theSameByTwoPersonsIsNoQuarrel', async () => {
  const plans = await desk()
  plans.change('d', 1, [boxed(phone)])
  somebodyElse(1, [phone])
  await plans.save('d')
  expect(plans.anyDirty()).toBe(false)
})
