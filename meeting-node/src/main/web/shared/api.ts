import type { Problem } from './shapes'
import { language, word } from './words'

/** The server refused and nothing changed; the problem says why, in words. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** No answer of ours came back: no network, a time-out, or somebody else's page (a captive portal says 200 as well). */
export class Unreachable extends Error {}

const patience = 15_000
const sessionOver = new Set(['NOT_SIGNED_IN', 'SESSION_EXPIRED', 'HALF_DAY_OVER', 'MEETING_OVER', 'SIGNED_IN_ELSEWHERE'])

let csrf = ''
let whenSignedOut: (problem: Problem) => void = () => {}

export function carry(token: string): void {
  csrf = token
}

export function onSignedOut(tell: (problem: Problem) => void): void {
  whenSignedOut = tell
}

export function read<T>(path: string): Promise<T> {
  return ask<T>(path, { method: 'GET' })
}

/** `intent` names what the person wants: the same intent sent twice has one effect. */
export function send<T>(method: 'POST' | 'PUT', path: string, intent: string, body: unknown = {}, keepalive = false): Promise<T> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Idempotency-Key': intent }
  if (csrf) headers['X-CSRF-Token'] = csrf
  return ask<T>(path, { method, headers, body: JSON.stringify(body), keepalive })
}

export interface Uploaded { sha256: string; bytes: number; pages: number }

/** A file takes as long as it takes; whoever waits may give up. */
export async function upload(path: string, file: Blob, over: AbortSignal): Promise<Uploaded> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language.value, 'Content-Type': 'application/octet-stream' }
  if (csrf) headers['X-CSRF-Token'] = csrf
  try {
    return await understood<Uploaded>(await fetch(path, { method: 'POST', headers, body: file, cache: 'no-store', credentials: 'same-origin', signal: over }))
  } catch (trouble) {
    if (trouble instanceof Refused) throw trouble
    throw new Unreachable()
  }
}

export function newIntent(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { Accept: 'application/json', 'Accept-Language': language.value, ...init.headers }
  try {
    const answer = await fetch(path, { ...init, headers, cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(patience) })
    return await understood<T>(answer)
  } catch (trouble) {
    if (trouble instanceof Refused) throw trouble
    throw new Unreachable()
  }
}

async function understood<T>(answer: Response): Promise<T> {
  const kind = answer.headers.get('content-type') ?? ''
  if (kind.startsWith('application/problem+json')) {
    const problem = (await answer.json()) as Problem
    if (sessionOver.has(problem.code)) whenSignedOut(problem)
    throw new Refused(problem)
  }
  if (!answer.ok || !kind.startsWith('application/json')) throw new Unreachable()
  return (await answer.json()) as T
}

export function isSessionOver(trouble: unknown): boolean {
  return trouble instanceof Refused && sessionOver.has(trouble.problem.code)
}

/** Only what may have been lost on the way, or what the server itself calls unknown or busy, is worth sending again. */
export function worthRepeating(trouble: unknown): boolean {
  if (trouble instanceof Unreachable) return true
  return trouble instanceof Refused && ['OUTCOME_UNKNOWN', 'TOO_BUSY', 'NOT_READY'].includes(trouble.problem.code)
}

export function pause(seconds: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, seconds * 1000))
}

/** Sends again with growing pauses, at most `times` times. The intent inside stays the same, so nothing happens twice. */
export async function persist<T>(call: () => Promise<T>, times: number, onTrouble: (trouble: unknown) => void = () => {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (trouble) {
      if (attempt >= times || !worthRepeating(trouble)) throw trouble
      onTrouble(trouble)
      await pause(Math.min(2 ** (attempt - 1), 15))
    }
  }
}

export interface Told { title: string; detail: string; request: string }

/** Whatever went wrong, as words for the person in front of the page: never a code alone. */
export function told(trouble: unknown): Told {
  if (trouble instanceof Refused) {
    const { status, title, detail, request } = trouble.problem
    // What the person can mend needs no number; what the technician must look for does.
    return { title: title || word('trouble.refused'), detail: detail || word('trouble.generic'), request: status >= 500 ? (request ?? '') : '' }
  }
  if (trouble instanceof Unreachable) return { title: word('trouble.noConnection'), detail: word('trouble.noConnection.detail'), request: '' }
  console.error(trouble)
  return { title: word('trouble.page'), detail: word('trouble.page.detail'), request: '' }
}
