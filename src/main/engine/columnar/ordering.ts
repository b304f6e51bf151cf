import type { Total } from '../../../shared/money/minor.ts'
import type { Query, QueryResult } from '../../../shared/query/query.ts'
import type { Values } from './measures.ts'
import type { KeySource } from './whole.ts'

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
  // Asked group by group: only rows that can be among the first are ever compared.
  const valueOf = (row: Row, column: number): Total | null =>
    (values[column - keys.length] as Values)(row.now)
  const compare = (a: Row, b: Row): number => {
    for (const { column, descending } of query.orderBy) {
      const order =
        column >= keys.length
          ? compareValues(valueOf(a, column), valueOf(b, column), descending)
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
  const candidates =
    first && first.column >= keys.length && limit * 4 < rows.length
      ? nearTop(rows, row => valueOf(row, first.column), first.descending, limit)
      : rows
  return candidates.toSorted(compare).slice(0, limit)
}

/** The rows that can be among the first `limit` by their leading value, ties with the last one included. */
function nearTop(rows: Row[], lead: (row: Row) => Total | null, descending: boolean, limit: number): Row[] {
  // A bigint rounds to a float in the same order, so the bound lets in too many at worst. Large places come first.
  const places = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i += 1) {
    const value = lead(rows[i] as Row)
    places[i] = value === null ? -Infinity : descending ? Number(value) : -Number(value)
  }
  const bound = greatest(places, limit)
  return rows.filter((_, i) => (places[i] as number) >= bound)
}

/** The `count`-th greatest of the numbers. */
function greatest(numbers: Float64Array, count: number): number {
  // The greatest so far in ascending order: most numbers are turned away by one comparison.
  const top = numbers.slice(0, count).sort()
  if (count > 256) return numbers.toSorted()[numbers.length - count] as number
  for (let i = count; i < numbers.length; i += 1) {
    const number = numbers[i] as number
    if (number <= (top[0] as number)) continue
    let place = 1
    while (place < count && (top[place] as number) < number) {
      top[place - 1] = top[place] as number
      place += 1
    }
    top[place - 1] = number
  }
  return top[0] as number
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
