import { afterEach, expect, test, vi } from 'vitest'
import { forget, forgetEverything, keep, kept } from './drawer'
import { bytesOf, complete, filled } from './sealed'
import { throwIn, worthSendingAgain } from './throwIn'

const drawer = new Map<string, string>()
vi.stubGlobal('sessionStorage', new Proxy({
  getItem: (name: string) => drawer.get(name) ?? null, setItem: (name: string, text: string) => drawer.set(name, text), removeItem: (name: string) => drawer.delete(name),
}, { ownKeys: () => [...drawer.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }))
afterEach(() => drawer.clear())

const approve = { form: 'APPROVE', atMost: 0, options: ['b', 'a'] } as const
const paper = (form: 'APPROVE' | 'CHOOSE' | 'RANK', atMost = 0) => ({ form, atMost, options: ['b', 'a', 'c'] })

test('aPaperIsThrownInWithoutAnythingThatNamesItsSender', async () => {
  const asked = vi.fn(() => Promise.resolve(new Response('LIES_IN_THE_BOX         ')))
  vi.stubGlobal('fetch', asked)
  expect(await throwIn(Uint8Array.of(1, 2, 3))).toBe('LIES_IN_THE_BOX')
  const [path, init] = asked.mock.calls[0] as unknown as [string, RequestInit]
  expect(path).toBe('/cast')
  expect([init.credentials, init.referrerPolicy, init.cache]).toEqual(['omit', 'no-referrer', 'no-store'])
  expect(init.headers).toEqual({ 'Content-Type': 'application/octet-stream' })
})

test('noAnswerIsNoAnswerAndIsAskedAgain', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await throwIn(Uint8Array.of(1))).toBeNull()
  expect([null, 'NOT_NOW', 'NOT_OPEN_YET'].map((one) => worthSendingAgain(one as null))).toEqual([true, true, true])
  expect((['LIES_IN_THE_BOX', 'NOT_SIGNED', 'CLOSED', 'NAMES_SOMEBODY'] as const).some(worthSendingAgain)).toBe(false)
})

test('aReloadFindsTheSamePaperAndTheEndLeavesNothing', () => {
  const whole = { secret: Uint8Array.of(1, 255), token: { token: 't', signatures: ['s'] }, paper: Uint8Array.of(0, 9, 250) }
  keep('rnd_1', 'per_1', whole)
  expect(kept('rnd_1', 'per_1')).toEqual(whole)
  expect(kept('rnd_1', 'per_2')).toBeNull()
  expect(kept('rnd_2', 'per_1')).toBeNull()
  forget('rnd_1', 'per_1')
  expect(drawer.size).toBe(0)
  keep('rnd_1', 'per_1', whole)
  drawer.set('conclave.wordsCompared', 'per_1')
  forgetEverything()
  expect([...drawer.keys()]).toEqual(['conclave.wordsCompared'])
})

test('marksStandInTheOrderOfTheAnnouncement', () => {
  expect(bytesOf({ ...approve, options: [...approve.options] }, { a: 2, b: 1 })).toEqual([1, 2])
})

test('aPaperIsWholeWhenEveryNameIsMarkedAndNothingTooOften', () => {
  expect(complete(paper('APPROVE'), { a: 1, b: 0 })).toBe(false)
  expect(complete(paper('APPROVE'), { a: 1, b: 0, c: 2 })).toBe(true)
  expect(filled(paper('APPROVE'), { a: 1, b: 0 })).toBe(2)
  expect(complete(paper('CHOOSE', 1), {})).toBe(true)
  expect(complete(paper('CHOOSE', 1), { a: 1, b: 1 })).toBe(false)
  expect(complete(paper('RANK'), { a: 1, b: 2, c: 2 })).toBe(false)
  expect(complete(paper('RANK'), { a: 1, b: 2, c: 3 })).toBe(true)
})
