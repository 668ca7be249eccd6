import type { ReleasedDocument, ReleasedDossier, TakenOver, Withdrawn } from '../shared/shapes'

export const lanes = ['unscreened', 'clean', 'look', 'confirm', 'mine', 'withdrawn', 'released'] as const
/** What a document waits for, and whether from the one who asks. */
export type Lane = (typeof lanes)[number]
export const signs = ['hits', 'near', 'doubtful', 'imageOnly', 'byHand'] as const
/** Why a person is to look. */
export type Sign = (typeof signs)[number]
/** In the order of the digits that choose them. */
export const kinds = ['name', 'unit', 'idNumber', 'phone', 'photo', 'seal', 'birth', 'certificate', 'address',
  'advisor', 'mail', 'landline', 'card', 'account', 'creditCode'] as const
export type Kind = (typeof kinds)[number]

export interface Count { documents: number; pages: number; pagesLeft: number; lanes: Record<Lane, number>; signs: Record<Sign, number> }
export interface QueuedDossier extends Count { id: string; code: string; name: string | null; open: boolean }
export interface Sifted { done: number; documents: number; pagesPerSecond: string; secondsLeft: number | null; fault: 'DISK_FULL' | 'MACHINE' | 'NOT_NOW' | null }
export interface Ready { kind: string; documents: number; pages: number }
/** What lies on a screener's desk. */
export interface Queue extends Count { required: boolean; sealed: boolean; screening: Sifted | null; prepared: TakenOver | null; kinds: Ready[]; dossiers: QueuedDossier[] }

/** A covered place, in ten-thousandths of the page. */
export interface Place { kind: Kind; left: number; top: number; right: number; bottom: number }
/** Where the machine found something, nearly found it, or hardly read, and how sure it was; of what it hardly read nobody knows the kind. */
export interface Hint { sort: 'found' | 'near' | 'unclear'; confidence: number; kind: Kind | null; left: number; top: number; right: number; bottom: number }
export interface Plan { plan: string; pages: { number: number; boxes: Place[]; hints?: Hint[] }[] }

export interface CleanDocument { applicant: string; code: string; name: string | null; id: string; title: string; plan: string; leaves: (string | null)[]; covered: Place[][] | null }
export interface Batch { total: number; from: number; documents: CleanDocument[] }

export interface DeskDocument extends ReleasedDocument { lane: Lane; byHand: boolean; releases: number; leaves: (string | null)[] }
export interface DeskDossier {
  id: string; code: string; name: string | null; specialty: string; required: boolean; sealed: boolean; open: boolean
  override: ReleasedDossier['override']; mayOverride: boolean; mayWithdraw: boolean
  hidden: { key: string; label: string; value: string }[]; documents: DeskDocument[]; withdrawals: Withdrawn[]
}

export type Trouble = 'NOT_A_PDF' | 'ENCRYPTED' | 'DAMAGED' | 'UNSUPPORTED' | 'TOO_MANY_PAGES' | 'TOO_LARGE' | 'PAGE_COUNT' | 'TIMEOUT' | 'OUT_OF_MEMORY' | 'CRASHED' | 'INCOMPLETE' | 'NOT_CONVERTED' | 'NOT_READ_HERE'
export interface Troubled { applicant: string; code: string; document: string; title: string; kind: string; trouble: Trouble; pages: number[] }

/** What the server says of a batch: which went through, and why others did not. */
export interface Released { released: string[]; refused: { document: string; code: string }[] }
export interface Seen { applicant: string; document: string; plan: string | null }
