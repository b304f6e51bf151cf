import type { Total } from '../../../shared/money/minor.ts'
import type { Query, QueryResult } from '../../../shared/query/query.ts'
import { nthGreatest } from './greatest.ts'
import type { Groups } from './groups.ts'
import type { Values } from './measures.ts'
import type { KeySource } from './whole.ts'

/** A group key made ready: how its codes come about, how they are ordered and written. */
export interface Key {
  source: KeySource
  /** The same for the comparison's entries: their steps are laid on the current ones. */
  before: KeySource
  /** What the codes given are ordered by; undefined where the code itself is the order. */
  ranksOf: ((codes: readonly number[]) => (code: number) => number) | undefined
  write(code: number, labels: QueryResult['labels']): string
}

/** A group that may stand in the answer: its code in each key, and its number now and in the comparison (−1: not there). */
export interface Row {
  codes: number[]
  now: number
  before: number
}

/** Orders the groups as the query says (ties by the group keys, groups without a value last) and cuts them to its limit. */
export function orderRows(
  groups: Groups,
  query: Query,
  keys: readonly Key[],
  sizes: readonly number[],
  values: readonly Values[],
): Row[] {
  const limit = query.limit ?? groups.count
  const first = query.orderBy[0]
  const lead =
    first && first.column >= keys.length && limit * 4 < groups.count
      ? (values[first.column - keys.length] as Values)
      : undefined
  // Only rows that can be among the first become objects and are ever compared.
  const places = lead
    ? nearTop(groups, lead, first?.descending ?? false, limit)
    : Array.from({ length: groups.count }, (_, i) => i)
  const rows = places.map(i => ({
    codes: split(groups.codes[i] as number, sizes),
    now: groups.now[i] as number,
    before: groups.before[i] as number,
  }))
  const ranks = keys.map(
    ({ ranksOf }, k) => ranksOf?.(rows.map(row => row.codes[k] as number)) ?? ((code: number) => code),
  )
  const rank = (row: Row, k: number): number => (ranks[k] as (code: number) => number)(row.codes[k] as number)
  const compare = (a: Row, b: Row): number => {
    for (const { column, descending } of query.orderBy) {
      const value = values[column - keys.length]
      const order = value
        ? compareValues(value(a.now), value(b.now), descending)
        : (rank(a, column) - rank(b, column)) * (descending ? -1 : 1)
      if (order !== 0) return order
    }
    for (let k = 0; k < keys.length; k += 1) {
      const order = rank(a, k) - rank(b, k)
      if (order !== 0) return order
    }
    return 0
  }
  return rows.sort(compare).slice(0, limit)
}

/** The places of the groups that can be among the first `limit` by their leading value, ties with the last one included. */
function nearTop(groups: Groups, lead: Values, descending: boolean, limit: number): number[] {
  // A bigint rounds to a float in the same order, so the bound lets in too many at worst. Large places come first.
  const sizes = new Float64Array(groups.count)
  for (let i = 0; i < sizes.length; i += 1) {
    const value = lead(groups.now[i] as number)
    sizes[i] = value === null ? -Infinity : descending ? Number(value) : -Number(value)
  }
  const bound = nthGreatest(sizes, limit)
  const near: number[] = []
  for (let i = 0; i < sizes.length; i += 1) if ((sizes[i] as number) >= bound) near.push(i)
  return near
}

function compareValues(a: Total | null, b: Total | null, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (a === b) return 0
  return a < b === descending ? 1 : -1
}

/** The code in each key of a combined code. */
function split(code: number, sizes: readonly number[]): number[] {
  const codes = sizes.map(() => 0)
  let rest = code
  for (let k = sizes.length - 1; k >= 0; k -= 1) {
    const size = sizes[k] as number
    codes[k] = rest % size
    rest = Math.floor(rest / size)
  }
  return codes
}
