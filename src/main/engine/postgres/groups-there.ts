import type { Total } from '../../../shared/money/minor.ts'
import type { Measure } from '../../../shared/query/query.ts'
import type { AmountColumn, Figures, Grouping, KeySource, There, Values } from '../columnar/shapes.ts'
import { isSparse } from '../columnar/group.ts'
import type { Group } from '../lines.ts'
import { emptyValue } from '../result.ts'
import type { AnyMeasure, KeySql } from './figures.ts'

/** A group key there: its SQL, and the code here of a value that it gives. */
export interface KeyThere {
  sql: KeySql
  codeOf(value: string | number): number
}

/** How one selection asks. */
export interface Asking {
  count(): number
  keyOf(key: KeySource): KeyThere | undefined
  grouped(keys: readonly KeySql[], measures: readonly AnyMeasure[]): Group[]
}

/** A grouping that was made there, and how to ask it for more. */
interface Made {
  keys: readonly KeySource[]
  there: readonly KeyThere[]
  /** Number of a group by its combined code. */
  numbers: ReadonlyMap<number, number> | undefined
}

/** The groups and figures of one selection in a warehouse, numbered as the columns number theirs. */
export class GroupsThere implements There {
  readonly #asking: Asking
  readonly #made = new WeakMap<Grouping, Made>()

  constructor(asking: Asking) {
    this.#asking = asking
  }

  group(keys: readonly KeySource[]): Grouping {
    const there = keys.map(key => {
      const known = this.#asking.keyOf(key)
      if (!known) throw new RangeError('a key of another engine')
      return known
    })
    const size = keys.reduce((product, key) => product * key.size, 1)
    const sparse = isSparse({ parts: [], count: this.#asking.count() }, size)
    // The sum comes along: hardly anybody asks for groups without it.
    const groups = this.#asking.grouped(
      there.map(key => key.sql),
      [COUNT, SUM],
    )
    const codes = groups.map(group => codeOf(group, keys, there))
    const grouping: Grouping = {
      groups: sparse ? codes.length : size,
      codes: sparse ? Float64Array.from(codes) : undefined,
      counts: new Uint32Array(sparse ? codes.length : size),
      get ids(): undefined {
        if (size > 1) throw new RangeError('the entries stay in the warehouse')
        return undefined
      },
      sums: () => {
        throw new RangeError('sums of a warehouse are exact: ask for figures')
      },
    }
    const numbers = sparse ? new Map(codes.map((code, g) => [code, g])) : undefined
    for (const [i, code] of codes.entries())
      grouping.counts[numbers ? i : code] = Number((groups[i] as Group).values[0])
    this.#made.set(grouping, { keys, there, numbers })
    return grouping
  }

  figures(grouping: Grouping, column: AmountColumn, abs: boolean, extremes: boolean): Figures {
    const of = column === 'amount' ? ('original' as const) : ('amount' as const)
    const measure = (op: Measure['op']): Measure => ({ op, of, ...(abs ? { abs } : {}) })
    const [sums, least, most] = this.#values(grouping, [
      measure('sum'),
      ...(extremes ? [measure('min'), measure('max')] : []),
    ])
    const floats = (values: (Total | null)[] | undefined): Float64Array =>
      Float64Array.from({ length: grouping.groups }, (_, g) => {
        const value = values?.[g]
        return value === null || value === undefined ? NaN : Number(value)
      })
    const present = (): Uint32Array =>
      Uint32Array.from({ length: grouping.groups }, (_, g) =>
        Number(this.#values(grouping, [CONVERTED])[0]?.[g] ?? 0),
      )
    return {
      // Hardly anybody asks: a second statement only for those who do.
      get counts(): Uint32Array {
        return of === 'original' ? grouping.counts : present()
      },
      sum: g => sums?.[g] ?? 0,
      min: extremes ? floats(least) : undefined,
      max: extremes ? floats(most) : undefined,
    }
  }

  measures(grouping: Grouping, measures: readonly Measure[]): Values[] {
    const found = this.#values(grouping, measures)
    return measures.map((measure, m) => group => {
      const value = group < 0 ? undefined : found[m]?.[group]
      return value === undefined ? emptyValue(measure) : value
    })
  }

  /** Each measure's values by group number; undefined where a group has no entries. */
  #values(grouping: Grouping, measures: readonly AnyMeasure[]): (Total | null)[][] {
    const { keys, there, numbers } = this.#of(grouping)
    const values = measures.map((): (Total | null)[] => [])
    const sql = there.map(key => key.sql)
    for (const group of this.#asking.grouped(sql, measures)) {
      const code = codeOf(group, keys, there)
      const number = numbers ? numbers.get(code) : code
      if (number === undefined) continue
      for (const [m, value] of group.values.entries())
        (values[m] as (Total | null)[])[number] = value as Total | null
    }
    return values
  }

  #of(grouping: Grouping): Made {
    const made = this.#made.get(grouping)
    if (!made) throw new RangeError('a grouping of another selection')
    return made
  }
}

const COUNT: Measure = { op: 'count', of: 'amount' }
const SUM: Measure = { op: 'sum', of: 'amount' }
const CONVERTED = { op: 'converted' } as const

function codeOf({ keys }: Group, sources: readonly KeySource[], there: readonly KeyThere[]): number {
  let code = 0
  for (const [k, source] of sources.entries())
    code = code * source.size + (there[k] as KeyThere).codeOf(keys[k] as string | number)
  return code
}
