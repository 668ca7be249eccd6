import type { DeskRow, Paper, StageFace } from '../shared/shapes'

// What may stand on a paper, and how it is filled in; the server judges by the same rules.
export const choices = ['yes', 'against', 'abstain'] as const
export type Choice = (typeof choices)[number]
export type Ballot = Pick<StageFace, 'form' | 'choose'>

/** Only those the voter may judge stand on the paper. */
export function candidatesOf(rows: readonly DeskRow[]): DeskRow[] {
  return rows.filter(({ state }) => state !== 'recused')
}

/** How many lines there are to fill, and how many are filled. Where names are chosen, fewer than allowed is a whole paper. */
export function filled(ballot: Ballot, candidates: readonly { id: string }[], paper: Paper): { count: number; of: number } {
  const count = candidates.filter(({ id }) => paper[id]).length
  return { count, of: ballot.form === 'choose' ? Math.min(ballot.choose ?? 0, candidates.length) : candidates.length }
}

export function complete(ballot: Ballot, candidates: readonly { id: string }[], paper: Paper): boolean {
  const { count, of } = filled(ballot, candidates, paper)
  return ballot.form === 'choose' ? count <= of : count === of
}

/** Ticks or unticks a name; one more than allowed is not ticked. */
export function toggled(ballot: Ballot, candidates: readonly { id: string }[], paper: Paper, id: string): Paper {
  if (paper[id]) return without(paper, id)
  const { count, of } = filled(ballot, candidates, paper)
  return count < of ? { ...paper, [id]: 'yes' } : paper
}

/** The next free place, from the first on; a name that has one gives it up, and those behind it move forward. */
export function placed(paper: Paper, id: string): Paper {
  const own = Number(paper[id] ?? 0)
  if (own === 0) return { ...paper, [id]: String(Object.keys(paper).length + 1) }
  return Object.fromEntries(Object.entries(without(paper, id)).map(([other, place]) => [other, String(Number(place) > own ? Number(place) - 1 : place)]))
}

/** Changes places with the neighbour above (-1) or below (1). */
export function moved(paper: Paper, id: string, by: 1 | -1): Paper {
  const own = Number(paper[id] ?? 0)
  const neighbour = Object.keys(paper).find((other) => own > 0 && Number(paper[other]) === own + by)
  return neighbour ? { ...paper, [id]: String(own + by), [neighbour]: String(own) } : paper
}

function without(paper: Paper, id: string): Paper {
  return Object.fromEntries(Object.entries(paper).filter(([other]) => other !== id))
}

export interface Said { key: string; names: string[] }

/** The paper read back, shortest form: each choice with those who got it, or the order. */
export function readBack(ballot: Ballot, candidates: readonly DeskRow[], paper: Paper): Said[] {
  const name = ({ code, name: own }: DeskRow): string => [code, own].filter(Boolean).join(' ')
  const having = (word: string): string[] => candidates.filter(({ id }) => paper[id] === word).map(name)
  switch (ballot.form) {
    case 'choose': return [{ key: 'chosen', names: having('yes') }, { key: 'notChosen', names: candidates.filter(({ id }) => !paper[id]).map(name) }]
    case 'rank': return [{ key: 'order', names: [...candidates].sort((one, other) => Number(paper[one.id]) - Number(paper[other.id])).map(name) }]
    default: return choices.map((choice) => ({ key: choice, names: having(choice) }))
  }
}
