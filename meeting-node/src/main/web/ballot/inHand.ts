import { reactive } from 'vue'
import type { Paper } from '../shared/shapes'

/** The paper that lies before the voter. It is in this page's memory only: turning to a dossier and back keeps it, nothing else does. */
let owner = ''
let held = reactive<{ choices: Paper }>({ choices: {} })

export function inHand(person: string, round: string): { choices: Paper } {
  const now = `${person} ${round}`
  if (owner !== now) {
    owner = now
    held = reactive<{ choices: Paper }>({ choices: {} })
  }
  return held
}
