import type { Part } from './fetch.ts'
import type { KeySource } from './shapes.ts'

/**
 * Visits the runs of a part's entries that lie in one step of time: `from` up to `to`, counted within the part. `key` turns days
 * into steps; rows of a segment lie by day, so a run's end is found by halving instead of reading every day.
 */
export function eachRun(
  part: Part,
  { through, first, shift }: KeySource,
  visit: (from: number, to: number, code: number) => void,
): void {
  const { segment, low, rows, count } = part
  let from = 0
  while (from < count) {
    const day = segment.value('day', rows ? (rows[from] as number) : low + from)
    const code = through ? (through[day - first] as number) : day
    let next = day + 1
    if (through) while (next - first < through.length && through[next - first] === code) next += 1
    const row = segment.rowFrom(next)
    const to = rows ? lowerBound(rows, row, from, count) : Math.min(count, row - low)
    visit(from, to, code + shift)
    from = to
  }
}

/** First place between `from` and `to` whose row is `row` or a later one. */
export function lowerBound(rows: Uint32Array, row: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] as number) < row) low = middle + 1
    else high = middle
  }
  return low
}
