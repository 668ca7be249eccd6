import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue'
import { read, Refused, told, type Told } from '../shared/api'
import type { LocalDraft } from '../shared/cabinet'
import { draftSeen, hurry, keepDraft, letGo, localDraft, ReceiptNotProven, seenOnServer, submit } from '../shared/saving'
import type { Indicator, Marks, MyScore, RoundHead } from '../shared/shapes'
import { word } from '../shared/words'
import { flaw, marksToSend, sameMarks, total } from './marks'

export type Editable = 'open' | 'notOpenYet' | 'closed' | 'recused'

/** One expert's sheet for one applicant: what is filled in, what the server holds, and how the two differ. */
export function useSheet(applicant: string, indicators: () => Indicator[], round: () => RoundHead | null) {
  const score = shallowRef<MyScore | null>(null)
  const marks = reactive<Marks>({})
  const opinion = ref('')
  const basedOn = ref(0)
  const touched = reactive(new Set<string>())
  const fromServer = reactive<Record<string, string>>({})
  const submitting = ref(false)
  const retrying = ref(false)
  const problem = ref<Told | null>(null)
  const conflict = shallowRef<MyScore | null>(null)
  const justSubmitted = ref(false)
  /** The version of the dossier that this person has said to have looked at. */
  const seen = ref(1)

  const editable = computed<Editable>(() => {
    if (score.value?.recused) return 'recused'
    const now = round()
    return now === null ? 'notOpenYet' : now.state === 'open' ? 'open' : 'closed'
  })
  const flaws = computed(() => {
    const found: Record<string, string> = {}
    for (const indicator of indicators()) {
      const own = flaw(indicator, marks[indicator.code] ?? '')
      if (own) found[indicator.code] = word(own.word, own.facts)
      else if (fromServer[indicator.code]) found[indicator.code] = fromServer[indicator.code]!
    }
    return found
  })
  /** Only what the person has left or tried to submit is complained about. */
  const shown = computed(() => Object.fromEntries(Object.entries(flaws.value).filter(([code]) => touched.has(code))))
  const sum = computed(() => total(indicators(), marks))
  const submitted = computed(() => (score.value && score.value.revision > 0 && score.value.submittedAt !== null ? score.value : null))
  const version = computed(() => score.value?.dossier?.version ?? 1)
  /** A score is given to one version: where there is another, somebody looks first. */
  const outdated = computed(() => editable.value === 'open' && seen.value < version.value)
  const changed = computed(() => {
    const before = submitted.value
    return !before || !sameMarks(indicators(), before.marks, marks) || (before.opinion ?? '') !== opinion.value
  })

  function fill(from: { marks: Marks; opinion?: string }, base: number): void {
    for (const code of Object.keys(marks)) delete marks[code]
    Object.assign(marks, from.marks)
    opinion.value = from.opinion ?? ''
    basedOn.value = base
    touched.clear()
  }

  async function load(): Promise<void> {
    const before = localDraft(applicant)
    const fresh = await read<MyScore>(`/api/applicants/${applicant}/score`)
    const local = localDraft(applicant) ?? before
    score.value = fresh
    if (fresh.submittedAt !== null) seen.value = fresh.dossier?.version ?? 1
    const current = fresh.round ?? round()?.id
    const open = round()?.state === 'open'
    if (open && local && local.round === current) fill(local, local.basedOn)
    else if (open && fresh.draft && fresh.draft.savedAt > (fresh.submittedAt ?? 0)) fill(fresh.draft, fresh.draft.basedOn)
    else fill(fresh, fresh.revision)
    if (fresh.draft) draftSeen(applicant, fresh.draft.savedAt)
    seenOnServer(Math.max(fresh.draft?.savedAt ?? 0, fresh.submittedAt ?? 0))
  }

  function asDraft(): LocalDraft {
    return { applicant, round: round()!.id, basedOn: basedOn.value, marks: marksToSend(indicators(), marks), opinion: opinion.value, ...(seen.value > 1 && { dossier: seen.value }) }
  }

  function looked(): void {
    seen.value = version.value
    edited()
  }

  function edited(code?: string): void {
    if (code) delete fromServer[code]
    justSubmitted.value = false
    problem.value = null
    if (editable.value === 'open' && !submitting.value) keepDraft(asDraft())
  }

  function leftField(code: string): void {
    if ((marks[code] ?? '') !== '') touched.add(code)
    hurry()
  }

  async function hand(): Promise<'submitted' | 'flawed' | 'refused'> {
    for (const { code } of indicators()) touched.add(code)
    if (Object.keys(flaws.value).length > 0) return 'flawed'
    submitting.value = true
    retrying.value = false
    problem.value = null
    try {
      const draft = asDraft()
      const { revision, total: points, at, receipt } = await submit(draft, () => (retrying.value = true))
      score.value = { ...score.value!, round: draft.round, revision, marks: draft.marks, opinion: draft.opinion, total: points, submittedAt: at, receipt, draft: null }
      fill(draft, revision)
      justSubmitted.value = true
      return 'submitted'
    } catch (trouble) {
      await explain(trouble)
      return 'refused'
    } finally {
      submitting.value = false
      retrying.value = false
    }
  }

  async function explain(trouble: unknown): Promise<void> {
    if (trouble instanceof ReceiptNotProven) {
      problem.value = { title: word('receipt.notProven'), detail: word('receipt.notProven.detail'), request: '' }
      return
    }
    problem.value = told(trouble)
    if (!(trouble instanceof Refused)) return
    const { code, facts, detail } = trouble.problem
    if (facts.indicator) fromServer[facts.indicator] = detail
    if (code === 'STALE_REVISION') await meetOther()
    if (code === 'DOSSIER_CHANGED') score.value = await read<MyScore>(`/api/applicants/${applicant}/score`)
  }

  /** Another laptop or tab submitted in between: both are shown, and the person chooses. */
  async function meetOther(): Promise<void> {
    const other = await read<MyScore>(`/api/applicants/${applicant}/score`)
    score.value = other
    problem.value = null
    if (sameMarks(indicators(), other.marks, marks) && (other.opinion ?? '') === opinion.value) takeOther(other)
    else conflict.value = other
  }

  function takeOther(other: MyScore): void {
    conflict.value = null
    fill(other, other.revision)
    edited()
  }

  function keepMine(other: MyScore): void {
    conflict.value = null
    basedOn.value = other.revision
    edited()
  }

  function backToSubmitted(): void {
    if (submitted.value) takeOther(submitted.value)
  }

  watch(() => round()?.state, (now, before) => {
    if (before === 'open' && now !== 'open') void load().catch((trouble: unknown) => (problem.value = told(trouble)))
  })
  onBeforeUnmount(() => {
    letGo(applicant)
    hurry()
  })

  return reactive({
    score, marks, opinion, editable, flaws, shown, sum, submitted, changed, submitting, retrying, problem, conflict, justSubmitted,
    version, outdated, looked, load, edited, leftField, hand, takeOther, keepMine, backToSubmitted,
  })
}

export type OpenSheet = ReturnType<typeof useSheet>
