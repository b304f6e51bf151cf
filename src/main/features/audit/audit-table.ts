import type { AuditField, AuditRequest } from '../../../shared/data/audit-request.ts'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { readPlainTable, textColumn, type PlainTable } from '../../files/plain-table.ts'
import { fold } from '../../../shared/text/fold.ts'
import { fieldsOf, missingFor } from './checks/index.ts'
import { placesAsked, runTest } from './run-test.ts'
import { allAmounts, isBlank, placesOf, populationOf, rounding, unitsOfCell } from './table-population.ts'
import { say } from './messages.ts'

export type AuditColumns = Partial<Record<AuditField | 'audit', string>>

export interface AuditTableRequest {
  path: string
  name: string
  columns: AuditColumns
  request: AuditRequest
  /** Amounts with more are rounded to so many, half away from nought, and counted. */
  places?: number
  limit: number
}

/** Op: one audit test on a plain table. Throws `bad-input` naming line, column and value, or the columns missing, and `cancelled`. */
export async function auditTable(
  { columns: asked, request, places, limit, ...file }: AuditTableRequest,
  op: OpContext,
): Promise<AuditResult> {
  const whole = readPlainTable(file, op)
  const columns = { ...namedAlike(whole, request), ...asked }
  const missing = missingFor(request.test, new Set(Object.keys(columns)))
  if (missing.length > 0) throw new FailureError('bad-input', say().columnFor(request.test, missing))
  if (columns.audit !== undefined && request.test !== 'sample')
    throw new FailureError('bad-input', say().sampleOnly)
  const { table, numbers, blank } = withAmounts(whole, columns.amount)
  if (whole.rows.length === 0) throw new FailureError('bad-input', say().noRows(file.name))
  if (table.rows.length === 0)
    throw new FailureError('bad-input', say().noAmounts(file.name, columns.amount ?? ''))
  const round = rounding(places)
  const least = Math.max(placesAsked(request), places === undefined ? auditPlaces(table, columns) : 0)
  if (places !== undefined && least > places) throw new FailureError('bad-input', say().places(least, places))
  const population = populationOf(table, columns, least, round, () => {
    if (op.cancelled()) throw new FailureError('cancelled', say().cancelled)
  })
  const audit = auditOf(table, columns, population.places, round)
  return runTest(
    population,
    request,
    {
      lines: table.lines,
      numbers,
      ...(blank > 0 && { blank }),
      parameters: {
        ...(places !== undefined && { places }),
        ...Object.fromEntries(Object.entries(columns).map(([field, column]) => [`column.${field}`, column])),
      },
      ...(audit && { audit }),
      ...(places !== undefined && { rounded: round.rounded }),
      withAmount: columns.amount !== undefined,
      limit,
    },
    op,
  )
}

/** What columns are called in German files. */
const GERMAN: Partial<Record<AuditField, readonly string[]>> = {
  amount: ['betrag'],
  date: ['datum', 'buchungsdatum'],
  payee: ['lieferant', 'empfanger', 'empfaenger', 'kreditor'],
  account: ['konto', 'sachkonto'],
  reference: ['referenz', 'rechnungsnummer'],
  document: ['beleg', 'belegnummer'],
  number: ['nummer', 'belegnummer'],
  text: ['buchungstext'],
  user: ['benutzer', 'erfasser'],
}

/** Fields that nobody gave a column for and that a column is called by, whatever its case. */
function namedAlike(table: PlainTable, { test }: AuditRequest): AuditColumns {
  const found: AuditColumns = {}
  for (const field of fieldsOf(test)) {
    const names = [field, ...(GERMAN[field] ?? [])]
    const alike = table.header.filter(name => names.includes(fold(name)))
    if (alike.length === 1) found[field] = alike[0] as string
  }
  // A test that does without amounts leaves no row out, and stops at none, for a column that nobody named.
  const spare = missingFor(test, new Set(fieldsOf(test).filter(field => field !== 'amount'))).length === 0
  if (spare && found.amount !== undefined && !allAmounts(table, found.amount)) delete found.amount
  return found
}

/** Without the rows whose amount is blank: they are in no test, and are counted. `numbers`: each row's own number, from 1. */
function withAmounts(table: PlainTable, amount: string | undefined) {
  const cells = amount === undefined ? [] : textColumn(table, amount)
  const kept = table.rows.flatMap((_, row) => (isBlank(cells[row] ?? '0') ? [] : [row]))
  const numbers = kept.map(row => row + 1)
  const blank = table.rows.length - kept.length
  if (blank === 0) return { table, numbers, blank }
  return {
    table: {
      ...table,
      rows: kept.map(row => table.rows[row] as string[]),
      lines: kept.map(row => table.lines[row] as number),
    },
    numbers,
    blank,
  }
}

/** An audit value is never rounded to the places of the book values, unless places were asked for. */
const auditPlaces = (table: PlainTable, { audit }: AuditColumns): number =>
  audit === undefined ? 0 : placesOf(textColumn(table, audit))

function auditOf(
  table: PlainTable,
  { audit }: AuditColumns,
  places: number,
  round: ReturnType<typeof rounding>,
): ((row: number) => number | undefined) | undefined {
  if (audit === undefined) return undefined
  const cells = textColumn(table, audit)
  const units = Array.from(cells, (cell, row) =>
    isBlank(cell) ? undefined : unitsOfCell(table, audit, cell, row, places, round),
  )
  return row => units[row]
}
