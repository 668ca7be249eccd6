import { reactive } from 'vue'

interface Planned { id: string; plan: string | null }

/** Pages that lay before this person's eyes in this tab, each under the plan it had then: covered otherwise it is another page. */
const looked = reactive(new Set<string>())

const nameOf = ({ id, plan }: Planned, page: number): string => `${id} ${plan} ${page}`

export function look(document: Planned, page: number): void {
  looked.add(nameOf(document, page))
}

export const hasLooked = (document: Planned, page: number): boolean => looked.has(nameOf(document, page))
