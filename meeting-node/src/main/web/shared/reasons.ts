import { word } from './words'

/** Why somebody did something: to whoever judges it is not told, because it may hold a name. */
export const reasonOf = (reason: string | null): string => reason ?? word('reason.withheld')
