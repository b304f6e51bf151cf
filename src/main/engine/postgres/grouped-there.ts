import type { Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from '../columnar/columnar.ts'
import type { EntryColumns, Logarithms } from '../columnar/extract.ts'
import { groupSql, type KeySql } from './figures.ts'
import { singleOf, type Warehouse } from './registry.ts'
import type { Session } from './session.ts'
import { Values, whereSql } from './where.ts'

/**
 * Entries added up by the members that they have together, and by day where `byDay` is set: what an analysis of sums needs of them. An
 * element is a group, `rows` entries of it; those without a rate are an element of their own, without an amount.
 */
export async function groupedThere(
  session: Session,
  warehouse: Warehouse,
  { filters, dimensions, byDay }: { filters: Filters; dimensions: readonly string[]; byDay: boolean },
): Promise<{ columns: Omit<EntryColumns, 'dimensions'>; codes: (string | number)[][] }> {
  const values = new Values()
  const condition = whereSql(warehouse, filters, values)
  const keys = dimensions.map((id): KeySql => {
    const { expression, join, column } = singleOf(warehouse, id)
    return { expression, join, numeric: column !== undefined }
  })
  const day: KeySql[] = byDay ? [{ expression: 'e."day"', join: undefined, numeric: true }] : []
  const groups = await groupSql(
    { session, warehouse, condition, values },
    [...keys, ...day],
    [
      { op: 'count', of: 'amount' },
      { op: 'sum', of: 'amount' },
      { op: 'converted' },
      { op: 'squares' },
      ...SIDES.flatMap(of => POWERS.map(power => ({ op: 'logarithms' as const, of, power }))),
    ],
  )
  const elements = groups.flatMap((group): Element[] => {
    const values = group.values.map(Number) as [number, number, number, number, ...number[]]
    const [entries, , converted, squares, ...logs] = values
    const statistics = { rows: converted, squares, logs }
    return [
      ...(converted > 0 ? halves(group.keys, group.values[1] as Total, statistics) : []),
      ...(entries > converted
        ? [{ keys: group.keys, amount: NaN, ...NO_STATISTICS, rows: entries - converted }]
        : []),
    ]
  })
  const { baseCurrency: currency, profile, fiscal } = warehouse
  return {
    columns: {
      count: elements.length,
      ids: new Float64Array(0),
      days: Int32Array.from(elements, one => (byDay ? Number(one.keys.at(-1)) : 0)),
      amounts: Float64Array.from(elements, one => one.amount),
      rows: Float64Array.from(elements, one => one.rows),
      squares: Float64Array.from(elements, one => one.squares),
      logarithms: { positive: logarithmsOf(elements, 0), negative: logarithmsOf(elements, POWERS.length) },
      currency,
      profile,
      fiscal,
    },
    codes: elements.map(one => one.keys.slice(0, dimensions.length)),
  }
}

interface Element {
  keys: readonly (string | number)[]
  amount: number
  rows: number
  squares: number
  /** Numbers of positive amounts, sums of their logarithms and of their squares; then the same of negative ones. */
  logs: readonly number[]
}

const SIDES = ['positive', 'negative'] as const
const POWERS = [0, 1, 2] as const
const NO_STATISTICS = { rows: 0, squares: 0, logs: [0, 0, 0, 0, 0, 0] }

function logarithmsOf(elements: readonly Element[], from: number): Logarithms {
  const column = (at: number): Float64Array =>
    Float64Array.from(elements, one => one.logs[from + at] as number)
  return { counts: column(0), sums: column(1), squares: column(2) }
}

/** A sum that a float cannot hold is two of them, which it can: adding them up again is exact. */
function halves(keys: Element['keys'], sum: Total, statistics: Omit<Element, 'keys' | 'amount'>): Element[] {
  if (typeof sum === 'number') return [{ keys, amount: sum, ...statistics }]
  const low = Number(BigInt.asIntN(53, sum))
  return [
    { keys, amount: Number(sum - BigInt(low)), ...statistics },
    { keys, amount: low, ...NO_STATISTICS },
  ]
}

/** The codes of each dimension's elements, and what they are called. */
export function named(
  engine: Columnar,
  dimensions: readonly string[],
  codes: readonly (readonly (string | number)[])[],
): EntryColumns['dimensions'] {
  return Object.fromEntries(
    dimensions.map((id, k) => {
      const dictionary = engine.dictionary(id)
      const { keys, labels } = dictionary
      const own = Int32Array.from(codes, one => {
        const value = one[k] ?? 0
        return typeof value === 'number' ? value : (dictionary.codeOf(value) ?? 0)
      })
      return [id, { codes: own, keys, labels }]
    }),
  )
}
