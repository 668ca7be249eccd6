// Points are added as whole millionths, so that 0.1 and 0.2 make 0.3 here as they do on paper and on the server.
export type Exact = bigint

const places = 6
const scale = 10n ** BigInt(places)

/** Null for whatever is not a plain decimal of at most six places. */
export function exact(text: string): Exact | null {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text)
  if (!parts) return null
  const size = BigInt(parts[2]!) * scale + BigInt((parts[3] ?? '').padEnd(places, '0'))
  return parts[1] ? -size : size
}

/** The shortest way to write it: 12.5, 40, 0. */
export function plain(value: Exact): string {
  const size = value < 0n ? -value : value
  const fraction = (size % scale).toString().padStart(places, '0').replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${size / scale}${fraction ? `.${fraction}` : ''}`
}

export function sum(values: readonly Exact[]): Exact {
  return values.reduce((so, value) => so + value, 0n)
}

/** What fingers on a Chinese keyboard produce: full-width digits, the full-width and the ideographic full stop, a comma, spaces. */
export function asTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u3002\u00b7,\u3001\uff61]/g, '.')
    .replace(/\s+/g, '')
}

/** "12." and ".5" are finished by the reader's eye; the server wants them written out. */
export function tidied(text: string): string {
  const typed = asTyped(text)
  const whole = typed.startsWith('.') ? `0${typed}` : typed
  const value = exact(whole.endsWith('.') ? whole.slice(0, -1) : whole)
  return value === null ? typed : plain(value)
}
