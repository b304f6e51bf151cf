import type { Outcome } from '../analysis/rows/outcome.ts'
import { say } from '../messages.ts'

/** A row that stands above the table. */
export function preamble(row: string[]): { outcome: Outcome; cells: string[]; beyond: string[] } {
  const blank = row.every(cell => cell.trim() === '')
  const outcome: Outcome = {
    kind: 'ignored',
    code: blank ? 'blank' : 'note',
    reason: blank ? say().blankRow : say().aboveTable,
  }
  return { outcome, cells: row, beyond: [] }
}
