import { reactive } from 'vue'
import { newIntent, persist, read, Refused, send } from '../shared/api'
import { boxed, placed, same, united, type Box } from './boxes'
import type { Hint, Place, Plan } from './shapes'

/** A page that somebody is covering otherwise. */
export interface Draft {
  page: number
  /** As the server had it when this was begun. */
  base: Place[]
  boxes: Box[]
  past: Box[][]
  /** Somebody else has covered this page otherwise meanwhile: both lie on the desk until it is said which holds. */
  theirs: Place[] | null
}

interface Known { digest: string; pages: Box[][]; hints: Hint[][] }

const remembered = 100

/** The plans of one dossier's documents and what is being changed in them; nothing that was drawn is lost by anything but a word. */
export function usePlans(applicant: () => string) {
  const known = reactive(new Map<string, Known>())
  const drafts = reactive(new Map<string, Map<number, Draft>>())
  const pathOf = (document: string): string => `/api/applicants/${applicant()}/documents/${document}/plan`
  const draftsOf = (document: string): Draft[] => [...(drafts.get(document)?.values() ?? [])]

  async function load(document: string): Promise<void> {
    const plan = await persist(() => read<Plan>(pathOf(document)), 3)
    if (known.get(document)?.digest === plan.plan) return
    known.set(document, { digest: plan.plan, pages: plan.pages.map(({ boxes }) => boxes.map(boxed)), hints: plan.pages.map(({ hints }) => hints ?? []) })
    for (const draft of draftsOf(document)) meet(document, draft)
  }

  /** What came from the server, held against what lies on the desk. */
  function meet(document: string, draft: Draft): void {
    const now = known.get(document)!.pages[draft.page - 1] ?? []
    if (same(draft.boxes, now)) forget(document, draft.page)
    else if (!same(draft.base, now)) draft.theirs = now.map(placed)
  }

  function forget(document: string, page: number): void {
    drafts.get(document)?.delete(page)
  }

  const here = (document: string): boolean => known.has(document)
  const digestOf = (document: string): string | undefined => known.get(document)?.digest
  const draftOf = (document: string, page: number): Draft | undefined => drafts.get(document)?.get(page)
  const boxesOf = (document: string, page: number): Box[] => draftOf(document, page)?.boxes ?? known.get(document)?.pages[page - 1] ?? []

  const hintsOf = (document: string, page: number): Hint[] => known.get(document)?.hints[page - 1] ?? []

  function change(document: string, page: number, boxes: Box[]): void {
    const before = boxesOf(document, page)
    const own = drafts.get(document) ?? new Map<number, Draft>()
    const draft = own.get(page) ?? { page, base: before.map(placed), boxes: before, past: [], theirs: null }
    own.set(page, { ...draft, boxes, past: [...draft.past.slice(1 - remembered), before] })
    drafts.set(document, own)
  }

  function undo(document: string, page: number): void {
    const draft = draftOf(document, page)
    const before = draft?.past.at(-1)
    if (!draft || !before) return
    const left = { ...draft, boxes: before, past: draft.past.slice(0, -1) }
    if (left.past.length === 0 && !left.theirs) forget(document, page)
    else drafts.get(document)!.set(page, left)
  }

  /** One page after the other, each over the plan that lies there by then. Stops where somebody else was at the same page. */
  async function save(document: string): Promise<void> {
    for (const { page } of draftsOf(document)) {
      if (!(await savePage(document, page))) return
    }
  }

  async function savePage(document: string, page: number): Promise<boolean> {
    for (let attempt = 1; attempt <= 4; attempt++) {
      const draft = draftOf(document, page)
      if (!draft) return true
      if (draft.theirs) return false
      if (same(draft.boxes, draft.base)) {
        forget(document, page)
        return true
      }
      const intent = newIntent()
      const body = { seen: known.get(document)!.digest, page, boxes: draft.boxes.map(placed) }
      try {
        await persist(() => send('POST', pathOf(document), intent, body), 4)
      } catch (trouble) {
        const overtaken = trouble instanceof Refused && trouble.problem.code === 'PLAN_OUTDATED'
        if (!overtaken || attempt >= 3) throw trouble
      }
      await load(document)
    }
    return false
  }

  /** Somebody else was faster: theirs, mine, or what both cover. */
  function settle(document: string, page: number, which: 'mine' | 'theirs' | 'both'): void {
    const draft = draftOf(document, page)
    if (!draft?.theirs) return
    if (which === 'theirs') return forget(document, page)
    const boxes = which === 'both' ? united(draft.boxes, draft.theirs) : draft.boxes
    drafts.get(document)!.set(page, { ...draft, base: draft.theirs, boxes, theirs: null })
  }

  const dirty = (document: string): number[] => draftsOf(document).map(({ page }) => page)
  const anyDirty = (): boolean => [...drafts.values()].some((own) => own.size > 0)

  return { load, here, digestOf, boxesOf, hintsOf, draftOf, change, undo, save, settle, dirty, anyDirty }
}

export type Plans = ReturnType<typeof usePlans>
