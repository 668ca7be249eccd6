import { beforeAll, expect, test } from 'vitest'
import { fromBase64url, power, toBase64url, toBytes, toHex, toNumber, type Bytes } from './numbers'
import { freshSecret, fromCode, toCode } from './secret'
import { digestOf, liesIn, Voter, type Announcement, type SignedToken } from './voter'

let signers: CryptoKeyPair[]
let round: CryptoKeyPair
let announced: Announcement

const spki = async (key: CryptoKey): Promise<string> => toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', key)))

beforeAll(async () => {
  const size = { modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) }
  const signer = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey({ name: 'RSA-PSS', hash: 'SHA-384', ...size }, true, ['sign', 'verify'])
  signers = [await signer(), await signer()]
  round = await crypto.subtle.generateKey({ name: 'RSA-OAEP', hash: 'SHA-256', ...size }, true, ['encrypt', 'decrypt'])
  announced = { ballot: 'bl_1', voters: 'a'.repeat(64), size: 11, fewest: 5, paper: { form: 'APPROVE', atMost: 0, options: ['ap_1', 'ap_2'] },
    signers: await Promise.all(signers.map((pair) => spki(pair.publicKey))), round: await spki(round.publicKey) }
}, 60_000)

async function sign(pair: CryptoKeyPair, blinded: Bytes): Promise<Bytes> {
  const { n, d } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return toBytes(power(toNumber(blinded), toNumber(fromBase64url(d!)), toNumber(fromBase64url(n!))), blinded.length)
}

const answer = (blinded: Bytes[]): Promise<Bytes[]> => Promise.all(blinded.map((each, at) => sign(signers[at]!, each)))

async function tokenOf(voter: Voter): Promise<SignedToken> {
  return voter.signed(await answer(await voter.blinded()))
}

test('twoSignersSignOneTokenUnread', async () => {
  const voter = await Voter.of(freshSecret(), announced)
  const mine = await tokenOf(voter)
  expect(mine.signatures.length).toBe(2)
  expect(liesIn([mine], mine)).toBe(true)
  expect(liesIn([{ ...mine, signatures: [...mine.signatures].reverse() }], mine)).toBe(false)
  expect(liesIn([await tokenOf(await Voter.of(freshSecret(), announced))], mine)).toBe(false)
  const turned = (await answer(await voter.blinded())).reverse()
  await expect(voter.signed(turned)).rejects.toThrow('does not hold')
  await expect(voter.signed(turned.slice(1))).rejects.toThrow('missing')
}, 60_000)

test('anotherLaptopWithTheRecoveryCodeAsksForTheSameToken', async () => {
  const secret = freshSecret()
  const there = await Voter.of((await fromCode(await toCode(secret)))!, announced)
  expect((await there.blinded()).map(toHex)).toEqual((await (await Voter.of(secret, announced)).blinded()).map(toHex))
  const elsewhere = await Voter.of(secret, { ...announced, ballot: 'bl_2' })
  expect(toHex(await elsewhere.token())).not.toBe(toHex(await there.token()))
}, 60_000)

test('whateverWasChosenTheBodyIsEquallyLongAndOpensUnderItsOwnTokenOnly', async () => {
  const voter = await Voter.of(freshSecret(), announced)
  const mine = await tokenOf(voter)
  const bodies = await Promise.all([[0, 0], [1, 2], [2, 2]].map((marks) => voter.cast(mine, marks)))
  expect(bodies.map((body) => body.length)).toEqual([1217, 1217, 1217])
  expect(toHex(bodies[0]!)).not.toBe(toHex(await voter.cast(mine, [0, 0])))
  const open = (body: Bytes, label: Bytes): Promise<ArrayBuffer> => crypto.subtle.decrypt({ name: 'RSA-OAEP', label }, round.privateKey, body.slice(-384))
  expect([...new Uint8Array(await open(bodies[1]!, bodies[1]!.slice(1, 65)))]).toEqual([1, 2])
  await expect(open(bodies[1]!, new Uint8Array(64))).rejects.toThrow()
  await expect(voter.cast(mine, [1])).rejects.toThrow('another number')
}, 60_000)

test('noFieldOfAnAnnouncementPassesForTwo', async () => {
  const { voters, size, ...rest } = announced
  const shifted = { ...rest, ballot: `${announced.ballot}\n${voters}`, voters: String(size), size: announced.fewest } as Announcement
  await expect(digestOf(shifted)).rejects.toThrow('two lines')
})
