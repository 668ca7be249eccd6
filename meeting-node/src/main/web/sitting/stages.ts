import { hourOfDay } from '../shared/moments'
import type { Half, Stage } from '../shared/shapes'

export const stageMark: Record<Stage, 'done' | 'waiting' | 'information' | 'none'> = {
  waiting: 'none', signingIn: 'information', scoring: 'waiting', closed: 'information', tallied: 'information', signedOff: 'done', sealed: 'done',
}

/** Which half-day a moment most likely belongs to; the secretary may say otherwise. */
export function halfAt(at: number): Half {
  const hour = hourOfDay(at)
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}
