// Whole numbers of some thousand bits, as RSA wants them. Only public values and one's own blinding pass through here.

export type Bytes = Uint8Array<ArrayBuffer>

export function toNumber(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`)
}

export function toBytes(number: bigint, size: number): Bytes {
  const hex = number.toString(16).padStart(2 * size, '0')
  if (hex.length > 2 * size) throw new Error('a number that is too long')
  return fromHex(hex)
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

export function inverse(number: bigint, modulus: bigint): bigint {
  let [rest, next, factor, following] = [modulus, number % modulus, 0n, 1n]
  while (next !== 0n) {
    const times = rest / next
    ;[rest, next, factor, following] = [next, rest - times * next, following, factor - times * following]
  }
  if (rest !== 1n) throw new Error('a number without an inverse')
  return ((factor % modulus) + modulus) % modulus
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
export const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))
export const words = (text: string): Bytes => new TextEncoder().encode(text)

export function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}

export const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

export const fromBase64url = (encoded: string): Bytes =>
  Uint8Array.from(atob(encoded.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0))
