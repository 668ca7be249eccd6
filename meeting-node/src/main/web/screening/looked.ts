import { reactive } from 'vue'
import type { DeskDocument } from './shapes'

/** Pages that lay before this person's eyes in this tab, each under the plan it had then: covered otherwise it is another page. */
const looked = reactive(new Set<string>())

const nameOf = ({ id, plan }: DeskDocument, page: number): string => `${id} ${plan} ${page}`

export function look(document: DeskDocument, page: number): void {
  looked.add(nameOf(document, page))
}

export const hasLooked = (document: DeskDocument, page: number): boolean => looked.has(nameOf(document, page))
