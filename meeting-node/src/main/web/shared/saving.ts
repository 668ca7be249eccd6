import { computed, reactive, ref } from 'vue'
import { isSessionOver, newIntent, pause, Refused, send, worthRepeating } from './api'
import { everythingKept, look, openDrawer, put, take, type LocalDraft } from './cabinet'
import { serverNow } from './moments'
import { verified } from './receipt'
import type { Filled, Me, Submitted } from './shapes'

// The one place that knows whether what was typed is on the server. Sheets go up whole, at most every five seconds,
// even when they are not valid yet; a sheet leaves this list only when the server has answered for it.

interface Sheet {
  draft: LocalDraft
  version: number
  intent: string
  /** The laptop's storage has it. */
  kept: boolean
  /** The last attempt did not reach the server. */
  failed: boolean
  /** The server will not take it; repeating would not help. */
  refused: boolean
  /** A submission is under way, so drafts wait. */
  held: boolean
  failures: number
  timer: number
  sending: boolean
}

const interval = 5_200
const firstWait = 800

/** When each sheet may go up again; it outlives the sheet, or every finished draft would start a new clock. */
const notBefore = new Map<string, number>()
const sheets = reactive(new Map<string, Sheet>())
/** What is cast rather than written: a paper on its way is as good as a sheet that waits. */
const underWay = reactive(new Map<string, Pick<Sheet, 'kept' | 'failed' | 'refused'>>())
const lastSaved = ref(0)
let who: Me | null = null

export type SaveState = { kind: 'nothing' } | { kind: 'saving' } | { kind: 'saved'; at: number } | { kind: 'waiting'; count: number } | { kind: 'unsaved' }

export const saveState = computed<SaveState>(() => {
  const all = [...sheets.values(), ...underWay.values()]
  if (all.some((sheet) => sheet.refused || (sheet.failed && !sheet.kept))) return { kind: 'unsaved' }
  const waiting = all.filter((sheet) => sheet.failed).length
  if (waiting > 0) return { kind: 'waiting', count: waiting }
  if (all.length > 0) return { kind: 'saving' }
  return lastSaved.value > 0 ? { kind: 'saved', at: lastSaved.value } : { kind: 'nothing' }
})

/** How many sheets the server does not have yet; nobody signs out before it is 0. */
export const notUploaded = computed(() => [...sheets.values(), ...underWay.values()].filter((sheet) => !sheet.refused).length)

export function onItsWay(name: string, state: Pick<Sheet, 'kept' | 'failed' | 'refused'>): void {
  underWay.set(name, state)
}

export function arrived(name: string): void {
  underWay.delete(name)
}

export const whoSaves = (): Me | null => who

/** The page has just read from the server what it holds; that moment is worth showing. */
export function seenOnServer(at: number | null | undefined): void {
  if (at) lastSaved.value = Math.max(lastSaved.value, at)
}

/** A page that was opened again does not know when its sheet last went up; the server does. */
export function draftSeen(applicant: string, savedAt: number): void {
  notBefore.set(applicant, Math.max(notBefore.get(applicant) ?? 0, Date.now() + savedAt - serverNow() + interval))
}

/** Begins for one person: what an earlier tab left behind goes up now. */
export function beginSaving(me: Me): void {
  const samePerson = openDrawer(me.meeting.id, me.person.id)
  who = me
  if (!samePerson) {
    for (const sheet of sheets.values()) clearTimeout(sheet.timer)
    sheets.clear()
    underWay.clear()
    notBefore.clear()
    lastSaved.value = 0
  }
  for (const draft of everythingKept()) if (!sheets.has(draft.applicant)) sheetFor(draft, true)
  for (const sheet of sheets.values()) sheet.held = false
  hurry()
}

function sheetFor(draft: LocalDraft, left = false): Sheet {
  const before = sheets.get(draft.applicant)
  if (!before) {
    sheets.set(draft.applicant, {
      draft, version: 1, intent: newIntent(), kept: true, failed: left, refused: false, held: false,
      failures: 0, timer: 0, sending: false,
    })
  } else {
    Object.assign(before, { draft, version: before.version + 1, intent: newIntent(), refused: false })
  }
  return sheets.get(draft.applicant)!
}

/** Every change comes here; the laptop has it at once, the server within seconds. */
export function keepDraft(draft: LocalDraft): void {
  const sheet = sheetFor(draft)
  sheet.kept = put(draft)
  schedule(sheet)
}

export function localDraft(applicant: string): LocalDraft | null {
  return sheets.get(applicant)?.draft ?? look(applicant)
}

/** A sheet that the server refused is let go when the person has seen it and leaves. */
export function letGo(applicant: string): void {
  const sheet = sheets.get(applicant)
  if (sheet?.refused) forget(applicant)
}

/** The person leaves a field or the page: what waits goes now, as far as the five seconds allow. */
export function hurry(): void {
  for (const sheet of sheets.values()) {
    sheet.failures = 0
    clearTimeout(sheet.timer)
    sheet.timer = 0
    schedule(sheet, 0)
  }
}

