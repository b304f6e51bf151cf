/** What is shown of an axis: first and last step, both included. */
export interface Window {
  first: number
  last: number
}

/** Fewer steps than this say nothing as a chart; charts with fewer than twice as many are not zoomed. */
const LEAST = 4

export const canZoom = (steps: number | undefined): steps is number =>
  steps !== undefined && steps >= 2 * LEAST

/** '+' shows half as many steps around `at` (a step), '-' twice as many, '0' all. Undefined for any other key. */
export function zoomed(key: string, now: Window, steps: number, at: number | undefined): Window | undefined {
  const shown = now.last - now.first + 1
  if (key === '0') return { first: 0, last: steps - 1 }
  const wanted = key === '+' || key === '=' ? Math.ceil(shown / 2) : key === '-' ? shown * 2 : undefined
  if (wanted === undefined) return undefined
  const count = Math.min(steps, Math.max(LEAST, wanted))
  const middle = at ?? Math.round((now.first + now.last) / 2)
  const first = Math.min(steps - count, Math.max(0, middle - (count >> 1)))
  return { first, last: first + count - 1 }
}

/** Moved just so far that a step is in sight. */
export function inSight(now: Window, step: number): Window {
  const by = step < now.first ? step - now.first : step > now.last ? step - now.last : 0
  return by === 0 ? now : { first: now.first + by, last: now.last + by }
}
