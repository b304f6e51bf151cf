/**
 * Where the ledger was left, so that Back from an entry comes to the same line. Only for this window's life, and only for the
 * same list: another filter starts at its top.
 */
interface Place {
  view: string
  offset: number
  slot: number
}

let place: Place | undefined

export const rememberPlace = (next: Place): void => {
  place = next
}

export const placeOf = (view: string): Place | undefined => (place?.view === view ? place : undefined)
