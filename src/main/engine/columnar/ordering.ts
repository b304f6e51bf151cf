import type { Total } from '../../../shared/money/minor.ts'
import type { Query, QueryResult } from '../../../shared/query/query.ts'
import type { KeySource } from './aggregate.ts'
import type { Values } from './measures.ts'

/** A group key made ready: how its codes come about, how they are ordered and written. */
export interface Key {
  source: KeySource
  /** The same for the comparison's entries: their steps are laid on the current ones. */
  before: KeySource
  /** What codes are ordered by; undefined where the code itself is the order. */
  ranks: Int32Array | undefined
  write(code: number, labels: QueryResult['labels']): string
}

/** A group of the answer: its combined code, and its number in the current and the comparison's grouping (−1: not there). */
export interface Row {
  code: number
  now: number
  before: number
}

/** Orders the groups as the query says (ties by the group keys, groups without a value last) and cuts them to its limit. */
export function orderRows(
  rows: Row[],
  query: Query,
  keys: readonly Key[],
  sizes: readonly number[],
  values: readonly Values[],
): Row[] {
  const rank = (row: Row, k: number): number => {
    const code = codeAt(row.code, sizes, k)
    return keys[k]?.ranks?.[code] ?? code
  }
  const measured = new Map<number, Map<Row, Total | null>>()
  for (const { column } of query.orderBy) {
    const value = values[column - keys.length]
    if (value && !measured.has(column)) measured.set(column, new Map(rows.map(row => [row, value(row.now)])))
  }
  const compare = (a: Row, b: Row): number => {
    for (const { column, descending } of query.orderBy) {
      const known = measured.get(column)
      const order = known
        ? compareValues(known.get(a) ?? null, known.get(b) ?? null, descending)
        : (rank(a, column) - rank(b, column)) * (descending ? -1 : 1)
      if (order !== 0) return order
    }
    for (let k = 0; k < keys.length; k += 1) {
      const order = rank(a, k) - rank(b, k)
      if (order !== 0) return order
    }
    return 0
  }
  const limit = query.limit ?? rows.length
  const first = query.orderBy[0]
  const lead = first && measured.get(first.column)
  const candidates =
    lead && first && limit * 4 < rows.length ? nearTop(rows, lead, first.descending, limit) : rows
  return candidates.toSorted(compare).slice(0, limit)
}

/** The rows that can be among the first `limit` by their leading value, ties with the last one included. */
function nearTop(rows: Row[], lead: Map<Row, Total | null>, descending: boolean, limit: number): Row[] {
  const sign = descending ? -1 : 1
  // A bigint rounds to a float in the same order, so the bound lets in too many at worst.
  const place = (row: Row): number => {
    const value = lead.get(row) ?? null
    return value === null ? Infinity : sign * Number(value)
  }
  const places = Float64Array.from(rows, place)
  const bound = places.slice().sort()[limit - 1] as number
  return rows.filter((_, i) => (places[i] as number) <= bound)
}

function compareValues(a: Total | null, b: Total | null, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (a === b) return 0
  return a < b === descending ? 1 : -1
}

function codeAt(code: number, sizes: readonly number[], k: number): number {
  let rest = code
  for (let i = sizes.length - 1; i > k; i -= 1) rest = Math.floor(rest / (sizes[i] as number))
  return rest % (sizes[k] as number)
}
