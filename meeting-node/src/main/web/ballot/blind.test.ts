import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { blind, readKey, saltBytes, unblind, verified, type SignerKey } from './blind'
import { fromHex, inverse, joined, power, toBase64url, toBytes, toHex, toNumber, type Bytes } from './numbers'

const bytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const fields = (block: string): Record<string, string> =>
  Object.fromEntries(block.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(' ') as [string, string]))
const hex = (value: string): Bytes => fromHex(value === '-' ? '' : value)

const [shared, ...vectors] = readFileSync(new URL('../../../test/resources/conclave/seal/rfc9474.txt', import.meta.url), 'utf8').split('\n\n').map(fields)
let rfcKey: SignerKey
let ours: CryptoKeyPair
let key: SignerKey

const spkiOf = async (pair: CryptoKey): Promise<string> => toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair)))

beforeAll(async () => {
  const n = toBase64url(hex(shared!.n!))
  rfcKey = await readKey(await spkiOf(await crypto.subtle.importKey('jwk', { kty: 'RSA', n, e: 'AQAB' }, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])))
  ours = await RSABSSA.SHA384.generateKey({ modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) })
  key = await readKey(await spkiOf(ours.publicKey))
}, 60_000)

test('theFourVectorsOfTheRfcComeOutToTheByte', async () => {
  expect(vectors.length).toBe(4)
  const p = toNumber(hex(shared!.p!))
  const d = inverse(rfcKey.e, (p - 1n) * (rfcKey.n / p - 1n))
  for (const { prefix, salt, inv, blinded, signed, sig, variant } of vectors as Record<string, string>[]) {
    const message = joined(hex(prefix!), hex(shared!.msg!))
    const r = inverse(toNumber(hex(inv!)), rfcKey.n)
    expect(toHex(await blind(rfcKey, message, hex(salt!), r)), variant).toBe(blinded)
    expect(toHex(toBytes(power(toNumber(hex(blinded!)), d, rfcKey.n), rfcKey.size)), variant).toBe(signed)
    expect(toHex(await unblind(rfcKey, message, hex(signed!), r, hex(salt!).length)), variant).toBe(sig)
  }
}, 60_000)

test('theirSignerAndVerifierUnderstandUs', async () => {
  const theirs = RSABSSA.SHA384.PSS.Deterministic()
  for (let at = 0; at < 2; at++) {
    const token = bytes(32)
    const r = toNumber(bytes(key.size + 16)) % key.n
    const signed = await theirs.blindSign(ours.privateKey, await blind(key, token, bytes(saltBytes), r))
    const signature = await unblind(key, token, Uint8Array.from(signed), r)
    expect(await theirs.verify(ours.publicKey, signature, token)).toBe(true)
  }
}, 60_000)

test('whatTheirClientFinishedVerifiesHere', async () => {
  const theirs = RSABSSA.SHA384.PSS.Deterministic()
  const token = theirs.prepare(bytes(32)) as Bytes
  const { blindedMsg, inv } = await theirs.blind(ours.publicKey, token)
  const signature = Uint8Array.from(await theirs.finalize(ours.publicKey, token, await theirs.blindSign(ours.privateKey, blindedMsg), inv))
  expect(await verified(key, token, signature)).toBe(true)
  signature[100]! ^= 1
  expect(await verified(key, token, signature)).toBe(false)
}, 60_000)

test('aSignerWhoSignsSomethingElseIsFound', async () => {
  const theirs = RSABSSA.SHA384.PSS.Deterministic()
  const r = toNumber(bytes(key.size + 16)) % key.n
  const other = Uint8Array.from(await theirs.blindSign(ours.privateKey, await blind(key, bytes(32), bytes(saltBytes), r)))
  await expect(unblind(key, bytes(32), other, r)).rejects.toThrow('does not hold')
  await expect(unblind(key, bytes(32), other.slice(1), r)).rejects.toThrow('another length')
}, 60_000)

test('aNumberWithoutAnInverseIsNotUsed', () => {
  expect(inverse(3n, 7n)).toBe(5n)
  expect(() => inverse(6n, 9n)).toThrow()
  expect(() => inverse(0n, 7n)).toThrow()
  expect(() => toBytes(256n, 1)).toThrow()
})

test('aShortKeyAndAnOddExponentAreNotUsed', async () => {
  for (const [modulusLength, exponent] of [[2048, [1, 0, 1]], [3072, [3]]] as [number, number[]][]) {
    const odd = await crypto.subtle.generateKey({ name: 'RSA-PSS', hash: 'SHA-384', modulusLength, publicExponent: Uint8Array.from(exponent) }, true, ['sign', 'verify'])
    await expect(readKey(await spkiOf(odd.publicKey))).rejects.toThrow('no ballot uses')
  }
}, 60_000)
