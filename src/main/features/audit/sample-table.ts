import type { AuditRequest, AuditTableResult } from '../../../shared/contract/audit.ts'
import { toDecimal, type Total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { textColumn, type PlainTable } from '../../files/plain-table.ts'
import type { Population } from './checks/population.ts'
import { evaluateSample, stringerBound } from './checks/sample/evaluate.ts'
import {
  confidenceFactor,
  intervalOf,
  selectMonetaryUnits,
  type MonetaryUnitSample,
} from './checks/sample/select.ts'
import { amountOf } from './table-population.ts'

type Sample = NonNullable<AuditTableResult['sample']>
type SampleRequest = Extract<AuditRequest, { test: 'sample' }>

/** A sample drawn from a table and, where there is a column of audit values, what it says of the whole. */
export function sampleTable(
  table: PlainTable,
  population: Population,
  audit: string | undefined,
  { materiality, confidence, interval, seed }: SampleRequest,
  units: (text: string) => number,
): Sample {
  const money = (value: Total): string => toDecimal(value, population.places)
  const chosen = interval === undefined ? intervalOf(units(materiality), confidence) : units(interval)
  const sample = selectMonetaryUnits(population, { interval: chosen, seed })
  const part = ({ count, sum }: { count: number; sum: bigint }) => ({ count, sum: money(sum) })
  return {
    interval: money(chosen),
    start: money(sample.start),
    confidenceFactor: confidenceFactor(confidence),
    sampled: part(sample.sampled),
    top: part(sample.top),
    leftOut: part(sample.leftOut),
    items: sample.items.map(({ row, book, stratum, unit }) => ({
      row: row + 1,
      line: table.lines[row] as number,
      book: money(book),
      stratum,
      unit: unit === 0 ? '0' : money(unit),
    })),
    ...(audit !== undefined && {
      evaluation: evaluated(table, population, audit, sample, confidence, units(materiality)),
    }),
  }
}

function evaluated(
  table: PlainTable,
  population: Population,
  column: string,
  { items, interval }: MonetaryUnitSample,
  confidence: number,
  materiality: number,
): Sample['evaluation'] {
  const unit = 10 ** population.places
  const cells = textColumn(table, column)
  const examined = items.filter(({ row }) => !isBlank(cells[row] as string))
  if (examined.length === 0)
    throw new FailureError(
      'bad-input',
      `“${column}” of ${table.name} is blank in all ${items.length} rows of the sample: enter the audit values first.`,
    )
  const audited = examined.map(one => ({
    ...one,
    audit: amountOf(table, column, cells[one.row] as string, one.row, population.places),
  }))
  const missing = items.length - audited.length
  const found = evaluateSample(audited, missing, { interval, confidence, materiality })
  const hits = audited.filter(one => one.stratum === 'hit')
  const taints = hits.map(({ book, audit }) => (book - audit) / book)
  return {
    ...found,
    projected: found.projected / unit,
    known: found.known / unit,
    basicPrecision: found.basicPrecision / unit,
    incremental: found.incremental / unit,
    upper: found.upper === null ? null : found.upper / unit,
    upperUnder: found.upperUnder === null ? null : found.upperUnder / unit,
    stringer: missing > 0 || hits.length === 0 ? null : stringerBound(taints, hits.length, confidence),
    misstatements: found.misstatements.map(one => ({
      row: one.row + 1,
      line: table.lines[one.row] as number,
      stratum: one.stratum,
      book: toDecimal(one.book, population.places),
      audit: toDecimal(one.audit, population.places),
      taint: one.taint,
      projected: one.projected / unit,
    })),
  }
}

/** R writes NA for what is not there. */
const isBlank = (cell: string): boolean => /^\s*(NA)?\s*$/.test(cell)
