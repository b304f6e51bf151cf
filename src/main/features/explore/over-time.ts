import type { Grain } from '../../../shared/calendar/grain.ts'
import type { TimeSeries } from '../../../shared/contract/explore.ts'
import { addTotals, subtract } from '../../../shared/money/add.ts'
import { changeRatio } from '../../../shared/money/change.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Filters, Measure } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { group } from '../../engine/columnar/group.ts'
import { measureAll } from '../../engine/columnar/measures.ts'
import { pearson } from './analysis/moments/moments.ts'
import { trendOf } from './analysis/trend/trend.ts'
import { say } from './messages.ts'

/** More steps than anybody reads: a date of the year 1 would make 740,000 days. */
const MOST_STEPS = 20_000
const MEASURES = ['sum', 'count', 'mean', 'median', 'min', 'max'] as const

function stepped(engine: Columnar, filters: Filters, grain: Grain, measures: readonly Measure[]) {
  const selection = engine.select(filters)
  const span = engine.spanOf(selection)
  if (!span) return { keys: [], values: measures.map(() => [] as (Total | null)[]) }
  if (grain === 'day' && span.to - span.from > MOST_STEPS)
    throw new FailureError('bad-input', say().tooManySteps)
  const steps = engine.steps(grain, span)
  const grouping = group(selection, [steps.key])
  const found = measureAll(selection, grouping, measures, id => engine.keyOf(id))
  const keys = Array.from({ length: steps.key.size }, (_, i) => steps.text(i))
  return {
    keys,
    values: found.map(value => keys.map((_, i) => value((grouping.counts[i] as number) > 0 ? i : -1))),
  }
}

/** Sums or counts by step of time, each with its change, its growth and the trend's line. */
export function series(
  engine: Columnar,
  { filters, grain, measure }: { filters: Filters; grain: Grain; measure: 'sum' | 'count' },
): TimeSeries {
  const { keys, values } = stepped(engine, filters, grain, [{ op: measure, of: 'amount' }])
  const figures = (values[0] ?? []).map(value => value ?? 0)
  const { line, slope, fit } = trendOf(figures.map(Number))
  return {
    currency: engine.store.baseCurrency,
    grain,
    unit: measure === 'count' ? 'count' : 'money',
    steps: keys.map((key, i) => {
      const value = figures[i] as Total
      const before = figures[i - 1]
      return {
        key,
        value,
        change: before === undefined ? null : subtract(value, before),
        growth: before === undefined ? null : changeRatio(value, before),
        trend: line[i] as number,
      }
    }),
    slope,
    fit,
    total: addTotals(figures),
  }
}

/** Pearson's correlation between the measures over the steps that have entries. */
export function correlation(engine: Columnar, { filters, grain }: { filters: Filters; grain: Grain }) {
  const { keys, values } = stepped(
    engine,
    filters,
    grain,
    MEASURES.map(op => ({ op, of: 'amount' })),
  )
  const present = keys.map((_, i) => i).filter(i => values.every(column => column[i] !== null))
  const columns = values.map(column => present.map(i => Number(column[i])))
  return {
    steps: present.length,
    measures: [...MEASURES],
    matrix: columns.map((x, i) => columns.map((y, j) => (i === j ? 1 : pearson(x, y)))),
  }
}
