import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { read } from './api'
import { serverNow, serverSays } from './moments'

// One stream for the whole page: it only says that something changed, the page then fetches what it shows.
type Change = { what: string; room?: string }

const listeners = new Set<(change: Change) => void>()
let stream: EventSource | null = null
let revival = 0

function everything(): void {
  for (const listener of listeners) listener({ what: 'all' })
}

function connect(): void {
  stream = new EventSource('/api/events')
  stream.addEventListener('hello', (event) => {
    const { at } = JSON.parse(event.data as string) as { at?: number }
    if (at) serverSays(at)
    everything()
  })
  stream.addEventListener('changed', (event) => {
    const change = JSON.parse(event.data as string) as Change
    for (const listener of listeners) listener(change)
  })
  // The next question to the server is refused and brings the person to the sign-in page, with the reason.
  stream.addEventListener('signedOut', () => everything())
  stream.onerror = () => {
    if (stream?.readyState !== EventSource.CLOSED) return
    revival = window.setTimeout(connect, 5_000)
  }
}

function listen(listener: (change: Change) => void): () => void {
  listeners.add(listener)
  if (!stream) connect()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stream?.close()
    stream = null
    clearTimeout(revival)
  }
}

export interface Live<T> {
  value: Ref<T | null>
  trouble: Ref<unknown>
  /** The server's time of the last answer, 0 before the first. */
  asOf: Ref<number>
  stale: Readonly<Ref<boolean>>
  refresh: () => Promise<void>
}

/** What was last read, so that turning from one page to another shows it at once, also while the Wi-Fi is away. */
const lastRead = new Map<string, { value: unknown; asOf: number }>()

export function forgetAll(): void {
  lastRead.clear()
}

const everySoOften = 15_000
/** Nearly three of them in a row were missed. */
const missed = 2.7

/**
 * Keeps a value fresh: on every change that concerns it, and every fifteen seconds (or `every`) besides, because a stream over
 * bad Wi-Fi can be silent for long before anybody notices that it is dead.
 */
export function live<T>(path: () => string, concerns: (change: Change) => boolean, every = everySoOften): Live<T> {
  const before = lastRead.get(path())
  const value = ref((before?.value as T | undefined) ?? null) as Ref<T | null>
  const trouble = ref<unknown>(null)
  const asOf = ref(before?.asOf ?? 0)
  const now = ref(serverNow())
  let latest = 0
  let stopListening = () => {}
  let poll = 0
  let tick = 0

  async function refresh(): Promise<void> {
    const mine = ++latest
    try {
      const fresh = await read<T>(path())
      if (mine !== latest) return
      value.value = fresh
      trouble.value = null
      asOf.value = serverNow()
      lastRead.set(path(), { value: fresh, asOf: asOf.value })
    } catch (reason) {
      if (mine === latest) trouble.value = reason
    }
  }

  onMounted(() => {
    stopListening = listen((change) => {
      if (change.what === 'all' || concerns(change)) void refresh()
    })
    poll = window.setInterval(() => void refresh(), every)
    tick = window.setInterval(() => (now.value = serverNow()), 1_000)
    void refresh()
  })
  onBeforeUnmount(() => {
    stopListening()
    clearInterval(poll)
    clearInterval(tick)
  })
  return { value, trouble, asOf, stale: computed(() => asOf.value > 0 && now.value - asOf.value > every * missed), refresh }
}
