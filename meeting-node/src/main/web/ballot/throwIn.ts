import type { Bytes } from './numbers'

export type BoxAnswer = 'LIES_IN_THE_BOX' | 'ANOTHER_LIES_THERE' | 'NOT_OPEN_YET' | 'CLOSED' | 'NOT_SIGNED' | 'MALFORMED'
  | 'UNKNOWN_BALLOT' | 'NAMES_SOMEBODY' | 'NOT_NOW' | 'LIES_AT_ONE_SERVER' | 'WRONG_COVER'

const patience = 15_000

/** The one request that says nothing about who sends it: no cookie, no referrer, and on a connection that carries no cookies. */
export async function throwIn(paper: Bytes): Promise<BoxAnswer | null> {
  try {
    const answer = await fetch('/cast', {
      method: 'POST', body: paper, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error',
      headers: { 'Content-Type': 'application/octet-stream' }, signal: AbortSignal.timeout(patience),
    })
    return answer.ok ? ((await answer.text()).trim() as BoxAnswer) : null
  } catch {
    return null
  }
}

/** These say that sending the same paper once more may help; everything else is final. */
export const worthSendingAgain = (answer: BoxAnswer | null): boolean =>
  answer === null || ['NOT_NOW', 'NOT_OPEN_YET', 'LIES_AT_ONE_SERVER', 'WRONG_COVER'].includes(answer)
