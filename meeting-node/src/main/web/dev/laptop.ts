// What the tests need of a browser: a laptop's storage, in memory.
export class Drawer {
  /** A laptop whose disk is full, or whose private window stores nothing. */
  full = false
  private readonly kept = new Map<string, string>()
  get length(): number { return this.kept.size }
  key(index: number): string | null { return [...this.kept.keys()][index] ?? null }
  getItem(name: string): string | null { return this.kept.get(name) ?? null }
  setItem(name: string, value: string): void {
    if (this.full) throw new Error('full')
    this.kept.set(name, value)
  }
  removeItem(name: string): void { this.kept.delete(name) }
  clear(): void { this.kept.clear() }
}

Object.assign(globalThis, { localStorage: new Drawer(), sessionStorage: new Drawer(), window: globalThis, addEventListener: () => {} })
