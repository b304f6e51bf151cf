import { divideRounded, total, type Total } from '../../../shared/money/minor.ts'
import type { Measure } from '../../../shared/query/query.ts'
import { quantile } from '../../../shared/stats/quantile.ts'
import { emptyValue } from '../result.ts'
import { figures, sortedByGroup, type Figures } from './figures.ts'
import type { Grouping } from './group.ts'
import type { Selection } from './select.ts'
import type { AmountColumn, KeySource, Values } from './shapes.ts'
import { codesOf, valuesOf as amountsOf } from './whole.ts'

export type { Values } from './shapes.ts'

/** Computes all measures of a query over one grouping; what several of them need is computed once. */
export function measureAll(
  selection: Selection,
  grouping: Grouping,
  measures: readonly Measure[],
  keyOf: (dimension: string) => KeySource,
): Values[] {
  if (selection.there) return selection.there.measures(grouping, measures)
  const known = new Map<string, Figures>()
  const extremes = (column: AmountColumn, abs: boolean): boolean =>
    measures.some(
      m => (m.op === 'min' || m.op === 'max') && amountColumn(m) === column && Boolean(m.abs) === abs,
    )
  const figuresOf = (measure: Measure): Figures => {
    const column = amountColumn(measure)
    const abs = Boolean(measure.abs)
    const key = `${column} ${abs}`
    let found = known.get(key)
    if (!found) {
      found = figures(selection, grouping, column, abs, extremes(column, abs))
      known.set(key, found)
    }
    return found
  }
  return measures.map(measure => {
    const values = valuesOf(selection, grouping, measure, keyOf, figuresOf)
    return group => (group < 0 ? emptyValue(measure) : values(group))
  })
}

function valuesOf(
  selection: Selection,
  grouping: Grouping,
  measure: Measure,
  keyOf: (dimension: string) => KeySource,
  figuresOf: (measure: Measure) => Figures,
): Values {
  switch (measure.op) {
    case 'count':
      return group => grouping.counts[group] as number
    case 'sum':
      return figuresOf(measure).sum
    case 'mean': {
      const { sum, counts } = figuresOf(measure)
      return group => meanOf(sum(group), counts[group] as number)
    }
    case 'min':
    case 'max': {
      const found = figuresOf(measure)
      const values = (measure.op === 'min' ? found.min : found.max) as Float64Array
      return group => present(values[group] as number)
    }
    case 'median':
    case 'percentile': {
      const sorted = sortedByGroup(grouping, amounts(selection, measure))
      const p = measure.op === 'median' ? 50 : (measure.p ?? 50)
      return group => quantile(sorted(group), p) ?? null
    }
    case 'distinct': {
      const ofAmount = measure.of === 'amount' || measure.of === 'original'
      const sorted = sortedByGroup(
        grouping,
        // "None" is no member: missing, as an amount without a rate is.
        ofAmount
          ? amounts(selection, measure)
          : Float64Array.from(codesOf(selection, keyOf(measure.of)), code => (code === 0 ? NaN : code)),
      )
      return group => distinctOf(sorted(group))
    }
  }
}

function amounts(selection: Selection, measure: Measure): Float64Array {
  const values = amountsOf(selection, amountColumn(measure))
  return measure.abs ? values.map(Math.abs) : values
}

function amountColumn(measure: Measure): AmountColumn {
  return measure.of === 'original' ? 'amount' : 'base_amount'
}

/** Sum ÷ count to the nearest minor unit, halves away from zero; null of nothing. */
export function meanOf(sum: Total, count: number): Total | null {
  if (count === 0) return null
  // Whole-number arithmetic in floats where all of it stays below 2^53.
  const size = typeof sum === 'number' ? Math.abs(sum) * 2 + count : Infinity
  if (size > Number.MAX_SAFE_INTEGER) return total(divideRounded(BigInt(sum), BigInt(count)))
  const quotient = (size - (size % (2 * count))) / (2 * count)
  return sum < 0 && quotient !== 0 ? -quotient : quotient
}

function distinctOf(sorted: Float64Array): number {
  let distinct = 0
  for (let i = 0; i < sorted.length; i += 1) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct += 1
  return distinct
}

// −0 (a nil amount under abs or a sign) is 0 in every answer.
const present = (value: number): number | null => (Number.isNaN(value) ? null : value + 0)
