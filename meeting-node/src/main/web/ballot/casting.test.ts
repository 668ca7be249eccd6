import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { pinKey } from '../shared/receipt'
import { beginSaving, notUploaded, ReceiptNotProven, saveState } from '../shared/saving'
import type { Me, Paper } from '../shared/shapes'
import { cast, pending } from './casting'

// A server in memory that counts each intent once, and a line to it that can be cut before or after it has heard.
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()

let people = 0
let me: Me
let heard: { intent: string; paper: Paper }[]
let line: 'whole' | 'cut before' | 'cut after'
let refusal: { status: number; code: string } | null
let recorded: ((paper: Paper) => Paper) | null

function proof(paper: Paper): unknown {
  const by = me.person.id
  const text = JSON.stringify({ by, event: { type: 'PaperCast', round: 'rnd_1', voter: by, paper: recorded ? recorded(paper) : paper }, meeting: 'mt_1', seq: 1 })
  const root = { at: 1, by: 'k', first: 1, format: 'conclave-root/1', head: '', meeting: 'mt_1', root: sha(Buffer.of(0), sha(Buffer.from(text))).toString('hex'), size: 1 }
  const sig = sign('sha256', Buffer.from(JSON.stringify(root)), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return { meeting: 'mt_1', seq: 1, short: 'S', line: text, path: [], root: { ...root, sig } }
}

vi.stubGlobal('fetch', (_: string, init: RequestInit): Promise<Response> => {
  if (line === 'cut before') return Promise.reject(new TypeError('no network'))
  const { paper } = JSON.parse(init.body as string) as { paper: Paper }
  heard.push({ intent: (init.headers as Record<string, string>)['Idempotency-Key']!, paper })
  if (line === 'cut after') return Promise.reject(new TypeError('connection reset'))
  const [status, type, body] = refusal ? [refusal.status, 'application/problem+json', { ...refusal, detail: '', facts: {} }] : [200, 'application/json', { at: 5000, receipt: proof(paper) }]
  return Promise.resolve(new Response(JSON.stringify(body), { status: status as number, headers: { 'content-type': type as string } }))
})

const nothing = (): void => {}
const intents = (): number => new Set(heard.map(({ intent }) => intent)).size

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  ;[heard, line, refusal, recorded] = [[], 'whole', null, null]
  localStorage.clear()
  me = { person: { id: `per_${++people}` }, meeting: { id: 'mt_1' } } as Me
  await pinKey({ id: 'k', spki: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') })
  beginSaving(me)
})

test('aPaperIsCastWhenItsReceiptIsProvenAndNothingOfItStaysOnTheLaptop', async () => {
  expect((await cast('rnd_1', { a: 'yes' }, nothing)).at).toBe(5000)
  expect(saveState.value).toEqual({ kind: 'saved', at: 5000 })
  const kept = Array.from({ length: localStorage.length }, (_, index) => localStorage.getItem(localStorage.key(index)!))
  expect(kept.join()).not.toContain('yes')
  expect(pending(me, 'rnd_1')).toBeNull()
})

test('aPaperWhoseAnswerIsLostGoesUnderOneIntentOnly', async () => {
  line = 'cut after'
  const trouble = vi.fn()
  const done = cast('rnd_1', { a: 'against' }, trouble)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(saveState.value).toEqual({ kind: 'waiting', count: 1 })
  expect(notUploaded.value).toBe(1)
  line = 'whole'
  await vi.advanceTimersByTimeAsync(20_000)
  await done
  expect(heard.length).toBeGreaterThan(1)
  expect(intents()).toBe(1)
  expect(notUploaded.value).toBe(0)
})

test('aPageThatIsOpenedAgainSendsTheSamePaperNotTheNewOne', async () => {
  line = 'cut after'
  cast('rnd_1', { a: 'against' }, nothing).catch(nothing)
  await vi.advanceTimersByTimeAsync(0)
  expect(pending(me, 'rnd_1')?.paper).toEqual({ a: 'against' })
  line = 'whole'
  await cast('rnd_1', { a: 'yes' }, nothing)
  expect(heard.map(({ paper }) => paper.a)).toEqual(['against', 'against'])
  expect(intents()).toBe(1)
})

test('aReceiptForAnotherPaperIsNotBelieved', async () => {
  recorded = () => ({ a: 'yes' })
  await expect(cast('rnd_1', { a: 'against' }, nothing)).rejects.toBeInstanceOf(ReceiptNotProven)
  expect(saveState.value).toEqual({ kind: 'unsaved' })
})

test('aPaperThatWasRefusedLeavesNothingBehind', async () => {
  refusal = { status: 423, code: 'ROUND_CLOSED' }
  await expect(cast('rnd_1', { a: 'yes' }, nothing)).rejects.toThrow('ROUND_CLOSED')
  expect(pending(me, 'rnd_1')).toBeNull()
  expect(notUploaded.value).toBe(0)
})

test('aSessionThatEndsLeavesThePaperForTheNextSignIn', async () => {
  refusal = { status: 401, code: 'SESSION_EXPIRED' }
  await expect(cast('rnd_1', { a: 'yes' }, nothing)).rejects.toThrow('SESSION_EXPIRED')
  expect(pending(me, 'rnd_1')?.paper).toEqual({ a: 'yes' })
  refusal = null
  await cast('rnd_1', {}, nothing)
  expect(intents()).toBe(1)
})