window.addEventListener('online', () => hurry())
window.addEventListener('pagehide', () => {
  for (const { draft, intent, refused, held } of sheets.values()) {
    // The laptop keeps its copy, so this last attempt may fail in silence: it is sent again when the page is back.
    if (!refused && !held) send('PUT', `/api/applicants/${draft.applicant}/draft`, intent, filled(draft), true).catch(() => undefined)
  }
})

function schedule(sheet: Sheet, least = firstWait): void {
  if (sheet.timer || sheet.sending || sheet.held || sheet.refused) return
  const backoff = sheet.failures === 0 ? 0 : Math.min(2 ** sheet.failures, 15) * 1_000
  sheet.timer = window.setTimeout(() => void upload(sheet), Math.max(least, backoff, (notBefore.get(sheet.draft.applicant) ?? 0) - Date.now()))
}

async function upload(sheet: Sheet): Promise<void> {
  const { draft, version, intent } = sheet
  Object.assign(sheet, { timer: 0, sending: true })
  notBefore.set(draft.applicant, Date.now() + interval)
  try {
    const { savedAt } = await send<{ savedAt: number }>('PUT', `/api/applicants/${draft.applicant}/draft`, intent, filled(draft))
    lastSaved.value = savedAt
    Object.assign(sheet, { failed: false, failures: 0 })
    if (sheet.version === version && !sheet.held) forget(draft.applicant)
  } catch (trouble) {
    notTaken(sheet, trouble)
  } finally {
    sheet.sending = false
    if (sheets.get(draft.applicant) === sheet) schedule(sheet)
  }
}

function notTaken(sheet: Sheet, trouble: unknown): void {
  if (trouble instanceof Refused && trouble.problem.code === 'DRAFT_TOO_SOON') return
  // After signing in again the same person goes on from here; until then asking would only be refused again.
  if (isSessionOver(trouble)) Object.assign(sheet, { failed: true, held: true })
  else if (worthRepeating(trouble)) Object.assign(sheet, { failed: true, failures: sheet.failures + 1 })
  else sheet.refused = true
}

function filled({ round, basedOn, marks, opinion, dossier }: LocalDraft): Filled {
  return { round, basedOn, marks, opinion, ...(dossier !== undefined && { dossier }) }
}

function forget(applicant: string): void {
  clearTimeout(sheets.get(applicant)?.timer)
  sheets.delete(applicant)
  take(applicant)
}

/** The server answered, but its receipt does not prove what it says. */
export class ReceiptNotProven extends Error {}

/**
 * Submits and does not give up while the answer is unknown: the same intent again and again has one effect.
 * Returns only with a receipt that this browser has verified.
 */
export async function submit(draft: LocalDraft, onTrouble: (trouble: unknown) => void): Promise<Submitted> {
  const earlier = look(draft.applicant)
  const same = earlier?.submitting && JSON.stringify(filled(earlier)) === JSON.stringify(filled(draft))
  const intent = same ? earlier.submitting! : newIntent()
  const sheet = sheetFor({ ...draft, submitting: intent })
  clearTimeout(sheet.timer)
  Object.assign(sheet, { timer: 0, held: true, kept: put(sheet.draft) })
  try {
    const answer = await untilAnswered(sheet, intent, onTrouble)
    if (!(await proves(answer, sheet.draft))) throw new ReceiptNotProven()
    lastSaved.value = answer.at
    forget(draft.applicant)
    return answer
  } catch (trouble) {
    refusedSubmission(sheet, trouble)
    throw trouble
  }
}

async function proves({ receipt }: Submitted, { applicant, marks }: LocalDraft): Promise<boolean> {
  return who !== null && verified(receipt, { meeting: who.meeting.id, person: who.person.id, applicant, marks })
}

async function untilAnswered(sheet: Sheet, intent: string, onTrouble: (trouble: unknown) => void): Promise<Submitted> {
  for (let wait = 1; ; wait = Math.min(wait * 2, 15)) {
    try {
      return await send<Submitted>('POST', `/api/applicants/${sheet.draft.applicant}/score`, intent, filled(sheet.draft))
    } catch (trouble) {
      if (!worthRepeating(trouble)) throw trouble
      sheet.failed = true
      onTrouble(trouble)
      await pause(wait)
    }
  }
}

/** Not submitted for good reason: the sheet is a draft again, and as such goes to the server. */
function refusedSubmission(sheet: Sheet, trouble: unknown): void {
  if (isSessionOver(trouble)) sheet.failed = true
  else if (trouble instanceof ReceiptNotProven) Object.assign(sheet, { held: false, refused: true })
  else {
    sheet.held = false
    sheet.draft = { ...sheet.draft, submitting: undefined }
    put(sheet.draft)
    sheet.failed = false
    schedule(sheet)
  }
}
