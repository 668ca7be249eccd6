import { asTyped } from '../shared/decimal'
import type { CountLine, PaperCount, StageFace } from '../shared/shapes'
import type { Facts, Word } from '../shared/words'

// What a teller types, as it is typed; empty is not nought.
export interface TypedLine { yes: string; against: string; abstained: string }
export interface Typed { returned: string; invalid: string; lines: Record<string, TypedLine> }
export interface Flaw { word: Word; facts: Facts }

type Ballot = Pick<StageFace, 'form' | 'choose'>

export function whole(text: string): number | null {
  const typed = asTyped(text)
  return /^\d{1,5}$/.test(typed) ? Number(typed) : null
}

/** The columns that a form of ballot has. */
export function columnsOf(form: StageFace['form']): (keyof TypedLine)[] {
  return form === 'approve' ? ['yes', 'against', 'abstained'] : ['yes']
}

export function blank(candidates: readonly string[], mine: PaperCount | null): Typed {
  const line = (id: string): TypedLine => {
    const own = mine?.lines.find(({ applicant }) => applicant === id)
    return { yes: String(own?.yes ?? ''), against: String(own?.against ?? ''), abstained: String(own?.abstained ?? '') }
  }
  return { returned: String(mine?.returned ?? ''), invalid: String(mine?.invalid ?? ''), lines: Object.fromEntries(candidates.map((id) => [id, line(id)])) }
}

/** What is wrong with the papers as a whole. That more came back than were issued is no slip of the teller: it voids the ballot. */
export function headFlaw({ returned, invalid }: Typed): Flaw | null {
  const [back, void_] = [whole(returned), whole(invalid)]
  if (back === null || void_ === null) return { word: 'count.flaw.head', facts: {} }
  return void_ > back ? { word: 'count.flaw.invalid', facts: { invalid: void_, returned: back } } : null
}

export function lineFlaw(ballot: Ballot, valid: number, names: number, line: TypedLine): Flaw | null {
  const figures = columnsOf(ballot.form).map((column) => whole(line[column]))
  if (figures.some((figure) => figure === null)) return { word: 'count.flaw.empty', facts: {} }
  const sum = figures.reduce<number>((so, figure) => so + figure!, 0)
  const most = ballot.form === 'rank' ? valid * names : valid
  return sum > most ? { word: 'count.flaw.tooMany', facts: { sum, most } } : null
}

/** Over all names no more marks than the valid papers can hold. */
export function sumFlaw(ballot: Ballot, valid: number, typed: Typed): Flaw | null {
  const lines = Object.values(typed.lines)
  const sum = lines.reduce((so, line) => so + (whole(line.yes) ?? 0), 0)
  const most = ballot.form === 'choose' ? valid * (ballot.choose ?? 0) : valid * ((lines.length * (lines.length + 1)) / 2)
  return ballot.form !== 'approve' && sum > most ? { word: 'count.flaw.sum', facts: { sum, most } } : null
}

export function toSend(form: StageFace['form'], typed: Typed): PaperCount {
  const columns = columnsOf(form)
  const figure = (line: TypedLine, column: keyof TypedLine): number => (columns.includes(column) ? whole(line[column])! : 0)
  const lines: CountLine[] = Object.entries(typed.lines).map(([applicant, line]) => (
    { applicant, yes: figure(line, 'yes'), against: figure(line, 'against'), abstained: figure(line, 'abstained') }))
  return { returned: whole(typed.returned)!, invalid: whole(typed.invalid)!, lines }
}
