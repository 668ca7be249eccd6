// The values of openapi.yaml, by their names there.
export type Role = 'expert' | 'lead' | 'chair' | 'secretary' | 'supervisor' | 'registrar' | 'technician' | 'system' | 'security' | 'audit'
export type Half = 'morning' | 'afternoon' | 'evening'
export type Ground = 'kinship' | 'sameUnit' | 'teacherStudent' | 'coauthor' | 'otherInterest'
export const grounds: readonly Ground[] = ['kinship', 'sameUnit', 'teacherStudent', 'coauthor', 'otherInterest']

export interface Problem { status: number; code: string; title?: string; detail: string; facts: Record<string, string>; request?: string }
export interface NodeKey { id: string; spki: string }
export interface MeetingHead { id: string; title: string; titleEn?: string; kind: 'real' | 'rehearsal'; sealed: boolean; policy: 'realName' | 'singleBlind' | 'doubleBlind' }
export interface RoomName { id: string; name: string }
export interface Person { id: string; name: string; seat: string; roles: Role[]; room: RoomName | null }
export interface Me { person: Person; meeting: MeetingHead; words: string[]; csrf: string; expiresAt: number; now: number }
export interface RoundHead { id: string; number: number; state: 'open' | 'closed' | 'tallied' | 'signedOff'; openedAt: number; closedAt: number | null }
export interface Sitting { id: string; day: string; half: Half; openedAt: number }

export interface Indicator {
  code: string; name: string; nameEn?: string
  kind: 'group' | 'automatic' | 'expert' | 'bonus' | 'deduction' | 'veto'
  max?: string; min?: string; step?: string; children?: Indicator[]
}
export interface Sheet { title: string; titleEn?: string; total: string; indicators: Indicator[] }
export type Marks = Record<string, string>

export interface DeskRow {
  id: string; code: string; name: string | null; specialty: string; pages: number
  state: 'untouched' | 'draft' | 'submitted' | 'recused'; total: string | null; automatic: string
}
export interface Desk { meeting: MeetingHead; room: RoomName; sitting: Sitting | null; round: RoundHead | null; present?: boolean; sheet: Sheet; applicants: DeskRow[] }

export interface PageName { id: string; number: number }
export interface Dossier {
  applicant: { id: string; code: string; name: string | null; specialty: string }
  facts: { key: string; label: string; value: string }[]
  automatic: { code: string; points: string; reason: string }[]
  documents: { id: string; title: string; pages: PageName[] }[]
}

export interface Filled { round: string; basedOn: number; marks: Marks; opinion: string }
export interface Receipt { meeting: string; seq: number; short: string; line: string; path: string[]; root: Record<string, unknown>; sig?: string }
export interface MyScore {
  round: string | null; revision: number; marks: Marks; opinion: string; total: string | null
  submittedAt: number | null; receipt: Receipt | null
  draft: { basedOn: number; marks: Marks; opinion: string; savedAt: number } | null
  recused: boolean
}
export interface Submitted { revision: number; total: string; at: number; receipt: Receipt }
export interface Done { at: number; receipt?: Receipt }

export type Stage = 'waiting' | 'signingIn' | 'scoring' | 'closed' | 'tallied' | 'signedOff' | 'sealed'
export interface RoomTile {
  id: string; name: string; stage: Stage; expected: number; present: number
  scoresExpected: number; scoresGiven: number; lastChangeAt: number
}
export type NextKey = 'openSitting' | 'awaitQuorum' | 'openRound' | 'awaitScores' | 'closeRound' | 'computeTally' | 'awaitSignOff'
  | 'signOff' | 'awaitOtherRooms' | 'seal' | 'sealed' | 'watch'
export type Action = 'openSitting' | 'openRound' | 'closeRound' | 'computeTally' | 'signOff' | 'sealMeeting'
export interface RoomExpert {
  id: string; name: string; seat: string; present: boolean; signedInAt: number | null; online: boolean
  lastSeenAt: number | null; submitted: number; expected: number
}
export interface RoomApplicant {
  id: string; code: string; name: string | null; specialty: string; submitted: number; expected: number
  waitingFor: string[]; recused: string[]
}
export interface RoomPage {
  meeting: MeetingHead; room: RoomTile; sitting: Sitting | null; round: RoundHead | null
  quorum: { committee: number; needed: number; present: number; reached: boolean }
  next: { key: NextKey; facts: Record<string, string>; action: Action | null }
  mayRun: boolean; experts: RoomExpert[]; applicants: RoomApplicant[]
}
export interface Rooms { meeting: MeetingHead; rooms: RoomTile[] }
export interface TallyRow {
  rank: number; applicant: string; code: string; name: string | null; scores: number; dropped: number
  expert: string; automatic: string; bonus: string; deduction: string; total: string; vetoed: boolean
}
export interface Tally { round: string; computedAt: number; signedOffAt: number | null; rows: TallyRow[] }
