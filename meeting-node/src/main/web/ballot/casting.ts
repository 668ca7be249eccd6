import { isSessionOver, newIntent, pause, send, worthRepeating } from '../shared/api'
import { verifiedPaper } from '../shared/receipt'
import { arrived, onItsWay, ReceiptNotProven, seenOnServer, whoSaves } from '../shared/saving'
import type { Done, Me, Paper, Receipt } from '../shared/shapes'

// A paper is kept on the laptop only while nobody knows whether it has arrived: then it is sent again as it is, under the
// same intent. As soon as the record is known to hold it, or not to, nothing of it stays behind.

export interface Pending { round: string; paper: Paper; intent: string }
export interface Cast { at: number; receipt: Receipt }

const place = ({ meeting, person }: Me): string => `conclave.paper.${meeting.id}.${person.id}`

/** The paper of this round that was on its way when the page was closed. */
export function pending(me: Me, round: string): Pending | null {
  const text = localStorage.getItem(place(me))
  const left = text ? (JSON.parse(text) as Pending) : null
  return left?.round === round ? left : null
}

function keep(me: Me, paper: Pending): boolean {
  try {
    localStorage.setItem(place(me), JSON.stringify(paper))
    return true
  } catch (full) {
    console.warn('this laptop keeps nothing', full)
    return false
  }
}

/**
 * Casts and does not give up while the answer is unknown. Returns only with a receipt that this browser has verified; a paper
 * that was on its way goes on as it was, whatever the page has been filled with since.
 */
export async function cast(round: string, filled: Paper, onTrouble: (trouble: unknown) => void): Promise<Cast> {
  const me = whoSaves()!
  const paper = pending(me, round) ?? { round, paper: { ...filled }, intent: newIntent() }
  const kept = keep(me, paper)
  onItsWay(round, { kept, failed: false, refused: false })
  try {
    const { at, receipt } = await untilAnswered(paper, kept, onTrouble)
    if (!(await verifiedPaper(receipt, { meeting: me.meeting.id, person: me.person.id, round, paper: paper.paper }))) throw new ReceiptNotProven()
    letGo(me, round)
    seenOnServer(at)
    return { at, receipt: receipt! }
  } catch (trouble) {
    notCast(me, round, kept, trouble)
    throw trouble
  }
}

async function untilAnswered({ round, paper, intent }: Pending, kept: boolean, onTrouble: (trouble: unknown) => void): Promise<Done> {
  for (let wait = 1; ; wait = Math.min(wait * 2, 15)) {
    try {
      return await send<Done>('POST', `/api/rounds/${round}/paper`, intent, { paper })
    } catch (trouble) {
      if (!worthRepeating(trouble)) throw trouble
      onItsWay(round, { kept, failed: true, refused: false })
      onTrouble(trouble)
      await pause(wait)
    }
  }
}

function notCast(me: Me, round: string, kept: boolean, trouble: unknown): void {
  // Nobody knows yet: after signing in again the same paper goes on.
  if (isSessionOver(trouble)) onItsWay(round, { kept, failed: true, refused: false })
  else if (trouble instanceof ReceiptNotProven) onItsWay(round, { kept, failed: false, refused: true })
  else letGo(me, round)
}

function letGo(me: Me, round: string): void {
  localStorage.removeItem(place(me))
  arrived(round)
}
