import { letters } from './letters.ts'

/** What the file's figures are counted in, by its own words. */
export interface Unit {
  /** Power of ten: 3 for thousands. */
  power: number
  words: string
  place: { row: number; column: string }
}

const THOUSANDS =
  /\b(?:in|angaben in) (?:thousands?|tausend|t ?(?:eur|€|chf|usd|gbp)|tsd)|\bteur\b|\bt€|\btsd\.? ?(?:eur|€)|[£$€] ?['’]?000s?(?!\d)|\b(?:eur|gbp|usd|chf) ?['’]?000s?(?!\d)|\bk(?:eur|€|£|\$|usd|gbp|chf)\b|[£$€]k\b/i
const MILLIONS =
  /\b(?:in|angaben in) (?:millions?|millionen|mio)|\bmio\.? ?(?:eur|€|chf)|[£$€] ?(?:m|mn|millions?)\b|\bm(?:eur|€)/i

/** A header without the words of its unit: "2024 Budget £000" is the budget of 2024. */
export const withoutUnit = (header: string): string => header.replace(THOUSANDS, ' ').replace(MILLIONS, ' ')

/** Words above the table, or in the header of each of its figures (`values`); undefined where the figures are what they say. */
export function unitOf(
  head: readonly (readonly string[])[],
  values: readonly { header: string; column: number }[],
): Unit | undefined {
  const read = (words: string, row: number, column: number): Unit | undefined => {
    const power = THOUSANDS.test(words) ? 3 : MILLIONS.test(words) ? 6 : 0
    const place = { row: row + 1, column: letters(column) }
    return power === 0 ? undefined : { power, words: words.trim().slice(0, 80), place }
  }
  for (const [row, cells] of head.entries())
    for (const [column, cell] of cells.entries()) {
      // A title says it of the whole table, a column's header of that column only.
      if (cells.filter(other => other.trim() !== '').length > 2) continue
      const unit = read(cell, row, column)
      if (unit) return unit
    }
  const units = values.map(({ header, column }) => read(header, head.length - 1, column))
  const [first] = units
  return first && units.every(unit => unit?.power === first.power) ? first : undefined
}
