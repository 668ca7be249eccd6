import { onBeforeUnmount, onMounted, ref } from 'vue'

/** Keys that hold everywhere on the desk, as long as nobody is writing and no panel is open. */
export function useKeys(acts: Record<string, () => unknown>) {
  /** As long as the key for it is held. */
  const under = ref(false)

  function writing(event: Event): boolean {
    return (event.target as HTMLElement).matches('textarea, select, input[type="text"]') || !!document.querySelector('dialog[open]')
  }

  function pressed(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.defaultPrevented || writing(event)) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (event.ctrlKey && key !== 's' && key !== 'z') return
    if (key === 'u' && !event.repeat) under.value = true
    const act = acts[key]
    if (!act) return
    event.preventDefault()
    act()
  }

  function released(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'u') under.value = false
  }

  const away = (): void => {
    under.value = false
  }

  onMounted(() => {
    window.addEventListener('keydown', pressed)
    window.addEventListener('keyup', released)
    window.addEventListener('blur', away)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', pressed)
    window.removeEventListener('keyup', released)
    window.removeEventListener('blur', away)
  })
  return under
}
