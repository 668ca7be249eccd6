import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetLoadedPictures, forgetPictures } from './revoked'

const asked: { address: string; cache?: RequestCache }[] = []
let away = false

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push({ address, cache: init.cache })
    if (away) throw new TypeError('no network')
    return new Response('{}', { status: 404 })
  })
  asked.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('aPageThatWasTakenBackIsAskedForPastTheCache', async () => {
  forgetPictures(['/a', '/a?size=thumb'])
  await vi.advanceTimersByTimeAsync(10)
  expect(asked).toEqual([{ address: '/a', cache: 'reload' }, { address: '/a?size=thumb', cache: 'reload' }])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.length).toBe(2)
})

test('withoutNetworkItIsAskedForAsSoonAsThereIsOne', async () => {
  away = true
  forgetPictures(['/b'])
  await vi.advanceTimersByTimeAsync(12_000)
  expect(asked.length).toBe(3)
  away = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.length).toBe(4)
})

test('ofAWholeDossierOnlyWhatWasLoadedIsAskedForAgain', async () => {
  vi.stubGlobal('performance', { getEntriesByType: () => [{ name: 'https://review.local/held' }, { name: 'https://review.local/other?size=thumb' }] })
  away = false
  forgetLoadedPictures(['/never', '/held', '/other'])
  await vi.advanceTimersByTimeAsync(10)
  expect(asked).toEqual([{ address: '/held', cache: 'reload' }])
})
