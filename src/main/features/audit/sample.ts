import type { RequestOf } from '../../../shared/data/audit-request.ts'
import type { AuditEvaluation, AuditSample } from '../../../shared/data/audit-result.ts'
import { toDecimal, type Total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Population } from './checks/population.ts'
import { evaluateSample, stringerBound } from './checks/sample/evaluate.ts'
import { confidenceFactor, intervalOf, selectMonetaryUnits } from './checks/sample/select.ts'
import type { Tools } from './tools.ts'
import { say } from './messages.ts'

/** A sample drawn and, where audit values are known, what it says of the whole. */
export function sampleOf(
  population: Population,
  { materiality, confidence, interval, seed, sign }: RequestOf<'sample'>,
  { money, units, steps, origin }: Tools,
): AuditSample {
  const chosen = interval === undefined ? intervalOf(units(materiality), confidence) : units(interval)
  const turned = turn(sign)
  const sized = { ...population, amounts: population.amounts.map(turned) }
  const sample = selectMonetaryUnits(sized, { interval: chosen, seed }, steps)
  const part = ({ count, sum }: { count: number; sum: bigint }) => ({
    count,
    sum: money(sign === 'negative' ? -sum : sum),
  })
  const place = (row: number) => ({
    row: origin.numbers?.[row] ?? row + 1,
    ...(origin.lines && { line: origin.lines[row] as number }),
    ...(origin.entries && { entry: origin.entries[row] as number }),
  })
  const { audit } = origin
  if (audit && sample.items.every(({ row }) => audit(row) === undefined))
    throw new FailureError('bad-input', say().blankValues(sample.items.length))
  return {
    interval: money(chosen),
    start: money(sample.start),
    confidenceFactor: confidenceFactor(confidence),
    sampled: part(sample.sampled),
    top: part(sample.top),
    leftOut: part(sample.leftOut),
    items: sample.items.map(({ row, book, stratum, unit }) => ({
      ...place(row),
      book: money(turned(book)),
      stratum,
      unit: unit === 0 ? '0' : money(unit),
    })),
    ...(audit && {
      evaluation: evaluationOf(
        sample.items.map(one => ({
          ...one,
          ...place(one.row),
          book: turned(one.book),
          audit: audit(one.row),
        })),
        { sign, interval: chosen, confidence, materiality: units(materiality), places: population.places },
      ),
    }),
  }
}

/** Amounts of the sign that is sampled become sizes, and sizes amounts again. */
const turn =
  (sign: 'positive' | 'negative') =>
  (amount: number): number =>
    sign === 'negative' && amount !== 0 ? -amount : amount

/** An item with its audit value in whole units, signed as it is booked; `row` counts from 1. */
export interface Examined {
  row: number
  line?: number
  entry?: number
  book: number
  audit: number | undefined
  stratum: 'top' | 'hit'
}

/** Projected and upper misstatement, in units of money. */
export function evaluationOf(
  items: readonly Examined[],
  settings: {
    sign: 'positive' | 'negative'
    interval: number
    confidence: number
    materiality: number
    places: number
  },
): AuditEvaluation {
  const { sign, confidence, places } = settings
  const turned = turn(sign)
  const money = (value: Total): string => toDecimal(value, places)
  const audited = items.flatMap(one =>
    one.audit === undefined ? [] : [{ ...one, book: turned(one.book), audit: turned(one.audit) }],
  )
  const missing = items.length - audited.length
  const found = evaluateSample(audited, missing, settings)
  const unit = 10 ** places
  const hits = audited.filter(one => one.stratum === 'hit')
  const taints = hits.map(({ book, audit }) => (book - audit) / book)
  const byRow = new Map(items.map(one => [one.row, one]))
  return {
    ...found,
    projected: found.projected / unit,
    known: found.known / unit,
    basicPrecision: found.basicPrecision / unit,
    incremental: found.incremental / unit,
    upper: found.upper === null ? null : found.upper / unit,
    upperUnder: found.upperUnder === null ? null : found.upperUnder / unit,
    stringer: missing > 0 || hits.length === 0 ? null : stringerBound(taints, hits.length, confidence),
    misstatements: found.misstatements.map(({ row, stratum, book, audit, taint, projected }) => {
      const { line, entry } = byRow.get(row) as Examined
      return {
        row,
        ...(line !== undefined && { line }),
        ...(entry !== undefined && { entry }),
        stratum,
        book: money(turned(book)),
        audit: money(turned(audit)),
        taint,
        projected: projected / unit,
      }
    }),
  }
}
