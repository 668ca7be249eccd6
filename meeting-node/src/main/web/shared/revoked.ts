// Pages that were taken back: the browser's cache still holds their pictures under addresses that nothing lists any more.

const again = 5_000
const pending = new Set<string>()
let later = 0

/** Asks past the cache, so that the answer that there is nothing takes the place of the picture; without network as soon as there is one. */
export function forgetPictures(addresses: string[]): void {
  for (const address of addresses) pending.add(address)
  void askAll()
}

// Of a morning's reading, so that none is overlooked.
performance.setResourceTimingBufferSize(10_000)

/** Of many addresses those that this page has ever loaded: what was never here need not be asked for. */
export function forgetLoadedPictures(addresses: string[]): void {
  const loaded = new Set(performance.getEntriesByType('resource').map(({ name }) => name.slice(new URL(name).origin.length)))
  forgetPictures(addresses.filter((address) => loaded.has(address)))
}

async function askAll(): Promise<void> {
  clearTimeout(later)
  for (const address of [...pending]) {
    if (await answered(address)) pending.delete(address)
  }
  if (pending.size > 0) later = window.setTimeout(() => void askAll(), again)
}

/** Any answer will do: also that nobody is signed in here any more. */
async function answered(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { cache: 'reload', credentials: 'same-origin' })
    await answer.arrayBuffer()
    return true
  } catch {
    return false
  }
}
