import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { csvRecord } from '../../../shared/csv/write-csv.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { DimensionSource } from '../../engine/dimensions.ts'
import type { Engine } from '../../engine/index.ts'
import { entryRow } from './entry-row.ts'
import { readEntries, type StoredEntry } from './queries.ts'
import { say } from './messages.ts'

/** Rows of a spreadsheet's sheet, less the header. */
export const MOST = 1_048_575
export const PIECE = 5_000
const FIXED = ['date', 'amount', 'currency', 'base_amount', 'description', 'reference', 'document'] as const

/**
 * The entries that pass the filters as CSV (RFC 4180, CRLF), by date. Amounts are plain decimal numbers; a text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export function exportCsv(
  db: ReadableDB,
  engine: Engine,
  filters: Filters,
  context: OpContext,
): { csv: string; rows: number } {
  const { columnar } = engine
  const dimensions = exportedDimensions(columnar)
  const lines = [csvHeader(dimensions)]
  for (let offset = 0; ; offset += PIECE) {
    if (context.cancelled()) throw new FailureError('cancelled', say().notExported)
    const page = engine.page({
      filters,
      order: 'date',
      descending: false,
      offset,
      limit: Math.min(PIECE, MOST - offset),
    })
    context.progress({ stage: 'export', done: offset, total: Math.min(page.total, MOST), unit: 'entries' })
    if (page.ids.length === 0) break
    for (const entry of readEntries(db, page.ids)) lines.push(csvLine(columnar, dimensions, entry))
  }
  return csvOf(lines)
}

export const csvOf = (lines: readonly string[]): { csv: string; rows: number } => ({
  csv: `${lines.join('\r\n')}\r\n`,
  rows: lines.length - 1,
})

/** The dimensions that an export has a column of: those in use. */
export const exportedDimensions = (columnar: Columnar): DimensionSource[] =>
  [...columnar.dictionaries.registry.values()].filter(
    d => d.kind !== 'derived' && d.id !== 'currency' && columnar.dictionary(d.id).size > 1,
  )

export const csvHeader = (dimensions: readonly DimensionSource[]): string =>
  csvRecord([...FIXED, ...dimensions.map(d => (d.kind === 'custom' ? d.label : d.id))])

export function csvLine(
  columnar: Columnar,
  dimensions: readonly DimensionSource[],
  entry: StoredEntry,
): string {
  const row = entryRow(columnar, entry)
  return csvRecord([
    row.date,
    toDecimal(row.amount, exponentOf(row.currency)),
    row.currency,
    row.baseAmount === null ? '' : toDecimal(row.baseAmount, exponentOf(columnar.store.baseCurrency)),
    row.description,
    row.reference,
    row.document,
    ...dimensions.map(d => row.members[d.id] ?? ''),
  ])
}
