import { hourOfDay } from '../shared/moments'
import type { Half, RoomPage, RoundHead, Stage, StageFace } from '../shared/shapes'
import { word } from '../shared/words'

export const stageMark: Record<Stage, 'done' | 'waiting' | 'information' | 'none'> = {
  waiting: 'none', signingIn: 'information', paused: 'waiting', scoring: 'waiting', writing: 'waiting', voting: 'waiting', confirming: 'waiting',
  closed: 'information', tallied: 'information', signedOff: 'done', sealed: 'done',
}

/** The stage's own name; with its number where it is held a second time. */
export function roundName({ stage, number }: RoundHead): string {
  return number > 1 ? word('round.again', { stage: stage.name, round: number }) : stage.name
}

/** How a stage is spoken of: papers that are counted by hand are another matter than those that are cast here. */
export type Manner = 'score' | 'opinion' | 'ballot' | 'paper' | 'confirm'
export function mannerOf(stage: StageFace | null | undefined): Manner {
  return stage?.kind === 'ballot' && stage.secrecy === 'paper' ? 'paper' : (stage?.kind ?? 'score')
}

/** What is said otherwise for each manner of stage; the catalogue has a word for every pair. */
const mannered = ['openRound', 'closeRound', 'computeTally'] as const
export type Mannered = (typeof mannered)[number]
export const isMannered = (key: string): key is Mannered => (mannered as readonly string[]).includes(key)

/** The stage that the room's page speaks of: what would be opened, or what goes on or went on last. */
export function stageOf(page: RoomPage): StageFace | null {
  return page.upcoming?.stage ?? page.round?.stage ?? null
}

/** Which half-day a moment most likely belongs to; the secretary may say otherwise. */
export function halfAt(at: number): Half {
  const hour = hourOfDay(at)
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}
