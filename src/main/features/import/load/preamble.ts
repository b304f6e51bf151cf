import { DateEvidence } from '../analysis/dates/detect.ts'
import { isPeriod } from '../analysis/dates/parse.ts'
import { numberParts } from '../analysis/money/style.ts'
import { saysNothing, statesBalance } from '../analysis/rows/blank.ts'
import { namesEntries } from '../analysis/rows/other-tables.ts'
import { ignored, rejected, type Outcome } from '../analysis/rows/outcome.ts'
import { say } from '../messages.ts'

/**
 * A row that stands above the table: a banner or a note, unless it could be another table's entry, which must not go by unseen.
 * `isBelow`: the header of another table stands above it.
 */
export function preamble(
  row: string[],
  isBelow: boolean,
): { outcome: Outcome; cells: string[]; beyond: string[] } {
  if (isBelow && namesEntries(row)) return { outcome: ignored('other-table'), cells: row, beyond: [] }
  if (isBelow ? isRow(row) : isEntry(row)) return { outcome: rejected('other-table'), cells: row, beyond: [] }
  const blank = row.every(cell => cell.trim() === '')
  const outcome: Outcome = {
    kind: 'ignored',
    code: blank ? 'blank' : 'note',
    reason: blank ? say().blankRow : say().aboveTable,
  }
  return { outcome, cells: row, beyond: [] }
}

/** A row of the table above: figures, and not only in a title such as "Card;01.01.2024 - 31.01.2024". */
function isRow(row: readonly string[]): boolean {
  const cells = row.filter(cell => !saysNothing(cell))
  if (cells.length < 2 || cells.some(statesBalance)) return false
  return cells.length === 2 ? cells.some(isDay) : cells.some(cell => /\d/.test(cell))
}

/** A day, an amount with places, and more than them: "From;01.01.2024;To;31.01.2024" and opening balances are none. */
function isEntry(row: readonly string[]): boolean {
  const cells = row.filter(cell => !saysNothing(cell))
  if (cells.length < 3 || cells.some(statesBalance)) return false
  const days = cells.filter(isDay).length
  return days > 0 && days <= 2 && cells.some(cell => PLACES.test(cell) && numberParts(cell) && !isDay(cell))
}

const PLACES = /\d[.,]\d/

function isDay(cell: string): boolean {
  if (cell.length > 40) return false
  const evidence = new DateEvidence()
  evidence.add(cell.trim())
  const settled = evidence.settle()
  return settled !== undefined && !isPeriod(settled.order) && settled.order !== 'serial'
}
