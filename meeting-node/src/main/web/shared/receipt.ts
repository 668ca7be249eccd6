import { exact } from './decimal'
import type { Marks, NodeKey, Paper, Receipt } from './shapes'

// A receipt is believed only when this browser has computed it: our line is a leaf, the path leads from it to the root,
// and one of the keys that were fetched at sign-in has signed that root (docs/formats/evidence.md): that of the server
// this browser came to, or of another node of its kit, where it went on.

const kept = 'conclave.key'
const curve: EcKeyImportParams = { name: 'ECDSA', namedCurve: 'P-256' }
type Keys = Map<string, CryptoKey>
let pinned: Promise<Keys> | null = null

export async function pinKey(key: NodeKey): Promise<void> {
  localStorage.setItem(kept, JSON.stringify(key))
  pinned = imported(key)
  await pinned
}

export function forgetKey(): void {
  localStorage.removeItem(kept)
  pinned = null
}

function pinnedKeys(): Promise<Keys> | null {
  const text = localStorage.getItem(kept)
  if (!pinned && text) pinned = imported(JSON.parse(text) as NodeKey)
  return pinned
}

export const hasPinnedKey = (): boolean => localStorage.getItem(kept) !== null

async function imported(key: NodeKey): Promise<Keys> {
  const keys: Keys = new Map()
  for (const { id, spki } of [key, ...(key.others ?? [])]) {
    keys.set(id, await crypto.subtle.importKey('spki', fromBase64url(spki), curve, false, ['verify']))
  }
  return keys
}

export interface Expected { meeting: string; person: string; applicant: string; marks: Marks }

/** True only if the record holds exactly what this person submitted, and the pinned key says so. */
export function verified(receipt: Receipt | null | undefined, expected: Expected): Promise<boolean> {
  return proven(receipt, (own) => speaksOf(own, expected))
}

export interface ExpectedPaper { meeting: string; person: string; round: string; paper: Paper }

/** The same for a paper: the record holds it as it was filled in. */
export function verifiedPaper(receipt: Receipt | null | undefined, expected: ExpectedPaper): Promise<boolean> {
  return proven(receipt, (own) => speaksOfPaper(own, expected))
}

async function proven(receipt: Receipt | null | undefined, isMine: (receipt: Receipt) => boolean): Promise<boolean> {
  const keys = pinnedKeys()
  if (!keys || !receipt) return false
  try {
    const key = (await keys).get((receipt.root as { by?: string }).by ?? '')
    return key !== undefined && isMine(receipt) && (await provenBy(key, receipt))
  } catch (malformed) {
    console.warn('a receipt that cannot be read', malformed)
    return false
  }
}

/** Whether the line is about this submission and no other. */
export function speaksOf(receipt: Receipt, { meeting, person, applicant, marks }: Expected): boolean {
  const line = JSON.parse(receipt.line) as { seq: number; meeting: string; by: string; event: { type: string; applicant: string; marks: Marks } }
  const kept = line.event.marks
  return line.seq === receipt.seq && line.meeting === meeting && line.by === person && line.event.type === 'ScoreSubmitted'
    && line.event.applicant === applicant && Object.keys(kept).length === Object.keys(marks).length
    && Object.entries(marks).every(([code, mark]) => exact(kept[code] ?? '') === exact(mark))
}

export function speaksOfPaper(receipt: Receipt, { meeting, person, round, paper }: ExpectedPaper): boolean {
  const line = JSON.parse(receipt.line) as { seq: number; meeting: string; by: string; event: { type: string; round: string; voter: string; paper: Paper } }
  const kept = line.event.paper
  return line.seq === receipt.seq && line.meeting === meeting && line.by === person && line.event.type === 'PaperCast'
    && line.event.round === round && line.event.voter === person && Object.keys(kept).length === Object.keys(paper).length
    && Object.entries(paper).every(([candidate, word]) => kept[candidate] === word)
}

interface Statement { format: string; meeting: string; first: number; size: number; root: string; by: string }

/** Line, path, root, signature: each must lead to the next. Also used by the tests, which bring a key of their own. */
export async function provenBy(key: CryptoKey, receipt: Receipt): Promise<boolean> {
  const { sig = receipt.sig, ...fields } = receipt.root as Record<string, unknown> & { sig?: string }
  const statement = fields as unknown as Statement
  if (statement.format !== 'conclave-root/1' || statement.meeting !== receipt.meeting || !sig) return false
  const line = await sha256(text(receipt.line))
  const reached = await climb(await sha256(Uint8Array.of(0), line), receipt.seq - statement.first, statement.size, receipt.path.map(fromHex))
  if (!reached || toHex(reached) !== statement.root) return false
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(sig), text(canonical(fields)))
}

/** The root that a leaf and its neighbours lead to (RFC 9162, section 2.1.3.2); null where the path has the wrong length. */
async function climb(leaf: Bytes, index: number, size: number, path: Bytes[]): Promise<Bytes | null> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null
  let [hash, at, last] = [leaf, index, size - 1]
  for (const neighbour of path) {
    if (last === 0) return null
    const fromLeft = at % 2 === 1 || at === last
    hash = fromLeft ? await sha256(Uint8Array.of(1), neighbour, hash) : await sha256(Uint8Array.of(1), hash, neighbour)
    while (fromLeft && at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? hash : null
}

const half = (number: number): number => Math.floor(number / 2)

/** One form only (RFC 8785, for the kinds of value that stand in a root): what was signed are these bytes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}

type Bytes = Uint8Array<ArrayBuffer>

async function sha256(...parts: Bytes[]): Promise<Bytes> {
  const all = new Uint8Array(parts.reduce((so, part) => so + part.length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

const text = (words: string): Bytes => new TextEncoder().encode(words)
const toHex = (bytes: Bytes): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))

function fromBase64url(encoded: string): Bytes {
  const bytes = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(bytes, (char) => char.charCodeAt(0))
}
