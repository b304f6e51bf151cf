import type { AuditColumns } from '../../../shared/contract/audit.ts'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { textColumn, type PlainTable } from '../../files/plain-table.ts'
import { readDecimal, unitsOf } from './checks/decimal.ts'
import type { Population } from './checks/population.ts'

/** Beyond it no amount of money has places, and few of them would be left before the point. */
const MOST_PLACES = 10

/** The columns of a file as a test takes them. Throws `bad-input` naming line, column and value. */
export function populationOf(
  table: PlainTable,
  { amount, payee, date, reference, number }: AuditColumns,
  least = 0,
): Population {
  const cells = amount === undefined ? undefined : textColumn(table, amount)
  const places = cells ? Math.max(least, placesOf(cells)) : least
  return {
    count: table.rows.length,
    places,
    amounts: cells
      ? Float64Array.from(cells, (cell, i) => amountOf(table, amount as string, cell, i, places))
      : new Float64Array(table.rows.length),
    ...(payee !== undefined && { payee: textColumn(table, payee).map(cell => cell.trim()) }),
    ...(reference !== undefined && { reference: textColumn(table, reference).map(cell => cell.trim()) }),
    ...(number !== undefined && { number: textColumn(table, number).map(cell => cell.trim()) }),
    ...(date !== undefined && {
      date: Float64Array.from(textColumn(table, date), (cell, i) => dayOfCell(table, date, cell, i)),
    }),
  }
}

/** The most decimal places of any cell: the last one is the unit that everything is counted in. */
export function placesOf(cells: readonly string[]): number {
  return cells.reduce((most, cell) => Math.max(most, readDecimal(cell)?.places ?? 0), 0)
}

/** A cell in whole units of the last place. */
export function amountOf(
  table: PlainTable,
  column: string,
  cell: string,
  row: number,
  places: number,
): number {
  const value = places > MOST_PLACES ? undefined : unitsOf(cell, places)
  if (value === undefined)
    throw new FailureError(
      'bad-input',
      `${table.name}, line ${table.lines[row]}, column “${column}”: “${cell.slice(0, 60)}” is not an amount that can be kept exactly${
        readDecimal(cell) ? `, with ${places} decimal places` : ''
      }. Write it with a full stop before the decimals and nothing between the thousands.`,
    )
  return value
}

function dayOfCell(table: PlainTable, column: string, cell: string, row: number): number {
  const text = cell.trim()
  if (text === '') return Number.NaN
  // A time after the day is left aside.
  const day = parseIsoDate(/^\d{4}-\d{2}-\d{2}(?=[T ]|$)/.exec(text)?.[0] ?? '')
  if (day === undefined)
    throw new FailureError(
      'bad-input',
      `${table.name}, line ${table.lines[row]}, column “${column}”: “${text.slice(0, 60)}” is not a date written 2024-12-31.`,
    )
  return day
}
