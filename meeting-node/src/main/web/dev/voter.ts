import { readKey, verified } from '../ballot/blind'
import { covered } from '../ballot/cover'
import { fromBase64url, fromHex, toHex } from '../ballot/numbers'
import { toCode } from '../ballot/secret'
import { liesIn, Voter, type Announcement, type SignedToken } from '../ballot/voter'

interface Asked { announced: Announcement; secret: string; answers?: string[]; marks?: number[]; record?: SignedToken[]; theirs?: SignedToken; cover?: string }

/** What a laptop does with a question of the Java tests. Everything comes out of the secret, so it keeps nothing in between. */
export async function asked(question: string): Promise<string> {
  const { announced, secret, answers, marks, record, theirs, cover } = JSON.parse(question) as Asked
  const voter = await Voter.of(fromHex(secret), announced)
  const code = await toCode(fromHex(secret))
  if (theirs) return JSON.stringify({ verified: await eachVerified(announced, theirs) })
  if (!answers) return JSON.stringify({ digest: toHex(voter.digest), code, blinded: (await voter.blinded()).map(toHex) })
  const mine = await voter.signed(answers.map(fromHex))
  const paper = await voter.cast(mine, marks ?? [])
  return JSON.stringify({ cast: toHex(cover ? await covered(paper, cover) : paper), found: record ? liesIn(record, mine) : false })
}

async function eachVerified(announced: Announcement, { token, signatures }: SignedToken): Promise<boolean> {
  const keys = await Promise.all(announced.signers.map(readKey))
  const all = await Promise.all(keys.map((key, at) => verified(key, fromBase64url(token), fromBase64url(signatures[at]!))))
  return all.every((one) => one)
}
