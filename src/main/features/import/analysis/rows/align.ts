import { saysNothing } from './blank.ts'

/** What a column may hold: everything, or what this test admits. */
export type Admits = (cell: string) => boolean

/**
 * A record with more fields than the header. Either the surplus lies behind the last column, or a delimiter inside some text cut
 * one field into several. Every such reading is tried against what the columns admit; only when exactly one fits is the row
 * taken, else undefined: it is rejected rather than misplaced.
 */
export function alignSurplus(
  cells: readonly string[],
  width: number,
  delimiter: string,
  admits: readonly (Admits | undefined)[],
): { cells: string[]; beyond: string[] } | undefined {
  const surplus = cells.length - width
  const fits = (row: readonly string[]): boolean => row.every((cell, i) => admits[i]?.(cell) ?? true)
  const readings: { cells: string[]; beyond: string[] }[] = []
  const inPlace = cells.slice(0, width)
  if (fits(inPlace)) readings.push({ cells: inPlace, beyond: cells.slice(width) })
  for (let at = 0; at < width; at++) {
    const parts = cells.slice(at, at + surplus + 1)
    // A cut text has something on both sides of the cut.
    if (saysNothing(parts[0]) || saysNothing(parts.at(-1))) continue
    const row = [...cells.slice(0, at), parts.join(delimiter), ...cells.slice(at + surplus + 1)]
    if (fits(row)) readings.push({ cells: row, beyond: [] })
    if (readings.length > 1) return undefined
  }
  return readings[0]
}
