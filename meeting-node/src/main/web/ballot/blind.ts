import { fromBase64url, inverse, joined, power, toBytes, toNumber, type Bytes } from './numbers'

// RSABSSA-SHA384-PSS-Deterministic (RFC 9474), the voter's part: a number is blinded, signed unread, and the blinding taken off
// again. What remains is an ordinary RSASSA-PSS signature that the signer has never seen.

export const saltBytes = 48
const hashBytes = 48

export interface SignerKey { n: bigint; e: bigint; size: number; verifier: CryptoKey }

/** Also of a signer from outside: a short key could be forged, an odd exponent would not hide what is signed. */
export async function readKey(spki: string): Promise<SignerKey> {
  const verifier = await crypto.subtle.importKey('spki', fromBase64url(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
  const { n, e } = await crypto.subtle.exportKey('jwk', verifier)
  const modulus = fromBase64url(n!)
  if (modulus.length < 384 || e !== 'AQAB') throw new Error('a key that no ballot uses')
  return { n: toNumber(modulus), e: 65537n, size: modulus.length, verifier }
}

export async function blind(key: SignerKey, message: Bytes, salt: Bytes, r: bigint): Promise<Bytes> {
  const encoded = toNumber(await encode(message, salt, key.n.toString(2).length - 1))
  return toBytes((encoded * power(r, key.e, key.n)) % key.n, key.size)
}

/** Throws where the signer did not sign what was asked: then the token is burnt, and the round has to be held again. */
export async function unblind(key: SignerKey, message: Bytes, signed: Bytes, r: bigint, salt = saltBytes): Promise<Bytes> {
  if (signed.length !== key.size) throw new Error('a signature of another length')
  const signature = toBytes((toNumber(signed) * inverse(r, key.n)) % key.n, key.size)
  if (!(await verified(key, message, signature, salt))) throw new Error('a signature that does not hold')
  return signature
}

export function verified(key: SignerKey, message: Bytes, signature: Bytes, salt = saltBytes): Promise<boolean> {
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: salt }, key.verifier, signature, message)
}

/** EMSA-PSS (RFC 8017, section 9.1.1). */
async function encode(message: Bytes, salt: Bytes, bits: number): Promise<Bytes> {
  const length = Math.ceil(bits / 8)
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt)
  const block = joined(new Uint8Array(length - salt.length - hashBytes - 2), Uint8Array.of(1), salt)
  const mask = await maskOf(hash, block.length)
  const hidden = block.map((byte, at) => byte ^ mask[at]!)
  hidden[0]! &= 0xff >> (8 * length - bits)
  return joined(hidden, hash, Uint8Array.of(0xbc))
}

async function maskOf(seed: Bytes, length: number): Promise<Bytes> {
  const parts: Bytes[] = []
  for (let at = 0; at * hashBytes < length; at++) parts.push(await sha384(seed, Uint8Array.of(0, 0, 0, at)))
  return joined(...parts).slice(0, length)
}

async function sha384(...parts: Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', joined(...parts)))
}
