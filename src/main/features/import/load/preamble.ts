import { DateEvidence } from '../analysis/dates/detect.ts'
import { isPeriod } from '../analysis/dates/parse.ts'
import { numberParts } from '../analysis/money/style.ts'
import { saysNothing, statesBalance } from '../analysis/rows/blank.ts'
import { rejected, type Outcome } from '../analysis/rows/outcome.ts'
import { say } from '../messages.ts'

/** A row that stands above the table: a banner or a note, unless it could be another table's entry, which must not go by unseen. */
export function preamble(row: string[]): { outcome: Outcome; cells: string[]; beyond: string[] } {
  if (isEntry(row)) return { outcome: rejected('other-table'), cells: row, beyond: [] }
  const blank = row.every(cell => cell.trim() === '')
  const outcome: Outcome = {
    kind: 'ignored',
    code: blank ? 'blank' : 'note',
    reason: blank ? say().blankRow : say().aboveTable,
  }
  return { outcome, cells: row, beyond: [] }
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
