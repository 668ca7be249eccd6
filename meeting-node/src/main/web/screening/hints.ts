import type { Word } from '../shared/words'
import type { Hint, Kind, Place } from './shapes'

type Area = Pick<Place, 'left' | 'top' | 'right' | 'bottom'>

const size = ({ left, top, right, bottom }: Area): number => (right - left) * (bottom - top)

function common(one: Area, other: Area): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const tall = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return wide > 0 && tall > 0 ? wide * tall : 0
}

/** Half of it lies under this. */
const under = (hint: Hint, area: Area): boolean => 2 * common(hint, area) >= size(hint)

/** How sure the machine was of what this covers; nothing where a person has drawn it, named it otherwise or moved it away. */
export function confidenceOf(box: Place, hints: readonly Hint[]): number | null {
  const own = hints.filter((hint) => hint.sort === 'found' && hint.kind === box.kind && under(hint, box))
  return own.length ? Math.max(...own.map(({ confidence }) => confidence)) : null
}

/** What nobody has covered yet: what is like a find first, then what was hardly read. */
export function openHints(boxes: readonly Area[], hints: readonly Hint[]): Hint[] {
  const open = hints.filter((hint) => hint.sort !== 'found' && !boxes.some((box) => under(hint, box)))
  return [...open.filter(({ sort }) => sort === 'near'), ...open.filter(({ sort }) => sort === 'unclear')]
}

/** The box that a hint becomes; of what was hardly read a person says what it is. */
export function covered({ kind, left, top, right, bottom }: Hint, otherwise: Kind): Place {
  return { kind: kind ?? otherwise, left, top, right, bottom }
}

export function sureness(confidence: number | null): Word {
  if (confidence === null) return 'screening.sure.hand'
  if (confidence >= 95) return 'screening.sure.certain'
  if (confidence >= 85) return 'screening.sure.sure'
  return confidence >= 70 ? 'screening.sure.fair' : 'screening.sure.unsure'
}
