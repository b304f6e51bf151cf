import { checkCancelled, type FeatureTable, type Fitted, type Parameters, type Steps } from '../table.ts'
import { distance, spreads, type Groups, type Spread } from './groups.ts'

/**
 * |z| = |value − mean| ÷ standard deviation (n − 1), the greatest over the features; per group where it has 12 rows or more, else
 * against the whole. For values that are roughly normal: a single huge value widens the deviation that it is measured by (at n = 12 no
 * |z| can pass 3.18), which the robust twin is free of.
 */
export function zScore(table: FeatureTable, groups: Groups | undefined, steps: Steps): Fitted {
  return standardised(table, groups, meanAndDeviation, steps)
}

/** What both twins do with their measure of centre and scale. */
export function standardised(
  { columns, rows, measures = columns.map((_, j) => j) }: FeatureTable,
  groups: Groups | undefined,
  of: (values: Float64Array) => Spread,
  steps: Steps,
): Fitted {
  const scores = new Float64Array(rows)
  const parameters: Parameters = { groups: groups?.count ?? 0 }
  const judged = measures.map((j, k) => {
    checkCancelled(steps)
    steps.progress(k, measures.length)
    const column = columns[j] as Float64Array
    const own = spreads(column, groups, of, steps)
    for (let i = 0; i < rows; i += 1) {
      if (i % 65_536 === 0) checkCancelled(steps)
      const d = distance(column[i] as number, own(groups ? (groups.codes[i] as number) : -1))
      if (d > (scores[i] as number)) scores[i] = d
    }
    return { j, own }
  })
  /** The last value of a row that is longer than the table is wide names its group. */
  const contributions = (row: Float64Array): Float64Array => {
    const group = row.length > columns.length ? (row[columns.length] as number) : -1
    const parts = new Float64Array(columns.length)
    for (const { j, own } of judged) parts[j] = distance(row[j] as number, own(group))
    return parts
  }
  return {
    scores,
    contributions,
    parameters,
    score: row => contributions(row).reduce((a, b) => Math.max(a, b), 0),
  }
}

export function meanAndDeviation(values: Float64Array): Spread {
  const n = values.length
  // Two passes: the one-pass form loses all digits where the mean is large beside the spread.
  let centre = 0
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    centre += value / n
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  // Of equal values the sum of shares misses the value by a last digit, which would be "one deviation away".
  if (least === most) return { centre: least, scale: 0 }
  let squares = 0
  for (const value of values) squares += (value - centre) ** 2
  return { centre, scale: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }
}
