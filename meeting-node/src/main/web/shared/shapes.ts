// The values of openapi.yaml, by their names there.
export type Role = 'expert' | 'lead' | 'chair' | 'secretary' | 'supervisor' | 'registrar' | 'technician' | 'system' | 'security' | 'audit'
export type Half = 'morning' | 'afternoon' | 'evening'
export type Ground = 'kinship' | 'sameUnit' | 'teacherStudent' | 'coauthor' | 'otherInterest'
export const grounds: readonly Ground[] = ['kinship', 'sameUnit', 'teacherStudent', 'coauthor', 'otherInterest']

export interface Problem { status: number; code: string; title?: string; detail: string; facts: Record<string, string>; request?: string }
export interface NodeKey { id: string; spki: string; others?: NodeKey[] }
export interface MeetingHead { id: string; title: string; titleEn?: string; kind: 'real' | 'rehearsal'; sealed: boolean; policy: 'realName' | 'singleBlind' | 'doubleBlind'; aloneSince?: number | null }
export interface RoomName { id: string; name: string }
export interface Person { id: string; name: string; seat: string; roles: Role[]; room: RoomName | null }
export interface Me { person: Person; meeting: MeetingHead; words: string[]; csrf: string; expiresAt: number; now: number }
export type Form = 'approve' | 'choose' | 'rank'
export type Secrecy = 'named' | 'paper' | 'blindToken'
export interface Defence { drawnOrder: boolean; minutesToSpeak: number; minutesToAnswer: number }
export interface StageFace {
  code: string; name: string; kind: 'score' | 'opinion' | 'ballot' | 'confirm'
  form: Form | null; secrecy: Secrecy | null; choose: number | null; places: number | null; defence: Defence | null
}
export interface RoundHead { id: string; number: number; stage: StageFace; secrecy?: Secrecy | null; state: 'open' | 'closed' | 'tallied' | 'signedOff'; openedAt: number; closedAt: number | null }
export type PauseReason = 'afterOutage' | 'clockJump' | 'bySecretary'
export interface Sitting { id: string; day: string; half: Half; openedAt: number; paused?: { reason: PauseReason; at: number } | null }

export interface Indicator {
  code: string; name: string; nameEn?: string
  kind: 'group' | 'automatic' | 'expert' | 'bonus' | 'deduction' | 'veto'
  max?: string; min?: string; step?: string; children?: Indicator[]
}
export interface Sheet { title: string; titleEn?: string; total: string; indicators: Indicator[] }
export type Marks = Record<string, string>

export interface DeskRow {
  id: string; code: string; name: string | null; specialty: string; route?: string | null; pages: number
  state: 'untouched' | 'draft' | 'submitted' | 'recused'; total: string | null; automatic: string; version?: number; again?: boolean
  /** Other than before whenever other pages are open. */
  released?: string
}
export interface Desk { meeting: MeetingHead; room: RoomName; sitting: Sitting | null; round: RoundHead | null; stage: StageFace | null
  ballot: { elector: boolean; cast: boolean } | null; called: { applicant: string; at: number } | null
  present?: boolean; sheet: Sheet; applicants: DeskRow[]
  /** Whether the material lies there; the rows of what was taken back say no more than what this person wrote. */
  reading?: 'open' | 'notBegun' | 'over' }

export interface PageName { id: string; number: number }
export interface Point { code: string; name: string; points: string; reason: string }
export interface Dossier {
  applicant: { id: string; code: string; name: string | null; specialty: string }
  facts: { key: string; label: string; value: string }[]
  automatic: Point[]
  beside: Point[]
  /** Whether it may be read: false until every page is released. */
  open?: boolean
  /** Whether the pictures bear their reader's name already. */
  marked?: boolean
  documents: { id: string; title: string; pages: PageName[]; closed?: number }[]
}

