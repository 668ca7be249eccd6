import type { Kind, Place } from './shapes'

/** A place while somebody works on it: it keeps its name through all that is done to it. */
export interface Box extends Place { id: number }

export const whole = 10_000
/** Less is a slip of the hand and covers no letter; the server takes nothing smaller. */
export const least = 20
export const most = 400

export const handles = ['nw', 'ne', 'sw', 'se'] as const
export type Handle = (typeof handles)[number]

let named = 0

export function boxed(place: Place): Box {
  return { ...place, id: ++named }
}

export function placed({ kind, left, top, right, bottom }: Place): Place {
  return { kind, left, top, right, bottom }
}

const within = (value: number, from: number, to: number): number => Math.min(Math.max(Math.round(value), from), to)

/** As far as it goes without leaving the page; it never changes its size. */
export function moved<T extends Place>(box: T, right: number, down: number): T {
  const width = box.right - box.left
  const height = box.bottom - box.top
  const left = within(box.left + right, 0, whole - width)
  const top = within(box.top + down, 0, whole - height)
  return { ...box, left, top, right: left + width, bottom: top + height }
}

/** At its lower right corner. */
export function resized<T extends Place>(box: T, wider: number, taller: number): T {
  return { ...box, right: within(box.right + wider, box.left + least, whole), bottom: within(box.bottom + taller, box.top + least, whole) }
}

/** One corner goes to where the hand is, the opposite one stays. */
export function pulled<T extends Place>(box: T, corner: Handle, x: number, y: number): T {
  const west = corner.endsWith('w')
  const north = corner.startsWith('n')
  return {
    ...box,
    left: west ? within(x, 0, box.right - least) : box.left,
    right: west ? box.right : within(x, box.left + least, whole),
    top: north ? within(y, 0, box.bottom - least) : box.top,
    bottom: north ? box.bottom : within(y, box.top + least, whole),
  }
}

/** What lies between two points; nothing where that is only a click. */
export function spanned(kind: Kind, a: { x: number; y: number }, b: { x: number; y: number }): Place | null {
  const left = within(Math.min(a.x, b.x), 0, whole)
  const right = within(Math.max(a.x, b.x), 0, whole)
  const top = within(Math.min(a.y, b.y), 0, whole)
  const bottom = within(Math.max(a.y, b.y), 0, whole)
  return right - left < least || bottom - top < least ? null : { kind, left, top, right, bottom }
}

const line = ({ kind, left, top, right, bottom }: Place): string => `${top} ${left} ${bottom} ${right} ${kind}`

/** The order of the server's plan does not count, nor does the same box twice. */
export function same(some: readonly Place[], others: readonly Place[]): boolean {
  const lines = (boxes: readonly Place[]): string => [...new Set(boxes.map(line))].sort().join('\n')
  return lines(some) === lines(others)
}

/** What both cover. */
export function united(mine: readonly Box[], theirs: readonly Place[]): Box[] {
  const known = new Set(mine.map(line))
  return [...mine, ...theirs.filter((one) => !known.has(line(one))).map(boxed)]
}
