import type { SeatChange } from '../shared/shapes'
import { word } from '../shared/words'

/** What becomes of the scores, and why. */
export function scoresOf({ kind, voided, kept }: SeatChange): string[] {
  const many = (codes: string[]) => ({ count: codes.length, codes: codes.join(word('list.comma')) })
  if (voided.length > 0) return [word('seat.voided', many(voided)), word(`seat.why.void.${kind}`)]
  if (kept.length > 0) return [word('seat.kept', many(kept)), word('seat.why.keep')]
  return [word(`seat.noScores.${kind}`)]
}

export function headOf({ kind, expert, coming, code }: SeatChange): string {
  return word(`changes.${kind}`, { expert, coming, code })
}
