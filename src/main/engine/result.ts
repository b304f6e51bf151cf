import type { Fiscal } from '../../shared/calendar/fiscal.ts'
import { periodBefore, yearBefore } from '../../shared/calendar/compare.ts'
import { parseIsoDate, toIsoDate, type Day } from '../../shared/calendar/day.ts'
import type { DaySpan } from '../../shared/calendar/grain.ts'
import {
  measureKey,
  type Cell,
  type Comparison,
  type Filters,
  type GroupKey,
  type Measure,
  type Query,
  type QueryColumn,
} from '../../shared/query/query.ts'
import { FailureError } from '../../shared/result/failure.ts'
import { say } from './messages.ts'

/** What a query's answer looks like, whichever engine gives it: columns, spans, failures. The figures are each engine's own. */

export const beforeKey = (measure: Measure): string => `${measureKey(measure)} before`

export function columnsOf(query: Query, estimates = false): QueryColumn[] {
  return [
    ...query.groupBy.map(columnOfKey),
    ...query.measures.flatMap(measure => {
      const kind = measure.op === 'count' || measure.op === 'distinct' ? 'count' : 'money'
      const near = estimates && measure.op === 'distinct' ? { approximate: true } : {}
      const column: QueryColumn = { key: measureKey(measure), kind, ...near }
      const before: QueryColumn = { key: beforeKey(measure), kind, comparison: true, ...near }
      return query.comparison ? [column, before] : [column]
    }),
  ]
}

function columnOfKey(key: GroupKey): QueryColumn {
  return 'grain' in key
    ? { key: key.grain, kind: 'time', grain: key.grain }
    : { key: key.dimension, kind: 'member', dimension: key.dimension }
}

/** A measure's value where there are no entries: nothing was spent, but there is no mean of nothing. */
export function emptyValue(measure: Measure): 0 | null {
  return measure.op === 'sum' || measure.op === 'count' || measure.op === 'distinct' ? 0 : null
}

export function totalsOf(query: Query, values: Cell[], before: Cell[] | undefined): Record<string, Cell> {
  const totals: Record<string, Cell> = {}
  for (const [i, measure] of query.measures.entries()) {
    totals[measureKey(measure)] = values[i] ?? null
    if (query.comparison) totals[beforeKey(measure)] = before?.[i] ?? emptyValue(measure)
  }
  return totals
}

/** Refuses what the contract's schema cannot: a mean of a dimension, an order by a column that is not there. */
export function checkQuery(query: Query): void {
  for (const { op, of } of query.measures)
    if (op !== 'distinct' && op !== 'count' && of !== 'amount' && of !== 'original')
      throw new FailureError('bad-input', say().noMeasureOf(op, of))
  const columns = query.groupBy.length + query.measures.length
  for (const { column } of query.orderBy)
    if (column >= columns) throw new FailureError('bad-input', say().noOrderColumn(column, columns))
}

export const usesOriginal = (query: Query): boolean =>
  query.measures.some(m => m.op !== 'count' && m.of === 'original')

/** Throws `mixed-currencies` where more than one is given. Answers the only one, or undefined where there are no entries. */
export function onlyCurrency(currencies: readonly string[]): string | undefined {
  if (currencies.length > 1)
    throw new FailureError('mixed-currencies', say().mixed(currencies.toSorted().join(', ')), {
      currencies: currencies.toSorted(),
    })
  return currencies[0]
}

/** Currency of the money in an answer: the entries' own where all of it is theirs, else the base currency. */
export function answerCurrency(query: Query, base: string, own: string | undefined): string {
  const money = query.measures.filter(m => m.op !== 'count' && m.op !== 'distinct')
  return money.length > 0 && money.every(m => m.of === 'original') ? (own ?? base) : base
}

/** The days that a query is about: the filter's bounds, and where it has none, those of the entries found. */
export function spanOf(
  filters: Filters,
  found: { from: number; to: number } | undefined,
): DaySpan | undefined {
  const from = filters.from === undefined ? found?.from : dayOf(filters.from)
  const to = filters.to === undefined ? found?.to : dayOf(filters.to)
  return from === undefined || to === undefined || to < from
    ? undefined
    : { from: from as Day, to: to as Day }
}

const FIRST_DAY = parseIsoDate('0001-01-01') as Day

/** The days that a span is compared with. Throws `bad-input` for a range that is none. */
export function comparedSpan(span: DaySpan, comparison: Comparison, fiscal: Fiscal = 1): DaySpan {
  if (comparison.kind !== 'range') {
    const before = comparison.kind === 'previous-year' ? yearBefore(span, fiscal) : periodBefore(span, fiscal)
    if (before.from >= FIRST_DAY) return before
    throw new FailureError('bad-input', say().nothingBefore(toIsoDate(span.from)))
  }
  const from = dayOf(comparison.from)
  const to = dayOf(comparison.to)
  if (to < from) throw new FailureError('bad-input', say().comparisonEnds(comparison.to))
  return { from, to }
}

export const isoSpan = (span: { from: number; to: number }): { from: string; to: string } => ({
  from: toIsoDate(span.from),
  to: toIsoDate(span.to),
})

/** A filter's date as a day. Throws `bad-input` for 30 February. */
export function dayOf(text: string): Day {
  const day = parseIsoDate(text)
  if (day === undefined) throw new FailureError('bad-input', say().noDay(text))
  return day
}
