import type { Filled } from './shapes'

// What has not reached the server yet lies in the laptop's own storage, so that a closed tab or a dead Wi-Fi loses nothing.
// It is taken out as soon as the server has it: a borrowed laptop must not remember.

export interface LocalDraft extends Filled {
  applicant: string
  /** Set while a submission is under way whose outcome is not known: sent again unchanged, it carries the same intent. */
  submitting?: string
}

let drawer = ''

/** Says whether this is the drawer that was open already. */
export function openDrawer(meeting: string, person: string): boolean {
  const before = drawer
  drawer = `conclave.draft.${meeting}.${person}.`
  return drawer === before
}

/** False when the laptop refuses to store (private window, full disk): then nothing may be called kept. */
export function put(draft: LocalDraft): boolean {
  try {
    localStorage.setItem(drawer + draft.applicant, JSON.stringify(draft))
    return true
  } catch (full) {
    console.warn('this laptop keeps nothing', full)
    return false
  }
}

export function look(applicant: string): LocalDraft | null {
  const text = localStorage.getItem(drawer + applicant)
  return text ? (JSON.parse(text) as LocalDraft) : null
}

export function take(applicant: string): void {
  localStorage.removeItem(drawer + applicant)
}

export function everythingKept(): LocalDraft[] {
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
  return names.filter((name) => drawer && name.startsWith(drawer)).map((name) => look(name.slice(drawer.length))!)
}
