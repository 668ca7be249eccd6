import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router'
import BallotPage from './ballot/BallotPage.vue'
import CountPage from './ballot/CountPage.vue'
import VotingPage from './ballot/VotingPage.vue'
import NodesPage from './nodes/NodesPage.vue'
import SheetsPage from './rules/SheetsPage.vue'
import ScreeningDossier from './screening/ScreeningDossier.vue'
import ScreeningPage from './screening/ScreeningPage.vue'
import { onSignedOut, persist } from './shared/api'
import { serverIsAway } from './shared/away'
import NoPage from './shared/NoPage.vue'
import { beginSaving } from './shared/saving'
import { hasPinnedKey } from './shared/receipt'
import { leave, me, recall, scores, tends, watches, wordsCompared } from './shared/session'
import type { Me } from './shared/shapes'
import FourWords from './sign-in/FourWords.vue'
import SignInPage from './sign-in/SignInPage.vue'
import DeskPage from './sitting/DeskPage.vue'
import RoomPage from './sitting/RoomPage.vue'
import RoomsPage from './sitting/RoomsPage.vue'
import ScoringPage from './sitting/ScoringPage.vue'
import TallyPage from './tally/TallyPage.vue'

// All pages come with the first one: a room whose Wi-Fi has died must still be able to turn from the list to the sheet.
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/sign-in', name: 'signIn', component: SignInPage },
    { path: '/sign-in/words', name: 'words', component: FourWords },
    { path: '/desk', name: 'desk', component: DeskPage, meta: { for: scores } },
    { path: '/desk/ballot', name: 'ballot', component: BallotPage, meta: { for: scores } },
    { path: '/desk/:applicant', name: 'scoring', component: ScoringPage, props: true, meta: { for: scores } },
    { path: '/ballot/:round', name: 'secretBallot', component: VotingPage, props: true, meta: { for: scores } },
    { path: '/rooms', name: 'rooms', component: RoomsPage, meta: { for: watches } },
    { path: '/rooms/:room', name: 'room', component: RoomPage, props: true, meta: { for: watches } },
    { path: '/rooms/:room/tally', name: 'tally', component: TallyPage, props: true, meta: { for: watches } },
    { path: '/rooms/:room/count', name: 'count', component: CountPage, props: true, meta: { for: watches } },
    { path: '/rooms/:room/screening', name: 'screening', component: ScreeningPage, props: true, meta: { for: watches } },
    { path: '/rooms/:room/screening/:applicant', name: 'screeningDossier', component: ScreeningDossier, props: true, meta: { for: watches } },
    { path: '/sheets', name: 'sheets', component: SheetsPage, meta: { for: watches } },
    { path: '/nodes', name: 'nodes', component: NodesPage, meta: { for: tends } },
    { path: '/:unknown(.*)*', name: 'home', component: NoPage },
  ],
})

onSignedOut((problem) => {
  leave(problem)
  if (router.currentRoute.value.name !== 'signIn') void router.push({ name: 'signIn' })
})

function firstPageOf(who: Me): RouteLocationRaw | true {
  if (scores(who)) return { name: 'desk' }
  if (!watches(who)) return tends(who) ? { name: 'nodes' } : true
  const { room } = who.person
  return room ? { name: 'room', params: { room: room.id } } : { name: 'rooms' }
}

router.beforeEach(async (to) => {
  if (to.name === 'signIn') return true
  if (!me.value) {
    const who = await persist(recall, Infinity, () => (serverIsAway.value = true)).finally(() => (serverIsAway.value = false))
    // Without the key that was pinned at sign-in no receipt could be verified.
    if (!who || !hasPinnedKey()) return { name: 'signIn' }
    beginSaving(who)
  }
  const who = me.value
  if (!who) return { name: 'signIn' }
  if (!wordsCompared(who)) return to.name === 'words' ? true : { name: 'words' }
  if (to.name === 'words' || to.path === '/') return firstPageOf(who)
  const allowed = to.meta.for as ((who: NonNullable<typeof me.value>) => boolean) | undefined
  return allowed && !allowed(who) ? { path: '/' } : true
})
