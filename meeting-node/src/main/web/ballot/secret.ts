import { joined, toNumber, words, type Bytes } from './numbers'

// Everything that a voter needs for one ballot comes out of 128 random bits. So a reload, or another laptop into which the
// recovery code was typed, asks for exactly the same token again and is answered as before.

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretDigits = 26
const checkDigits = 2
const group = 4

export const freshSecret = (): Bytes => crypto.getRandomValues(new Uint8Array(16))

/** Seven groups of four; the last two signs tell a slip of the pen. */
export async function toCode(secret: Bytes): Promise<string> {
  const all = written(toNumber(secret), secretDigits) + (await checkOf(secret))
  return all.match(new RegExp(`.{${group}}`, 'g'))!.join('-')
}

/** However it was typed: small letters, full-width ones, O for 0, I and L for 1, dashes anywhere. Null where a sign is wrong. */
export async function fromCode(typed: string): Promise<Bytes | null> {
  const signs = typed.normalize('NFKC').toUpperCase().replace(/[\s\p{P}\p{Sm}\u30FC]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (signs.length !== secretDigits + checkDigits || [...signs].some((sign) => !digits.includes(sign))) return null
  const number = [...signs.slice(0, secretDigits)].reduce((sum, sign) => sum * 32n + BigInt(digits.indexOf(sign)), 0n)
  if (number >= 1n << 128n) return null
  const secret = Uint8Array.from({ length: 16 }, (_, at) => Number((number >> BigInt(8 * (15 - at))) & 255n))
  return signs.slice(secretDigits) === (await checkOf(secret)) ? secret : null
}

/** HKDF (RFC 5869): bytes for one purpose in one ballot; who sees them learns nothing about the others. */
export async function derived(secret: Bytes, ballot: Bytes, purpose: string, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: ballot, info: words(`conclave ballot 1 ${purpose}`) }, key, 8 * length)
  return new Uint8Array(bits)
}

async function checkOf(secret: Bytes): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', joined(words('conclave recovery 1\0'), secret))
  return written(toNumber(new Uint8Array(hash)) >> 246n, checkDigits)
}

function written(number: bigint, length: number): string {
  return Array.from({ length }, (_, at) => digits[Number((number >> BigInt(5 * (length - 1 - at))) & 31n)]).join('')
}
