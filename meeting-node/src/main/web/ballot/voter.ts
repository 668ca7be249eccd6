import { blind, readKey, saltBytes, unblind, type SignerKey } from './blind'
import { fromBase64url, joined, toBase64url, toNumber, words, type Bytes } from './numbers'
import { derived } from './secret'

// A secret ballot as one laptop lives it: what was announced, a token that nobody has seen, a sealed paper, and the look into
// the record at the end. Nothing here sends anything; and the look is at a record that was fetched whole, never a question about one token.

export interface Announcement {
  ballot: string
  voters: string
  size: number
  fewest: number
  paper: { form: 'APPROVE' | 'CHOOSE' | 'RANK'; atMost: number; options: string[] }
  signers: string[]
  round: string
}

export interface SignedToken { token: string; signatures: string[] }

/** The line-by-line text that the server hashes too; equal on every laptop, on the projector and in the log. */
export async function digestOf(announced: Announcement): Promise<Bytes> {
  const { ballot, voters, size, fewest, paper, signers, round } = announced
  const lines = ['conclave-ballot/1', ballot, voters, size, fewest, paper.form, paper.atMost, paper.options.length, ...paper.options, signers.length, ...signers, round]
  if (lines.some((line) => String(line).includes('\n'))) throw new Error('an announcement with a field of two lines')
  return new Uint8Array(await crypto.subtle.digest('SHA-256', words(lines.join('\n'))))
}

export class Voter {
  private constructor(private readonly secret: Bytes, readonly digest: Bytes, private readonly announced: Announcement, private readonly keys: SignerKey[]) {}

  static async of(secret: Bytes, announced: Announcement): Promise<Voter> {
    return new Voter(secret, await digestOf(announced), announced, await Promise.all(announced.signers.map(readKey)))
  }

  token(): Promise<Bytes> {
    return derived(this.secret, this.digest, 'token', 32)
  }

  /** What each signer is asked to sign, in their order. */
  async blinded(): Promise<Bytes[]> {
    const token = await this.token()
    return Promise.all(this.keys.map(async (key, at) => blind(key, token, await this.salt(at), await this.blinding(at))))
  }

  /** Takes the blinding off what the signers answered, in their order. Throws where one of them did not sign. */
  async signed(answers: Bytes[]): Promise<SignedToken> {
    if (answers.length !== this.keys.length) throw new Error('a signer is missing')
    const token = await this.token()
    const signatures = await Promise.all(this.keys.map(async (key, at) => unblind(key, token, answers[at]!, await this.blinding(at))))
    return { token: toBase64url(token), signatures: signatures.map(toBase64url) }
  }

  /** The body to throw in. Sealing twice gives other bytes, and the box keeps the first: keep this one, and send this one again. */
  async cast({ token, signatures }: SignedToken, marks: number[]): Promise<Bytes> {
    if (marks.length !== this.announced.paper.options.length) throw new Error('a paper with another number of options')
    const round = await crypto.subtle.importKey('spki', fromBase64url(this.announced.round), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt'])
    const label = joined(this.digest, fromBase64url(token))
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'RSA-OAEP', label }, round, Uint8Array.from(marks)))
    return joined(Uint8Array.of(1), label, ...signatures.map(fromBase64url), sealed)
  }

  private salt(signer: number): Promise<Bytes> {
    return derived(this.secret, this.digest, `salt ${signer}`, saltBytes)
  }

  /** 128 bits longer than the key, so that the rest of the division is as good as drawn. */
  private async blinding(signer: number): Promise<bigint> {
    const { n, size } = this.keys[signer]!
    return toNumber(await derived(this.secret, this.digest, `blinding ${signer}`, size + 16)) % n
  }
}

/** Whether the record that everybody has holds exactly what was thrown in. */
export function liesIn(record: SignedToken[], mine: SignedToken): boolean {
  return record.some(({ token, signatures }) =>
    token === mine.token && signatures.length === mine.signatures.length && signatures.every((one, at) => one === mine.signatures[at]))
}
