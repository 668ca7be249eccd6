import { ref } from 'vue'
import { language } from './words'

// The server's clock is the one on the receipts; the laptop's may be anything, so we keep the distance between them.
const distance = ref(0)

export function serverSays(now: number): void {
  distance.value = now - Date.now()
}

export function serverNow(): number {
  return Date.now() + distance.value
}

// All of China keeps one time; a borrowed laptop set to another zone must not put a receipt into the night.
function show(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language.value === 'en' ? 'en-GB' : 'zh-CN', { hourCycle: 'h23', timeZone: 'Asia/Shanghai', ...options }).format(at)
}

/** 10:32 */
export const clock = (at: number): string => show(at, { hour: '2-digit', minute: '2-digit' })

/** 10:32:05 */
export const clockWithSeconds = (at: number): string => show(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** The date in full as official papers write it, then 14:20. */
export const dateAndClock = (at: number): string => `${show(at, { year: 'numeric', month: 'long', day: 'numeric' })} ${clock(at)}`

/** A calendar day as the server writes it (2026-11-21), whatever the laptop thinks of time zones. */
export const date = (day: string): string => show(Date.parse(`${day}T00:00:00Z`), { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' })

/** 0 to 23, by the same clock as everything else on the page. */
export const hourOfDay = (at: number): number => Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(at))
