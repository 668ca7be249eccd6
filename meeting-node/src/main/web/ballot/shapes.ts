import type { Word } from '../shared/words'
import type { Announcement, SignedToken } from './voter'

// The values of openapi.yaml that only ballots know.
export type Secrecy = 'named' | 'paper' | 'blindToken'
export type BallotState = 'elsewhere' | 'waiting' | 'issuing' | 'casting' | 'opened' | 'unheard' | 'lost' | 'void'
export interface Candidate { id: string; code: string; name: string | null; specialty: string }
export interface Ballot {
  round: string; number: number; stage: string; secrecy: Secrecy; state: BallotState; announcement: Announcement | null; digest: string | null
  servers: number; cover: string | null; electors: number; issued: number; elector: boolean; hasToken: boolean; paused: boolean; voided: string | null; mayRun: boolean
  complete?: boolean; agreement?: 'agrees' | 'differs' | 'unchecked' | null; withoutToken?: string[]; candidates: Candidate[]
}
export interface BallotRecord {
  round: string; digest: string | null; issued: number; returned: number; valid: number
  tokens: SignedToken[]; columns: { applicant: string; times: number[] }[]
}

export const secrecyWord = (secrecy: Secrecy): Word => `secret.secrecy.${secrecy}`

/** Ninety-six bits of the announcement, for the eye: the same on every laptop and on the projector, or something is wrong. */
export const checkNumber = (digest: string): string => digest.slice(0, 24).toUpperCase().match(/.{4}/g)!.join(' ')