/** `dossier`: the version that was shown; none means the first. */
export interface Filled { round: string; basedOn: number; marks: Marks; opinion: string; dossier?: number }
export interface Receipt { meeting: string; seq: number; short: string; line: string; path: string[]; root: Record<string, unknown>; sig?: string }
export interface MyScore {
  round: string | null; revision: number; marks: Marks; opinion: string; total: string | null
  submittedAt: number | null; receipt: Receipt | null
  draft: { basedOn: number; marks: Marks; opinion: string; savedAt: number } | null
  recused: boolean
  dossier?: { version: number; at: number | null; files: string[]; gone: string[] }
}
export interface Submitted { revision: number; total: string; at: number; receipt: Receipt }
export interface Done { at: number; receipt?: Receipt }
/** What is said of a receipt that was shown whole before. */
export type ReceiptNumber = Pick<Receipt, 'seq' | 'short'>
/** What stands on a paper, by candidate: yes, against, abstain; or a place. */
export type Paper = Record<string, string>

export type Stage = 'waiting' | 'signingIn' | 'paused' | 'scoring' | 'writing' | 'voting' | 'confirming' | 'closed' | 'tallied' | 'signedOff' | 'sealed'
export interface RoomTile {
  id: string; name: string; stage: Stage; expected: number; present: number
  scoresExpected: number; scoresGiven: number; lastChangeAt: number
}
export type NextKey = 'openSitting' | 'awaitPanels' | 'awaitPermits' | 'awaitQuorum' | 'openRound' | 'awaitScores' | 'awaitPapers' | 'awaitCount' | 'announceBallot'
  | 'awaitTokens' | 'closeIssuing' | 'openBox' | 'closeRound' | 'computeTally' | 'awaitSignOff'
  | 'signOff' | 'awaitSignWithoutRound' | 'signWithoutRound' | 'noApplicants' | 'paused' | 'awaitOtherRooms' | 'seal' | 'sealed' | 'watch'
