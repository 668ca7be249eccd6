import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { provenBy, speaksOf } from './receipt'
import type { Receipt } from './shapes'

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
const leafOf = (line: string): Buffer => sha(Buffer.of(0), sha(Buffer.from(line)))
const largestPowerBelow = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

// The tree as RFC 6962 writes it, by splitting: another way than the one the page climbs.
function rootOf(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!
  const split = largestPowerBelow(leaves.length)
  return sha(Buffer.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

function pathOf(at: number, leaves: Buffer[]): Buffer[] {
  if (leaves.length === 1) return []
  const split = largestPowerBelow(leaves.length)
  return at < split
    ? [...pathOf(at, leaves.slice(0, split)), rootOf(leaves.slice(split))]
    : [...pathOf(at - split, leaves.slice(split)), rootOf(leaves.slice(0, split))]
}

const marks = { 'A5.1': '12.5', 'A5.2': '13' }
const lineOf = (seq: number): string =>
  JSON.stringify({ at: 1, by: 'pr_1', event: { applicant: 'ap_1', marks, type: 'ScoreSubmitted' }, meeting: 'mt_1', seq })

function receipt(size: number, at: number, key: KeyObject): Receipt {
  const first = 7
  const lines = Array.from({ length: size }, (_, index) => lineOf(first + index))
  const leaves = lines.map(leafOf)
  const root = { at: 1, by: 'k', first, format: 'conclave-root/1', head: 'ff', meeting: 'mt_1', root: rootOf(leaves).toString('hex'), size }
  const sig = sign('sha256', Buffer.from(JSON.stringify(root)), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return { meeting: 'mt_1', seq: first + at, short: '', line: lines[at]!, path: pathOf(at, leaves).map((hash) => hash.toString('hex')), root: { ...root, sig } }
}

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const importKey = (key: KeyObject): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', new Uint8Array(key.export({ type: 'spki', format: 'der' })), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])

test('everyLeafOfEveryTreeUpToSeventeenIsProven', async () => {
  const key = await importKey(pair.publicKey)
  for (let size = 1; size <= 17; size++) for (let at = 0; at < size; at++) expect([size, at, await provenBy(key, receipt(size, at, pair.privateKey))]).toEqual([size, at, true])
})

test('aForgedReceiptIsNotBelieved', async () => {
  const key = await importKey(pair.publicKey)
  const good = receipt(5, 2, pair.privateKey)
  const forgeries: Receipt[] = [
    { ...good, line: good.line.replace('12.5', '15.0') },
    { ...good, seq: good.seq + 1 },
    { ...good, path: good.path.slice(1) },
    { ...good, path: [...good.path, good.path[0]!] },
    { ...good, path: [good.path[0]!.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), ...good.path.slice(1)] },
    { ...good, meeting: 'mt_2' },
    { ...good, root: { ...good.root, size: 6 } },
    { ...good, root: { ...good.root, at: 2 } },
    { ...good, root: { ...good.root, sig: '' } },
  ]
  for (const [index, forged] of forgeries.entries()) expect([index, await provenBy(key, forged)]).toEqual([index, false])
  const stranger = await importKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)
  expect(await provenBy(stranger, good)).toBe(false)
})

test('aTrueReceiptForSomethingElseIsNotTaken', () => {
  const good = receipt(1, 0, pair.privateKey)
  const mine = { meeting: 'mt_1', person: 'pr_1', applicant: 'ap_1', marks }
  expect(speaksOf(good, mine)).toBe(true)
  expect(speaksOf(good, { ...mine, marks: { 'A5.1': '12.50', 'A5.2': '13.0' } })).toBe(true)
  expect(speaksOf(good, { ...mine, applicant: 'ap_2' })).toBe(false)
  expect(speaksOf(good, { ...mine, person: 'pr_2' })).toBe(false)
  expect(speaksOf(good, { ...mine, marks: { ...marks, 'A5.2': '14' } })).toBe(false)
  expect(speaksOf(good, { ...mine, marks: { 'A5.1': '12.5' } })).toBe(false)
})

test('theReceiptOnThePageAboutEvidenceIsProvenHereAsOnTheServer', async () => {
  const page = readFileSync(new URL('../../../../docs/formats/evidence.md', import.meta.url), 'utf8')
  const fence = (name: string): string => new RegExp('```' + name + '\\n([\\s\\S]*?)\\n```').exec(page)![1]!
  const der = new Uint8Array(Buffer.from(fence('key'), 'base64'))
  const key = await crypto.subtle.importKey('spki', der, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const written = JSON.parse(fence('receipt')) as Receipt
  expect(await provenBy(key, written)).toBe(true)
  expect(await provenBy(key, { ...written, line: written.line.replace('82.50', '92.50') })).toBe(false)
})
