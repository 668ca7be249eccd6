import { fromBase64url, fromHex, toBase64url, toHex, type Bytes } from './numbers'
import type { SignedToken } from './voter'

// What one voter needs until the end of one ballot. It lies with this tab alone and goes with it: a borrowed laptop must not
// remember, and who loses it has the recovery code on paper.
export interface Kept { secret: Bytes; token?: SignedToken; paper?: Bytes }

const all = 'conclave.ballot.'
const name = (round: string, person: string): string => `${all}${round}.${person}`

export function keep(round: string, person: string, { secret, token, paper }: Kept): void {
  sessionStorage.setItem(name(round, person), JSON.stringify({ secret: toHex(secret), token, paper: paper && toBase64url(paper) }))
}

export function kept(round: string, person: string): Kept | null {
  const text = sessionStorage.getItem(name(round, person))
  if (!text) return null
  const { secret, token, paper } = JSON.parse(text) as { secret: string; token?: SignedToken; paper?: string }
  return { secret: fromHex(secret), token, paper: paper === undefined ? undefined : fromBase64url(paper) }
}

export function forget(round: string, person: string): void {
  sessionStorage.removeItem(name(round, person))
}

/** Whoever signs out gets up from this laptop; who comes back has the code. */
export function forgetEverything(): void {
  Object.keys(sessionStorage).filter((one) => one.startsWith(all)).forEach((one) => sessionStorage.removeItem(one))
}
