import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router'
import { onSignedOut } from './shared/api'
import { beginSaving } from './shared/saving'
import { hasPinnedKey } from './shared/receipt'
import { leave, me, recall, scores, watches, wordsCompared } from './shared/session'
import type { Me } from './shared/shapes'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/sign-in', name: 'signIn', component: () => import('./sign-in/SignInPage.vue') },
    { path: '/sign-in/words', name: 'words', component: () => import('./sign-in/FourWords.vue') },
    { path: '/desk', name: 'desk', component: () => import('./sitting/DeskPage.vue'), meta: { for: scores } },
    { path: '/desk/:applicant', name: 'scoring', component: () => import('./sitting/ScoringPage.vue'), props: true, meta: { for: scores } },
    { path: '/rooms', name: 'rooms', component: () => import('./sitting/RoomsPage.vue'), meta: { for: watches } },
    { path: '/rooms/:room', name: 'room', component: () => import('./sitting/RoomPage.vue'), props: true, meta: { for: watches } },
    { path: '/rooms/:room/tally', name: 'tally', component: () => import('./tally/TallyPage.vue'), props: true, meta: { for: watches } },
    { path: '/:unknown(.*)*', name: 'home', component: () => import('./shared/NoPage.vue') },
  ],
})

onSignedOut((problem) => {
  leave(problem)
  if (router.currentRoute.value.name !== 'signIn') void router.push({ name: 'signIn' })
})

function firstPageOf(who: Me): RouteLocationRaw | true {
  if (scores(who)) return { name: 'desk' }
  if (!watches(who)) return true
  const { room } = who.person
  return room ? { name: 'room', params: { room: room.id } } : { name: 'rooms' }
}

router.beforeEach(async (to) => {
  if (to.name === 'signIn') return true
  if (!me.value) {
    const who = await recall()
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
