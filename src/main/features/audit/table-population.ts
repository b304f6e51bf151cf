import type { AuditField } from '../../../shared/data/audit-request.ts'
import { toDecimal } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { textColumn, type PlainTable } from '../../files/plain-table.ts'
import { readDecimal, roundedTo, unitsOf } from './checks/decimal.ts'
import { DAY_FIELDS, TEXT_FIELDS, type Population } from './checks/population.ts'
import { minuteOf } from './checks/weekend/weekend.ts'
import { plainAmounts } from './column-amounts.ts'
import { readDays } from './column-dates.ts'
import { say } from './messages.ts'

/** Beyond it no amount of money has places, and few of them would be left before the point. */
const MOST_PLACES = 10

/** To so many places amounts are rounded, and how many were; without places none is. */
export interface Rounding {
  readonly places: number | undefined
  rounded: number
}
export const rounding = (places?: number): Rounding => ({ places, rounded: 0 })

/** The columns of a file as a test takes them. Throws `bad-input` naming line, column and value. */
export function populationOf(
  table: PlainTable,
  columns: Partial<Record<AuditField, string>>,
  least: number,
  round: Rounding,
  between: () => void = () => undefined,
): Population {
  const { amount, time } = columns
  const cells = amount === undefined ? undefined : plainAmounts(textColumn(table, amount))
  between()
  const places = round.places ?? (cells ? Math.max(least, placesOf(cells)) : least)
  const given = <F extends AuditField>(fields: readonly F[]): [F, string][] =>
    fields.flatMap(field => (columns[field] === undefined ? [] : [[field, columns[field]]]))
  return {
    count: table.rows.length,
    places,
    amounts: cells
      ? Float64Array.from(cells, (cell, i) => unitsOfCell(table, amount as string, cell, i, places, round))
      : new Float64Array(table.rows.length),
    ...Object.fromEntries(
      given(TEXT_FIELDS).map(([field, column]) => {
        between()
        return [field, textColumn(table, column).map(cell => cell.trim())]
      }),
    ),
    ...Object.fromEntries(
      given(DAY_FIELDS).map(([field, column]) => {
        between()
        return [field, daysOf(table, column)]
      }),
    ),
    ...(time !== undefined && {
      time: Float64Array.from(textColumn(table, time), (cell, i) => timeOfCell(table, time, cell, i)),
    }),
  }
}

/** The most decimal places of any cell: the last one is the unit that everything is counted in. */
export function placesOf(cells: readonly string[]): number {
  return cells.reduce((most, cell) => Math.max(most, readDecimal(cell)?.places ?? 0), 0)
}

/** A cell in whole units of the last place, rounded where that was asked for. */
export function unitsOfCell(
  table: PlainTable,
  column: string,
  cell: string,
  row: number,
  places: number,
  round: Rounding,
): number {
  const exact = places > MOST_PLACES ? undefined : unitsOf(cell, places)
  if (exact !== undefined) return exact
  const rounded = round.places === undefined ? undefined : roundedTo(cell, places)
  if (rounded !== undefined) {
    round.rounded += 1
    return rounded
  }
  throw new FailureError(
    'bad-input',
    `${culprit(table, column, cell, row, places)}${remedy(table, column, cell, places)}`,
  )
}

/** Where the cell is one that can be kept by itself, the one with the most places is to blame. */
function culprit(table: PlainTable, column: string, cell: string, row: number, places: number): string {
  const own = readDecimal(cell)?.places
  const at =
    own === undefined || own === places
      ? row
      : textColumn(table, column).findIndex(one => readDecimal(one)?.places === places)
  const shown = at < 0 ? cell : (table.rows[at]?.[table.header.indexOf(column)] ?? cell)
  const line = table.lines[at < 0 ? row : at]
  return `${say().cell(table.name, line, column, shown.slice(0, 60))}${say().notExact}`
}

function remedy(table: PlainTable, column: string, cell: string, places: number): string {
  if (readDecimal(cell) === undefined) return say().writeAmount
  const deep = textColumn(table, column).filter(one => (readDecimal(one)?.places ?? 0) > 2).length
  return deep === 0
    ? say().tooLarge(places, toDecimal(Number.MAX_SAFE_INTEGER, places))
    : say().tooDeep(places, deep)
}

/** True where all cells are amounts that can be kept. */
export function allAmounts(table: PlainTable, column: string): boolean {
  const cells = plainAmounts(textColumn(table, column))
  const places = placesOf(cells)
  return places <= MOST_PLACES && cells.every(cell => unitsOf(cell, places) !== undefined)
}

/** R writes NA for what is not there. */
export const isBlank = (cell: string): boolean => /^\s*(NA)?\s*$/.test(cell)

function daysOf(table: PlainTable, column: string): Float64Array {
  const cells = textColumn(table, column)
  const read = readDays(cells)
  return Float64Array.from(cells, (cell, row) => {
    const found = read(cell)
    if ('day' in found) return found.day
    throw notA(table, column, cell.trim(), row, found.problem === 'doubt' ? say().dayOrMonth : say().notADate)
  })
}

function timeOfCell(table: PlainTable, column: string, cell: string, row: number): number {
  const text = cell.trim()
  // A date alone has no time.
  if (text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.NaN
  const minute = minuteOf(text)
  if (minute !== undefined) return minute
  throw notA(table, column, text, row, say().notATime)
}

const notA = (table: PlainTable, column: string, text: string, row: number, what: string): FailureError =>
  new FailureError(
    'bad-input',
    `${say().cell(table.name, table.lines[row], column, text.slice(0, 60))}${what}`,
  )
