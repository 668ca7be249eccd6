import type { Announcement } from './voter'

// What can be marked on a paper, as the box counts it: APPROVE 0 abstains, 1 approves, 2 is against; CHOOSE 1; RANK 1 for the first.
export type Marks = Record<string, number>

export function complete(paper: Announcement['paper'], marks: Marks): boolean {
  const made = paper.options.map((id) => marks[id])
  if (paper.form === 'APPROVE') return made.every((mark) => mark !== undefined)
  if (paper.form === 'CHOOSE') return made.filter((mark) => mark === 1).length <= paper.atMost
  return new Set(made).size === paper.options.length && made.every((mark) => mark !== undefined && mark >= 1)
}

export const filled = (paper: Announcement['paper'], marks: Marks): number => paper.options.filter((id) => marks[id] !== undefined && (paper.form === 'APPROVE' || marks[id]! > 0)).length

/** In the order of the announcement, a number for each name. */
export const bytesOf = (paper: Announcement['paper'], marks: Marks): number[] => paper.options.map((id) => marks[id] ?? 0)
