import { total, type Total } from '../../../shared/money/minor.ts'
import type { Flow } from '../../../shared/query/dimensions.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { figures } from '../../engine/columnar/figures.ts'
import { group } from '../../engine/columnar/group.ts'
import { memberCondition, narrow, type Selection } from '../../engine/columnar/select.ts'
import type { KeySource } from '../../engine/columnar/whole.ts'

/** The two sides of the result, out of one selection. */
export interface Sides {
  selection: Selection
  expense: Selection
  income: Selection
}

export function sidesOf(engine: Columnar, filters: Filters): Sides {
  const selection = engine.select(filters)
  const side = (flow: Flow): Selection =>
    narrow(selection, memberCondition(engine.dictionaries, 'flow', [flow], 1))
  return { selection, expense: side('expense'), income: side('income') }
}

/**
 * By what a posted amount is turned so that spending and income are both positive. A household's account goes down when it spends;
 * a company debits its expense accounts and credits its revenue.
 */
export function signOf(engine: Columnar, flow: 'expense' | 'income'): 1 | -1 {
  return (engine.store.profile === 'personal') === (flow === 'income') ? 1 : -1
}

/** Sums turned to be positive, and entries, by group. */
export interface Amounts {
  groups: number
  /** Undefined where the group has no entries. */
  at(group: number): Total | undefined
  entries(group: number): number
}

/** Figures of a side by the combined code of its keys. */
export function amountsOf(selection: Selection, keys: readonly KeySource[], sign: 1 | -1): Amounts {
  const grouping = group(selection, keys)
  const { sum } = figures(selection, grouping, 'base_amount', false)
  const { codes } = grouping
  const numbers = codes && new Map(Array.from(codes, (code, g) => [code, g] as const))
  const place = (code: number): number => (numbers ? (numbers.get(code) ?? -1) : code)
  const entries = (code: number): number => grouping.counts[place(code)] ?? 0
  return {
    groups: keys.reduce((size, key) => size * key.size, 1),
    entries,
    at: code => (entries(code) === 0 ? undefined : turn(sum(place(code)), sign)),
  }
}

export function turn(value: Total, sign: 1 | -1): Total {
  if (sign === 1 || value === 0) return value
  return typeof value === 'number' ? -value : total(-value)
}

/** An exact sum of totals. */
export function add(...values: readonly Total[]): Total {
  let sum = 0
  for (const value of values) {
    if (typeof value === 'bigint') return exactly(values)
    sum += value
    if (!Number.isSafeInteger(sum)) return exactly(values)
  }
  return sum
}

const exactly = (values: readonly Total[]): Total =>
  total(values.reduce<bigint>((sum, value) => sum + BigInt(value), 0n))

export const minus = (a: Total, b: Total): Total => add(a, turn(b, -1))