/** What the desk of a secret ballot does, and no button of the room's own. */
export const tokenActs = ['announceBallot', 'closeIssuing', 'openBox'] as const
export type RoomAct = 'openSitting' | 'resumeRoom' | 'openRound' | 'closeRound' | 'computeTally' | 'signOff' | 'signWithoutRound' | 'sealMeeting'
export type Action = RoomAct | (typeof tokenActs)[number]
export interface RoomExpert {
  id: string; name: string; seat: string; present: boolean; signedInAt: number | null; online: boolean | null
  lastSeenAt: number | null; submitted: number; expected: number
}
export type Effect = 'pass' | 'fail' | 'stay'
export interface RoomApplicant {
  id: string; code: string; name: string | null; specialty: string; route?: string | null; standing: Effect; submitted: number; expected: number
  inRound: boolean; waitingFor: string[]; recused: string[]
}
export interface RoomPage {
  meeting: MeetingHead; room: RoomTile; sitting: Sitting | null; round: RoundHead | null
  quorum: { committee: number; needed: number; whole: boolean; size: number; present: number; reached: boolean }
  next: { key: NextKey; facts: Record<string, string>; action: Action | null }
  upcoming: { stage: StageFace; candidates: number; present: number } | null
  ballot: RoomBallot | null
  defence: { order: DefenceTurn[] } | null
  alternates: { id: string; name: string; seat: string }[]
  changes: SeatChange[]
  mayRun: boolean; reopening: 'ask' | 'agree' | 'asked' | null; reopeningAsked: { name: string; reason: string | null } | null; experts: RoomExpert[]; applicants: RoomApplicant[]
  amendments?: RoomAmendments
  permits?: Permits | null
}
export type PermitKind = 'approval' | 'filedBefore' | 'filedForMeeting'
/** What a committee that needs papers has, and what still keeps its first round closed. */
export interface Permits {
  approval?: string; until?: string; filedBefore?: string; filedForMeeting?: string
  waived: boolean; lacking: string[]; mayEnter: boolean
}
export interface Amended { code: string; late: boolean; name: string | null; files: string[]; gone: string[] }
export interface OpenAmendment { id: string; at: number; parcel?: string | null; reason: string | null; mine: boolean; signed: string[]; changes: Amended[] }
/** Changes at the venue: to be signed, in force, and who has still to confirm a score. */
export interface RoomAmendments {
  mayPropose: boolean; maySign: boolean; open: OpenAmendment[]
  inForce: { at: number; parcel?: string | null; signed: string[]; changes: Amended[] }[]
  waiting: { code: string; expert: string; seat: string }[]
}
export interface PageMark { first: number; last: number; near: number; doubtful: boolean; imageOnly: boolean; hits: { kind: string; times: number }[] }
export interface ReleasedDocument {
  id: string; title: string; kind: string; pages: number; state: 'unscreened' | 'waiting' | 'confirming' | 'released' | 'withdrawn' | 'open'
  plan: string | null; two: boolean; mine: boolean; first: string | null; withdrawn: number[]; marks: PageMark[]
}
export interface Withdrawn { document: string; title: string | null; page: number; at: number; by: string; reason: string | null; settled: boolean; saw: string[] }
export interface ReleasedDossier {
  id: string; code: string; name: string | null; open: boolean; scores: number; counts: Record<ReleasedDocument['state'], number>; withdrawals: Withdrawn[]
  override: { inForce: boolean; asker: string; askedAt: number; mine: boolean; agreed: string | null; reason: string | null } | null
}
/** Who has had which document before them, and since when. */
export interface Openings { code: string; documents: { id: string; title: string; readers: { name: string; seat: string; looks: { release: number; at: number }[] }[] }[] }
/** How much of the dossiers has been opened, as they are released now; what nobody has opened comes first. */
export interface OpeningsOfRoom {
  applicants: { id: string; code: string; name?: string | null; documents: number; all: number; some: number; of: number; nothing: string[] }[]
  experts: { id: string; name: string; seat: string; all: number; some: number; of: number }[]
}
/** With its documents, where all of them are asked for. */
export interface WholeDossier extends ReleasedDossier { documents: ReleasedDocument[] }
/** What of a room's dossiers is still closed, waits for whom, was taken back. */
/** What an office has made of the pages before the meeting, and what of it is made anew here. */
export interface TakenOver { files: number; pages: number; aside: { why: 'damaged' | 'otherMeeting' | 'otherVersion' | 'otherPrint'; files: number }[] }
export interface RoomRelease {
  prepared: TakenOver | null
  /** Pages of the whole meeting that could not be drawn, or not wholly. */
  findings: number
  required: boolean; counts: Record<ReleasedDocument['state'], number>; applicants: ReleasedDossier[]
  mayRelease: boolean; mayWithdraw: boolean; mayOverride: boolean; maySettle: boolean
}
/** A rank that became another, as if all had been counted at that moment. */
export interface RankChange extends Named { room: string; before: number | null; after: number | null }
/** An expert was replaced or recused half-way; without ranks where they are not for this reader yet. */
export interface SeatChange {
  kind: 'swap' | 'recusal'; at: number; by: string; expert: string; coming?: string; reason?: string; code?: string; ground?: Ground
  voided: string[]; kept: string[]; ranks: RankChange[] | null
}
export interface SeatPreview { refused: Problem | null; change: SeatChange | null }
export interface DefenceTurn { applicant: string; code: string; calledAt: number | null }
export interface CountLine { applicant: string; yes: number; against: number; abstained: number }
export interface PaperCount { returned: number; invalid: number; lines: CountLine[] }
export interface RoomBallot {
  secrecy: Secrecy; issued: number; returned: number
  counting: { tellers: number; agreed: boolean; differ: boolean; mayTell: boolean; mine: PaperCount | null } | null
}
export interface Rooms { meeting: MeetingHead; rooms: RoomTile[] }
export interface Named { applicant: string; code: string; name: string | null }
export interface TallyRow extends Named {
  rank: number | null; scores: number; dropped: number; expert: string | null; automatic: string; bonus: string
  deduction: string; total: string | null; vetoed: boolean; range: string | null; diverged: boolean
}
export interface VoteRow extends Named {
  yes: number; against: number; abstained: number; denominator: number; needed: number
  place: number | null; effect: Effect; tied: boolean
}
export type VoidReason = 'moreReturnedThanIssued' | 'moreReturnedThanAttending' | 'tooFewForSecrecy' | 'boxLost'
export type SettledReason = 'belowEntry' | 'lockedIn' | 'lockedOut' | 'withinPlaces' | 'outsidePlaces' | 'tiedAtEdge' | 'noTotal' | 'stays'
export interface SettledRow extends Named { rank: number | null; total: string | null; effect: Effect; tied: boolean; reason: SettledReason }
/** One round of a stage, or a ranking or cut that was worked out. */
export interface Part {
  stage: StageFace; round?: RoundHead; signedOffAt?: number | null
  scores?: { at: number; rows: TallyRow[] } | null
  ballot?: { at: number; issued: number; returned: number; valid: number; votes: VoteRow[] } | null
  voided?: { at: number; issued: number; returned: number; reason: VoidReason } | null
  opinions?: { given: number; expected: number } | null
  at?: number; settled?: SettledRow[]
}
export interface Standing extends Named { standing: Effect; eligibility: Eligibility }
export interface Results { meeting: MeetingHead; room: RoomName; attended: number; signedWithoutRoundAt?: number | null; changes: SeatChange[]; parts: Part[]; standings: Standing[] }

