import type { PageMark } from '../shared/shapes'
import { word, type Word } from '../shared/words'
import type { Count, DeskDocument, Lane } from './shapes'

export const laneMarks = {
  unscreened: 'none', clean: 'information', look: 'waiting', confirm: 'waiting', mine: 'information', withdrawn: 'wrong', released: 'done',
} as const satisfies Record<Lane, string>

export const markOf = (document: DeskDocument, page: number): PageMark | undefined => document.marks.find(({ first, last }) => first <= page && page <= last)

/** Waits for the eyes of the one who asks. */
export const waitsForMe = ({ lane }: DeskDocument): boolean => lane === 'look' || lane === 'confirm' || lane === 'withdrawn'

/** Why a person is to look at this page; nothing where nobody has to. */
export const calls = (document: DeskDocument, page: number): boolean => !!markOf(document, page) || document.withdrawn.includes(page)

/** What was found, each kind in its words; never what stands there. */
export function saysOf(mark: PageMark): string[] {
  const hits = mark.hits.map(({ kind, times }) => word('screening.mark.hit', { kind: word(`screening.kind.${kind}` as Word), times }))
  return [
    ...hits,
    ...(mark.near > 0 ? [word('screening.mark.near', { times: mark.near })] : []),
    ...(mark.imageOnly ? [word('screening.mark.imageOnly')] : []),
    ...(mark.doubtful ? [word('screening.mark.doubtful')] : []),
  ]
}

/** Dossiers that have something in these lanes. */
export const has = ({ lanes }: Count, ...wanted: Lane[]): boolean => wanted.some((lane) => lanes[lane] > 0)
