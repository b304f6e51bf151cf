import { useEffect, useReducer, useRef } from 'react'

/** Milliseconds within which a second leap makes a flight of two, and after which a flight is over. */
const FLIGHT_MS = 60
const SETTLE_MS = 90

export interface Leap {
  offset: number
  at: number
  flying: boolean
}

/** A single leap (End, a click on the scroll bar) is no flight: its rows are wanted whole and at once. */
export function nextLeap(last: Leap, offset: number, at: number, viewport: number): Leap {
  if (offset === last.offset) return last
  const far = Math.abs(offset - last.offset) > viewport / 2
  return { offset, at: far ? at : last.at, flying: far && at - last.at < FLIGHT_MS }
}

/**
 * Whether the list is flying past, each frame showing other rows than the last: nobody can read them, and drawing them whole would
 * cost frames. Draws once more when it has come to rest.
 */
export function useFlying(offset: number, viewport: number): boolean {
  const [, settle] = useReducer((n: number) => n + 1, 0)
  const leap = useRef<Leap>({ offset, at: 0, flying: false })
  leap.current = nextLeap(leap.current, offset, performance.now(), viewport)
  const { flying } = leap.current
  useEffect(() => {
    if (!flying) return undefined
    const timer = setTimeout(() => {
      leap.current = { ...leap.current, flying: false }
      settle()
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  })
  return flying
}
