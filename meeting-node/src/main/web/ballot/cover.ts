import { fromBase64url, joined, words, type Bytes } from './numbers'

const pointBytes = 65

/**
 * A paper under a cover that the server this laptop speaks to cannot open: it passes it on to the other one, which does not see who sent
 * it. Made anew for each sending; all covers of a ballot are of one length.
 */
export async function covered(paper: Bytes, key: string): Promise<Bytes> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const theirs = fromBase64url(key)
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  const other = await crypto.subtle.importKey('spki', theirs, curve, false, [])
  const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own.privateKey, 256)
  const source = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey'])
  const salt = joined(point, theirs.slice(-pointBytes))
  const purpose = { name: 'HKDF', hash: 'SHA-256', salt, info: words('conclave ballot 1 cover') }
  const once = await crypto.subtle.deriveKey(purpose, source, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const head = joined(Uint8Array.of(2), paper.slice(1, 33))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: head }, once, paper)
  return joined(head, point, new Uint8Array(sealed))
}