export type Eligibility = 'eligible' | 'ineligible' | 'vetoed'
export interface SheetName { code: string; version: number; title: string; titleEn?: string }
export interface Sheets {
  meeting: MeetingHead; mayPropose: boolean; mayApprove: boolean
  sheets: (SheetName & { rooms: string[] })[]
  proposal: (SheetName & { by: string; reason: string; mine: 'proposed' | 'approved' | 'none'; approvals: string[] }) | null
}
export interface Figures { automatic: string; bonus: string; deduction: string; eligibility: Eligibility; total: string | null }
export interface SheetPreview {
  code: string; version: number; refused: Problem | null; returning: number
  returned: { expert: string; seat: string; code: string; kept: number }[]
  ranks: RankChange[] | null
  applicants: (Named & { before: Figures; after: Figures })[]
}

export type FineMatter = 'heard' | 'self' | 'ready' | 'leads' | 'follows' | 'nothingToLead' | 'level' | 'roomy' | 'clockRight' | 'complete' | 'noDocuments' | 'noneHere' | 'signed' | 'neverSigned' | 'shared'
export type GraveMatter = 'quiet' | 'serverSilent' | 'witnessSilent' | 'twice' | 'wentBack' | 'otherWords' | 'otherFormat' | 'otherRules' | 'replaying' | 'waiting' | 'electing' | 'noLeader'
  | 'catchingUp' | 'standing' | 'stuck' | 'scarce' | 'full' | 'clockAhead' | 'clockLate' | 'clockFarAhead' | 'clockFarLate' | 'lacking' | 'notShared'
  | 'stranger' | 'babble' | 'struckOff' | 'wrongName' | 'oldCopy' | 'clone'
export type Figure = 'contact' | 'identity' | 'version' | 'readiness' | 'leader' | 'lag' | 'disk' | 'clock' | 'copies' | 'signing' | 'sharing' | 'door'
export type Verdict = { figure: Figure; facts: Record<string, string> } & ({ grade: 'fine'; matter: FineMatter } | { grade: 'look' | 'act'; matter: GraveMatter })
export interface NodeFace { id: string; name: string; role: 'server' | 'witness'; self: boolean; grade: 'fine' | 'look' | 'act'; heard: boolean; silentSeconds: number; verdicts: Verdict[] }
/** Two persons have decided that one node goes on without the others. */
export interface GoneAlone { at: number; persons: string[]; reason: string; lost: string[]; returned: { node: string; at: number }[] }
/** One of the two clocks of 24 hours: until the list has come in whole, and until the platform has accepted the result. */
export interface DayClock { way: 'in' | 'out'; begun: number; ends: number; leftSeconds: number; grade: 'met' | 'missed' | 'running' | 'soon' | 'urgent' | 'overdue' | 'untrusted' }
export interface Nodes { meeting: MeetingHead; at: number; whole: 'oneNode' | 'allThere' | 'noSpare' | 'noMajority'; pages: number | null; alone?: GoneAlone | null; clocks: DayClock[]; nodes: NodeFace[] }
