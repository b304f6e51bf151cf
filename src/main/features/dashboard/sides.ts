import { total, type Total } from '../../../shared/money/minor.ts'
import type { Flow } from '../../../shared/query/dimensions.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { figures } from '../../engine/columnar/figures.ts'
import { group, type Grouping } from '../../engine/columnar/group.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import type { KeySource } from '../../engine/columnar/whole.ts'

/** The two sides of the result, out of one selection. What is not asked for is not computed. */
export class Sides {
  readonly selection: Selection
  readonly #engine: Columnar
  readonly #narrowed = new Map<Flow, Selection>()
  #byFlow: Amounts | undefined

  constructor(engine: Columnar, filters: Filters) {
    this.#engine = engine
    this.selection = engine.select(filters)
  }

  get expense(): Selection {
    return this.#side('expense')
  }

  get income(): Selection {
    return this.#side('income')
  }

  /** The same object each time: the engine keeps what it has added up by the selection. */
  #side(flow: 'expense' | 'income'): Selection {
    const known = this.#narrowed.get(flow) ?? this.#engine.narrow(this.selection, 'flow', flow)
    this.#narrowed.set(flow, known)
    return known
  }

  /** A side's sum, turned to be positive: most spans that a figure is compared with need no more than this. */
  sum(flow: 'expense' | 'income'): Total {
    return turn(this.#flows().at(this.#codeOf(flow)) ?? 0, signOf(this.#engine, flow))
  }

  entries(flow: 'expense' | 'income'): number {
    return this.#flows().entries(this.#codeOf(flow))
  }

  #flows(): Amounts {
    this.#byFlow ??= amountsOf(this.selection, [this.#engine.keyOf('flow')], 1)
    return this.#byFlow
  }

  #codeOf(flow: Flow): number {
    return this.#engine.dictionary('flow').codeOf(flow) ?? -1
  }
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
  /** The same before they are turned, as they lie by group: whoever looks at all of 70,000 members need not ask for each. */
  plain?: Plain | undefined
}

export interface Plain {
  counts: Uint32Array
  sums: Float64Array
  sign: 1 | -1
}

/** Figures of a side by the combined code of its keys. */
export function amountsOf(selection: Selection, keys: readonly KeySource[], sign: 1 | -1): Amounts {
  const grouping = group(selection, keys)
  const { sum, sums } = figures(selection, grouping, 'base_amount', false)
  const amounts = byCode(grouping, keys, g => turn(sum(g), sign))
  const { codes, counts } = grouping
  return sums && !codes ? { ...amounts, plain: { counts, sums, sign } } : amounts
}

/** A grouping's figures, found by combined code instead of group number. */
export function byCode(
  grouping: Grouping,
  keys: readonly KeySource[],
  figure: (group: number) => Total,
): Amounts {
  const { codes } = grouping
  const numbers = codes && new Map(Array.from(codes, (code, g) => [code, g] as const))
  const place = (code: number): number => (numbers ? (numbers.get(code) ?? -1) : code)
  const entries = (code: number): number => grouping.counts[place(code)] ?? 0
  return {
    groups: keys.reduce((size, key) => size * key.size, 1),
    entries,
    at: code => (entries(code) === 0 ? undefined : figure(place(code))),
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
