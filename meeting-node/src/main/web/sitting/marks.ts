import { asTyped, exact, plain, sum, tidied, type Exact } from '../shared/decimal'
import type { Indicator, Marks } from '../shared/shapes'
import { language, type Facts, type Word } from '../shared/words'

/** The leaves that experts mark, in the order of the sheet. */
export function markedByExperts(indicators: readonly Indicator[]): Indicator[] {
  return indicators.flatMap((one) => (one.children?.length ? markedByExperts(one.children) : one.kind === 'expert' ? [one] : []))
}

export function everyIndicator(indicators: readonly Indicator[]): Indicator[] {
  return indicators.flatMap((one) => [one, ...everyIndicator(one.children ?? [])])
}

export function nameOf(indicator: Indicator): string {
  return (language.value === 'en' && indicator.nameEn) || indicator.name
}

export interface Flaw { word: Word; facts: Facts }

/** What is wrong with one mark, or null. An empty mark is not a zero: it is missing. */
export function flaw(indicator: Indicator, text: string): Flaw | null {
  const facts = { min: indicator.min ?? '0', max: indicator.max ?? '', step: indicator.step ?? '', value: text }
  const typed = asTyped(text)
  if (typed === '') return { word: 'mark.missing', facts }
  const value = exact(tidied(typed))
  if (value === null) return { word: 'mark.notANumber', facts }
  const [least, most, step] = [exact(facts.min), exact(facts.max), exact(facts.step)]
  if ((least !== null && value < least) || (most !== null && value > most)) return { word: 'mark.outOfRange', facts }
  if (step && (value - (least ?? 0n)) % step !== 0n) return { word: 'mark.offStep', facts }
  return null
}

export interface Total { text: string; missing: number }

/** The sum of what is filled in and may stand: a mark out of range counts when it is mended. An empty sheet has no total rather than 0. */
export function total(indicators: readonly Indicator[], marks: Marks): Total {
  const values: Exact[] = []
  for (const indicator of indicators) {
    const typed = marks[indicator.code] ?? ''
    const value = exact(tidied(typed))
    if (value !== null && flaw(indicator, typed) === null) values.push(value)
  }
  return { text: values.length ? plain(sum(values)) : '', missing: indicators.filter(({ code }) => !asTyped(marks[code] ?? '')).length }
}

/** As they go to the server: tidied, and only those that say something. */
export function marksToSend(indicators: readonly Indicator[], marks: Marks): Marks {
  const entries = indicators.map(({ code }) => [code, tidied(marks[code] ?? '')] as const)
  return Object.fromEntries(entries.filter(([, text]) => text !== ''))
}

export function sameMarks(indicators: readonly Indicator[], one: Marks, other: Marks): boolean {
  return indicators.every(({ code }) => tidied(one[code] ?? '') === tidied(other[code] ?? ''))
}
