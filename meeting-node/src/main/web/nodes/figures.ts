import { clockWithSeconds } from '../shared/moments'
import type { Verdict } from '../shared/shapes'
import { word } from '../shared/words'

const spans = [['days', 86_400], ['hours', 3_600], ['minutes', 60]] as const

/** Two of a unit are clearer than one of the next: 90 s, then 2 min. */
export function span(seconds: number): string {
  const fitting = spans.find(([, size]) => seconds >= 2 * size)
  return fitting ? word(`nodes.span.${fitting[0]}`, { n: Math.round(seconds / fitting[1]) }) : word('nodes.span.seconds', { n: seconds })
}

/** 3 h 05 min, as people count towards an end. */
export const hours = (seconds: number): string =>
  word('clocks.span', { h: Math.floor(seconds / 3_600), m: Math.floor(seconds / 60) % 60 })

/** Mebibytes as people buy disks. */
export function size(mebibytes: number): string {
  return mebibytes < 1_024 ? `${mebibytes} MB` : `${(mebibytes / 1_024).toFixed(mebibytes < 10_240 ? 1 : 0)} GB`
}

/** The figures of a verdict, as a reader wants them. */
export function told({ facts }: Pick<Verdict, 'facts'>): Record<string, string> {
  const shown: Record<string, string> = { ...facts }
  if (facts.seconds !== undefined) shown.span = span(Number(facts.seconds))
  if (facts.at !== undefined) shown.time = clockWithSeconds(Number(facts.at))
  for (const name of ['free', 'floor']) if (facts[name] !== undefined) shown[name] = size(Number(facts[name]))
  return shown
}

export const sentence = (verdict: Verdict): string => word(`nodes.${verdict.matter}`, told(verdict))
export const step = (verdict: Verdict): string => (verdict.grade === 'fine' ? '' : word(`nodes.${verdict.matter}.next`, told(verdict)))
export const marks = { fine: 'done', look: 'waiting', act: 'wrong' } as const
