import type { AuditField } from '../../../shared/data/audit-request.ts'
import { exponentOf } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { DAY_FIELDS, TEXT_FIELDS, type Population } from './checks/population.ts'
import { minuteOf } from './checks/weekend/weekend.ts'
import { readDays } from './column-dates.ts'
import { say } from './messages.ts'

/** Between the texts of a step that are sent as one: a million strings one by one would hold up whom they pass. */
export const BETWEEN = '\u0000'

/** A field's texts, one an entry of `columns` and in its order: by a dictionary, or joined in steps. */
export type FieldColumn = { codes: Int32Array; names: string[] } | { joined: string[] }
export type FieldColumns = Partial<Record<AuditField, FieldColumn>>

const textsOf = (column: FieldColumn): string[] =>
  'codes' in column
    ? Array.from(column.codes, code => column.names[code] ?? '')
    : column.joined.flatMap(step => step.split(BETWEEN))

export interface EntriesPopulation {
  population: Population
  /** Entry of each row. */
  entries: Float64Array
  /** Entries without a rate to the base currency: in no test. */
  unconverted: number
}

/** A workspace's entries as a test takes them, in the order of their ids: that of their files' lines. `between` may throw `cancelled`. Throws `bad-input` for a date that cannot be read. */
export function populationOfEntries(
  columns: EntryColumns,
  fields: FieldColumns,
  between: () => void,
): EntriesPopulation {
  const order = Array.from(columns.ids.keys())
    .filter(i => !Number.isNaN(columns.amounts[i] as number))
    .sort((a, b) => (columns.ids[a] as number) - (columns.ids[b] as number))
  const text = (field: AuditField): string[] | undefined => {
    const column = fields[field]
    if (!column) return undefined
    between()
    const values = textsOf(column)
    return order.map(i => (values[i] as string).trim())
  }
  const population: Record<string, unknown> = {
    count: order.length,
    places: exponentOf(columns.currency),
    amounts: Float64Array.from(order, i => columns.amounts[i] as number),
    date: Float64Array.from(order, i => columns.days[i] as number),
  }
  for (const field of TEXT_FIELDS) {
    const values = text(field)
    if (values) population[field] = values
  }
  for (const field of DAY_FIELDS) {
    const values = text(field)
    if (values) population[field] = daysOf(field, values)
  }
  const times = text('time')
  if (times) population['time'] = Float64Array.from(times, minuteOrNone)
  return {
    population: population as unknown as Population,
    entries: Float64Array.from(order, i => columns.ids[i] as number),
    unconverted: columns.count - order.length,
  }
}

function minuteOrNone(cell: string): number {
  if (cell === '' || /^\d{4}-\d{2}-\d{2}$/.test(cell)) return Number.NaN
  // SAP writes 183000.
  const plain = /^\d{6}$/.test(cell) ? `${cell.slice(0, 2)}:${cell.slice(2, 4)}` : cell
  const minute = minuteOf(plain)
  if (minute !== undefined) return minute
  throw new FailureError('bad-input', say().noTime(cell.slice(0, 60)))
}

function daysOf(field: string, cells: readonly string[]): Float64Array {
  const read = readDays(cells)
  return Float64Array.from(cells, cell => {
    const found = read(cell)
    if ('day' in found) return found.day
    throw new FailureError(
      'bad-input',
      found.problem === 'doubt' ? say().dateDoubt(cell, field) : say().noDate(cell.slice(0, 60), field),
    )
  })
}
