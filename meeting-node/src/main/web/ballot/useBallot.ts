import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { newIntent, persist, read, send, told, type Told } from '../shared/api'
import { live } from '../shared/live'
import { me } from '../shared/session'
import { word } from '../shared/words'
import { covered } from './cover'
import { forget, keep, kept, type Kept } from './drawer'
import { fromBase64url, toBase64url, toHex } from './numbers'
import { bytesOf, type Marks } from './sealed'
import { freshSecret, fromCode, toCode } from './secret'
import type { Ballot, BallotRecord } from './shapes'
import { throwIn, worthSendingAgain, type BoxAnswer } from './throwIn'
import { digestOf, liesIn, Voter } from './voter'

export type Found = 'searching' | 'found' | 'missing' | 'notCast'

const sendAgainEvery = 5_000
const own = (what: 'digestDiffers' | 'tokenBurnt' | 'codeWrong'): Told => ({ title: word(`secret.${what}`), detail: word(`secret.${what}.detail`), request: '' })

/** One secret ballot as one expert lives it, from the recovery code to the own token in the record. */
export function useBallot(round: () => string) {
  const { value: ballot, trouble, asOf, stale, refresh } = live<Ballot>(() => `/api/rounds/${round()}/ballot`, ({ what }) => what === 'desk')
  const person = (): string => me.value!.person.id
  const mine = shallowRef<Kept | null>(kept(round(), person()))
  const code = ref('')
  const problem = ref<Told | null>(null)
  const busy = ref(false)
  const answer = ref<BoxAnswer | null>(null)
  const found = ref<Found>('searching')
  /** As this laptop computes it from what it was told, for the eye to compare with the projector. */
  const digest = ref('')
  const inTheBox = computed(() => answer.value === 'LIES_IN_THE_BOX')

  function change(to: Kept): void {
    mine.value = to
    keep(round(), person(), to)
  }

  async function secretToCopy(): Promise<void> {
    const secret = freshSecret()
    mine.value = { secret }
    code.value = await toCode(secret)
  }

  async function recovered(typed: string): Promise<void> {
    const secret = await fromCode(typed)
    if (secret) await take({ secret })
    else problem.value = own('codeWrong')
  }

  /** Asks with the same bytes however often: the server answers alike. */
  async function take(with_: Kept): Promise<void> {
    busy.value = true
    problem.value = null
    try {
      const voter = await Voter.of(with_.secret, ballot.value!.announcement!)
      if (toHex(voter.digest) !== ballot.value!.digest) {
        problem.value = own('digestDiffers')
        return
      }
      const blinded = (await voter.blinded()).map(toBase64url)
      const intent = newIntent()
      const { signed } = await persist(() => send<{ signed: string[] }>('POST', `/api/rounds/${round()}/ballot/token`, intent, { blinded }), 5)
      const token = await voter.signed(signed.map(fromBase64url)).catch(() => null)
      if (token) change({ secret: with_.secret, token })
      else problem.value = own('tokenBurnt')
      void refresh()
    } catch (reason) {
      problem.value = told(reason)
    } finally {
      busy.value = false
    }
  }

  /** Sealed once: sealing again would give another paper, and the box keeps the first. */
  async function cast(marks: Marks): Promise<void> {
    const { secret, token } = mine.value!
    const voter = await Voter.of(secret, ballot.value!.announcement!)
    change({ secret, token, paper: await voter.cast(token!, bytesOf(ballot.value!.announcement!.paper, marks)) })
    await sendPaper()
  }

  async function sendPaper(): Promise<void> {
    const paper = mine.value?.paper
    if (!paper || ballot.value?.state !== 'casting') return
    const { cover } = ballot.value
    const said = await throwIn(cover ? await covered(paper, cover) : paper)
    if (said !== null) answer.value = said
    // This laptop has come to another server meanwhile.
    if (said === 'WRONG_COVER') void refresh()
  }

  async function look(): Promise<void> {
    const { secret, token } = mine.value ?? {}
    if (!secret || found.value === 'found') return
    const record = await persist(() => read<BallotRecord>(`/api/rounds/${round()}/ballot/record`), Infinity)
    const name = token?.token ?? toBase64url(await (await Voter.of(secret, ballot.value!.announcement!)).token())
    const there = token ? liesIn(record.tokens, token) : record.tokens.some((one) => one.token === name)
    const cast = mine.value?.paper !== undefined
    found.value = there ? 'found' : cast ? 'missing' : 'notCast'
    if (there) forget(round(), person())
  }

  watch(() => ballot.value?.announcement?.round, async () => {
    digest.value = ballot.value?.announcement ? toHex(await digestOf(ballot.value.announcement)) : ''
  }, { immediate: true })
  watch(() => ballot.value?.state, (state) => {
    if (state === 'casting') void sendPaper()
    if (state === 'opened') void look()
    if (state === 'lost' || state === 'void') forget(round(), person())
  }, { immediate: true })
  const again = window.setInterval(() => {
    if (!inTheBox.value && (answer.value === null || worthSendingAgain(answer.value))) void sendPaper()
  }, sendAgainEvery)
  onBeforeUnmount(() => clearInterval(again))

  return { ballot, trouble, asOf, stale, mine, code, problem, busy, answer, inTheBox, found, digest, secretToCopy, recovered, take, cast }
}
