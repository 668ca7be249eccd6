import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Drawer } from '../dev/laptop'
import { pinKey } from './receipt'
import { beginSaving, hurry, keepDraft, localDraft, notUploaded, ReceiptNotProven, saveState, submit } from './saving'
import type { Filled, Marks, Me } from './shapes'

// A server in memory that keeps what it is sent, and a line to it that can be cut before or after it has heard.
type Call = { method: string; path: string; intent: string; body: Filled }
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()

let people = 0
let me: Me
let heard: Call[]
let effects: Map<string, Marks>
let line: 'whole' | 'cut before' | 'cut after'
let refusal: { status: number; code: string } | null
let forged: boolean

function proof(applicant: string, marks: Marks): unknown {
  const text = JSON.stringify({ by: me.person.id, event: { type: 'ScoreSubmitted', applicant, marks: forged ? {} : marks }, meeting: me.meeting.id, seq: 1 })
  const root = { at: 1, by: 'k', first: 1, format: 'conclave-root/1', head: '', meeting: me.meeting.id, root: sha(Buffer.of(0), sha(Buffer.from(text))).toString('hex'), size: 1 }
  const sig = sign('sha256', Buffer.from(JSON.stringify(root)), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return { meeting: me.meeting.id, seq: 1, short: 'S', line: text, path: [], root: { ...root, sig } }
}

function answer(call: Call): Response {
  const json = (status: number, type: string, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
  if (refusal) return json(refusal.status, 'application/problem+json', { ...refusal, detail: '', facts: {} })
  if (call.method === 'PUT') return json(200, 'application/json', { savedAt: 1000 + heard.length })
  effects.set(call.intent, call.body.marks)
  return json(200, 'application/json', { revision: 1, total: '1', at: 5000, receipt: proof(call.path.split('/')[3]!, call.body.marks) })
}

vi.stubGlobal('fetch', (path: string, init: RequestInit): Promise<Response> => {
  const call = { method: init.method!, path, intent: (init.headers as Record<string, string>)['Idempotency-Key']!, body: JSON.parse(init.body as string) as Filled }
  if (line === 'cut before') return Promise.reject(new TypeError('no network'))
  heard.push(call)
  const made = answer(call)
  return line === 'cut after' ? Promise.reject(new TypeError('connection reset')) : Promise.resolve(made)
})

const draft = (mark: string, applicant = 'ap_1') => ({ applicant, round: 'rd_1', basedOn: 0, marks: { A: mark }, opinion: '' })
const kind = (): string => saveState.value.kind
const nothing = (): void => {}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  ;[heard, effects, line, refusal, forged] = [[], new Map(), 'whole', null, false]
  ;(localStorage as unknown as Drawer).full = false
  localStorage.clear()
  me = { person: { id: `pr_${++people}` }, meeting: { id: 'mt_1' } } as Me
  await pinKey({ id: 'k', spki: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') })
  beginSaving(me)
})

test('draftsGoUpAtMostEveryFiveSecondsAndTheLastOneWins', async () => {
  keepDraft(draft('1'))
  await vi.advanceTimersByTimeAsync(1_000)
  for (const mark of ['2', '3', '4']) keepDraft(draft(mark))
  hurry()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(heard.map(({ body }) => body.marks.A)).toEqual(['1'])
  expect(kind()).toBe('saving')
  await vi.advanceTimersByTimeAsync(2_500)
  expect(heard.map(({ body }) => body.marks.A)).toEqual(['1', '4'])
  expect(saveState.value).toEqual({ kind: 'saved', at: 1002 })
})

test('aDeadNetworkIsNeverCalledSavedAndLosesNothing', async () => {
  line = 'cut before'
  keepDraft(draft('12.5'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(saveState.value).toEqual({ kind: 'waiting', count: 1 })
  expect(notUploaded.value).toBe(1)
  expect(localStorage.length).toBeGreaterThan(1)
  expect(localDraft('ap_1')?.marks).toEqual({ A: '12.5' })
  line = 'whole'
  await vi.advanceTimersByTimeAsync(20_000)
  expect(kind()).toBe('saved')
  expect(localDraft('ap_1')).toBeNull()
})

test('whatAnEarlierTabLeftBehindGoesUp', async () => {
  localStorage.setItem(`conclave.draft.mt_1.pr_${++people}.ap_7`, JSON.stringify(draft('7', 'ap_7')))
  me = { ...me, person: { ...me.person, id: `pr_${people}` } }
  beginSaving(me)
  expect(saveState.value).toEqual({ kind: 'waiting', count: 1 })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(heard.map(({ path }) => path)).toEqual(['/api/applicants/ap_7/draft'])
})

test('aLaptopThatKeepsNothingSaysUnsaved', async () => {
  ;(localStorage as unknown as Drawer).full = true
  line = 'cut before'
  keepDraft(draft('1'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(kind()).toBe('unsaved')
})

test('anAnswerLostOnTheWaySubmitsOnceOnly', async () => {
  line = 'cut after'
  const submitted = submit(draft('1'), nothing)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(heard.length).toBeGreaterThan(1)
  expect(saveState.value).toEqual({ kind: 'waiting', count: 1 })
  line = 'whole'
  await vi.advanceTimersByTimeAsync(20_000)
  await submitted
  expect(effects.size).toBe(1)
  expect(saveState.value).toEqual({ kind: 'saved', at: 5000 })
})

test('aReceiptThatDoesNotProveItIsNotCalledSaved', async () => {
  forged = true
  await expect(submit(draft('1'), nothing)).rejects.toBeInstanceOf(ReceiptNotProven)
  expect(kind()).toBe('unsaved')
})

test('aSessionThatEndsWhileTypingKeepsTheSheetForTheNext', async () => {
  refusal = { status: 401, code: 'SESSION_EXPIRED' }
  keepDraft(draft('3'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.length).toBe(1)
  expect(saveState.value).toEqual({ kind: 'waiting', count: 1 })
  refusal = null
  beginSaving(me)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(kind()).toBe('saved')
})

test('aClosedRoundIsNotAskedAgainAndAgain', async () => {
  refusal = { status: 423, code: 'ROUND_CLOSED' }
  keepDraft(draft('3'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.length).toBe(1)
  expect(kind()).toBe('unsaved')
  expect(notUploaded.value).toBe(0)
})
