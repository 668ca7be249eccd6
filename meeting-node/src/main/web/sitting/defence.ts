import type { Defence } from '../shared/shapes'

export interface Phase { kind: 'speaking' | 'answering' | 'over'; seconds: number }

/** Where a defence is: so many seconds left to speak, to answer, or so many over. */
export function phaseAt(now: number, calledAt: number, { minutesToSpeak, minutesToAnswer }: Defence): Phase {
  const gone = Math.max(0, Math.floor((now - calledAt) / 1000))
  const speaking = minutesToSpeak * 60
  const all = speaking + minutesToAnswer * 60
  if (gone < speaking) return { kind: 'speaking', seconds: speaking - gone }
  return gone < all ? { kind: 'answering', seconds: all - gone } : { kind: 'over', seconds: gone - all }
}

/** 4:05 */
export function asClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
