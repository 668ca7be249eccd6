import { ref } from 'vue'
import { forgetEverything } from '../ballot/drawer'
import { carry, newIntent, persist, read, Refused, send } from './api'
import { forgetAll } from './live'
import { serverSays } from './moments'
import { forgetKey, pinKey } from './receipt'
import type { Me, NodeKey, Problem, Role } from './shapes'

export const me = ref<Me | null>(null)
/** Why the last session ended, for the sign-in page to say. */
export const farewell = ref<Problem | null>(null)

const compared = 'conclave.wordsCompared'

function welcome(who: Me): Me {
  carry(who.csrf)
  serverSays(who.now)
  me.value = who
  farewell.value = null
  return who
}

/** Who this browser is signed in as; null when nobody. */
export async function recall(): Promise<Me | null> {
  try {
    return welcome(await read<Me>('/api/me'))
  } catch (trouble) {
    if (trouble instanceof Refused && trouble.problem.status === 401) {
      if (trouble.problem.code === 'NOT_SIGNED_IN') farewell.value = null
      return null
    }
    throw trouble
  }
}

export async function signIn(code: string): Promise<Me> {
  const who = await send<Me>('POST', '/api/sign-in', newIntent(), { code })
  sessionStorage.removeItem(compared)
  forgetKey()
  await pinKey(await persist(() => read<NodeKey>('/api/key'), 3))
  return welcome(who)
}

export async function signOut(): Promise<void> {
  const intent = newIntent()
  await persist(() => send('POST', '/api/sign-out', intent), 3)
  forgetEverything()
  leave(null)
}

export function leave(problem: Problem | null): void {
  me.value = null
  forgetAll()
  farewell.value = problem
  carry('')
  sessionStorage.removeItem(compared)
}

/** The four words are compared once for each signing in, on this tab. */
export function wordsCompared(who: Me): boolean {
  return who.words.length === 0 || sessionStorage.getItem(compared) === who.person.id
}

export function wordsAgree(who: Me): void {
  sessionStorage.setItem(compared, who.person.id)
}

const scoring: Role[] = ['expert', 'lead']
const watching: Role[] = ['secretary', 'chair', 'supervisor', 'registrar']

const tending: Role[] = ['technician', 'system', 'supervisor', 'registrar']

export const scores = (who: Me): boolean => who.person.roles.some((role) => scoring.includes(role))
export const watches = (who: Me): boolean => who.person.roles.some((role) => watching.includes(role))
/** Looks after the machines, or may at least see how they are. */
export const tends = (who: Me): boolean => who.person.roles.some((role) => tending.includes(role))
