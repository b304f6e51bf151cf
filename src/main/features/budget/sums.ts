import { QuerySchema, type Filters, type GroupKey } from '../../../shared/query/query.ts'
import { total, type Total } from '../../../shared/money/minor.ts'
import type { Engine } from '../../engine/index.ts'
import type { VarianceLine } from '../../../shared/contract/budget.ts'
import { apportion } from './analysis/apportion/apportion.ts'
import { dated, type Part } from './selections.ts'
import type { BudgetDays } from './spans.ts'

export interface Sum {
  members: VarianceLine['members']
  amount: Total
  rows: number
}

/** Sums of the selected entries by the members of dimensions; keys joined by U+001F. */
export function sumsBy(engine: Engine, filters: Filters, by: readonly string[]): Map<string, Sum> {
  const found = ask(
    engine,
    filters,
    by.map(dimension => ({ dimension })),
  )
  return new Map(
    found.rows.map(row => {
      const keys = row.slice(0, by.length) as string[]
      const members = keys.map((key, i) => {
        const dimension = by[i] as string
        return { dimension, key, label: found.labels[dimension]?.[key] ?? key }
      })
      return [
        keys.join('\u001f'),
        { members, amount: row[by.length] as Total, rows: Number(row[by.length + 1]) },
      ]
    }),
  )
}

export function sumsByMonth(engine: Engine, filters: Filters): Map<string, Total> {
  const { rows } = ask(engine, filters, [{ grain: 'month' }])
  return new Map(rows.map(row => [row[0] as string, row[1] as Total]))
}

export function unconvertedOf(engine: Engine, filters: Filters): number {
  return ask(engine, filters, []).unconverted
}

function ask(engine: Engine, filters: Filters, groupBy: GroupKey[]) {
  const query = QuerySchema.parse({ measures: [{ op: 'sum' }, { op: 'count' }], filters, groupBy })
  return engine.query({ query, engine: 'columnar' })
}

/** Sums of a budget's part over its days; of a month that is taken by its days, the share of each member, summing exactly. */
export function budgetBy(
  engine: Engine,
  part: Part,
  days: BudgetDays,
  by: readonly string[],
): Map<string, Sum> {
  const sums = days.whole ? sumsBy(engine, dated(part, days.whole).filters, by) : new Map<string, Sum>()
  if (!days.partial) return sums
  const month = [...sumsBy(engine, dated(part, days.partial.span).filters, by)]
  const shares = apportion(
    month.map(([, one]) => BigInt(one.amount)),
    days.partial.days,
    days.partial.of,
  )
  for (const [i, [key, one]] of month.entries()) {
    const before = sums.get(key)
    sums.set(key, {
      members: one.members,
      amount: total(BigInt(before?.amount ?? 0) + (shares[i] as bigint)),
      rows: (before?.rows ?? 0) + one.rows,
    })
  }
  return sums
}
