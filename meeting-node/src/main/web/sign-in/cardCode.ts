// The card shows groups of four; people type spaces, dashes, small letters or full-width ones, and all of it is right.
const group = 4
const longest = 40

function bare(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, longest)
}

export interface Typed { text: string; caret: number }

/** The text in groups, with the caret behind the same letter as before. */
export function inGroups(text: string, caret: number): Typed {
  const letters = bare(text)
  const before = bare(text.slice(0, caret)).length
  const atEnd = before === letters.length
  const grouped = letters.replace(new RegExp(`(.{${group}})(?=.)`, 'g'), '$1-')
  const dashes = atEnd ? grouped.length - letters.length : Math.floor(Math.max(0, before - 1) / group)
  return { text: grouped, caret: before + dashes }
}
