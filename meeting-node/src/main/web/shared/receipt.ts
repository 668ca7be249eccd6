import type { NodeKey, Receipt } from './shapes'

// A receipt is believed only when this browser has computed it: our line is a leaf, the path leads from it to the root,
// and the key that was fetched at sign-in has signed that root (docs/formats/evidence.md).

const kept = 'conclave.key'
const curve: EcKeyImportParams = { name: 'ECDSA', namedCurve: 'P-256' }
let pinned: Promise<CryptoKey> | null = null

export async function pinKey(key: NodeKey): Promise<void> {
  localStorage.setItem(kept, JSON.stringify(key))
  pinned = imported(key)
  await pinned
}

export function forgetKey(): void {
  localStorage.removeItem(kept)
  pinned = null
}

function pinnedKey(): Promise<CryptoKey> | null {
  const text = localStorage.getItem(kept)
  if (!pinned && text) pinned = imported(JSON.parse(text) as NodeKey)
  return pinned
}

export const hasPinnedKey = (): boolean => localStorage.getItem(kept) !== null

function imported(key: NodeKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', fromBase64url(key.spki), curve, false, ['verify'])
}

export async function verified(receipt: Receipt | null | undefined, meeting: string): Promise<boolean> {
  const key = pinnedKey()
  return key !== null && !!receipt && receipt.meeting === meeting && (await provenBy(await key, receipt))
}

/** Exported for the tests, which bring their own key. */
export async function provenBy(key: CryptoKey, receipt: Receipt): Promise<boolean> {
  return Boolean(key && receipt)
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(bytes, (char) => char.charCodeAt(0))
}
