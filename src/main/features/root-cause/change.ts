import type { ChangeBreakdown, MemberChange } from '../../../shared/contract/root-cause.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { figuresEach, type KeyFigures } from '../../engine/columnar/figures.ts'
import { group } from '../../engine/columnar/group.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import {
  contributionsOf,
  residualOf,
  type DimensionContributions,
} from './analysis/contributions/contributions.ts'
import { priceVolumeMix } from './analysis/price-volume-mix/price-volume-mix.ts'
import { add, minus } from './analysis/two-periods/two-periods.ts'
import { waterfall } from './analysis/waterfall/waterfall.ts'
import { sidesOf, signOf, type Asked, type Side } from './sides.ts'

export interface ChangeRequest extends Asked {
  by?: string[]
  top: number
}

export interface SideTotal extends Side {
  total: Total
  rows: number
}

export interface ChangeByDimensions {
  currency: string
  before: SideTotal
  after: SideTotal
  delta: Total
  unconverted: number
  missing?: 'entries' | 'comparison'
  sign: 1 | -1
  dimensions: ChangeBreakdown[]
  effects?: { dimension: string; price: Total; volume: Total; mix: Total }
  residual: Total
}

/** Default dimensions, those in use: what money is spent on, where and by whom; levels above them say the same again. */
const BY = {
  personal: ['category', 'payee', 'account', 'business_unit', 'project'],
  ledger: ['account', 'cost_centre', 'payee', 'category', 'project', 'functional_area', 'company'],
}
const MOST = 5

/** The exact change of a measure between two sides, by each dimension, from the columns. */
export function changeBy(engine: Columnar, request: ChangeRequest): ChangeByDimensions {
  const { currency, profile } = { currency: engine.store.baseCurrency, profile: engine.store.profile }
  const sign = signOf(profile, request.measure)
  const sides = sidesOf(engine, request)
  if (!sides) {
    const nothing = { span: { from: '', to: '' }, filters: request.filters, total: 0, rows: 0 }
    return {
      currency,
      before: nothing,
      after: nothing,
      delta: 0,
      unconverted: 0,
      missing: 'entries',
      sign,
      dimensions: [],
      residual: 0,
    }
  }
  const before = engine.select(sides.before.filters)
  const after = engine.select(sides.after.filters)
  const totalBefore = sumOf(engine, before, sign)
  const totalAfter = sumOf(engine, after, sign)
  const delta = minus(totalAfter, totalBefore)
  const empty = before.count + after.count === 0
  const by = empty ? [] : (request.by ?? used(engine, [before, after], BY[profile]))
  const full = contributionsBy(engine, by, before, after, sign)
  return {
    currency,
    before: { ...sides.before, total: totalBefore, rows: before.count },
    after: { ...sides.after, total: totalAfter, rows: after.count },
    delta,
    unconverted: engine.unconverted(before) + engine.unconverted(after),
    ...(empty
      ? { missing: 'entries' as const }
      : before.count === 0
        ? { missing: 'comparison' as const }
        : {}),
    sign,
    dimensions: full.map(one => breakdownOf(engine, one, totalBefore, totalAfter, request.top)),
    ...effectsOf(full[0]),
    residual: residualOf(delta, full),
  }
}

const turned = (value: Total, sign: 1 | -1): Total => (sign === 1 ? value : minus(0, value))

function sumOf(engine: Columnar, selection: Selection, sign: 1 | -1): Total {
  return turned(engine.overall(selection, [{ op: 'sum', of: 'amount' }])[0] ?? 0, sign)
}

/** The first of the candidates that tell entries apart. */
function used(engine: Columnar, selections: readonly Selection[], candidates: readonly string[]): string[] {
  const found = candidates.filter(id => {
    if (!engine.dictionaries.registry.has(id) || engine.dictionary(id).size === 1) return false
    const seen = new Set<number>()
    for (const selection of selections) {
      const { counts, codes } = group(selection, [engine.keyOf(id)])
      // Groups of a very large dimension have numbers of their own, other ones in each selection.
      for (let number = 0; number < counts.length && seen.size < 2; number += 1)
        if ((counts[number] as number) > 0) seen.add(codes ? (codes[number] as number) : number)
    }
    return seen.size > 1
  })
  return found.length > 0 ? found.slice(0, MOST) : candidates.slice(0, 1)
}

/** Contributions of every member of each dimension. */
export function contributionsBy(
  engine: Columnar,
  dimensions: readonly string[],
  before: Selection,
  after: Selection,
  sign: 1 | -1,
): DimensionContributions[] {
  const keys = dimensions.map(id => engine.keyOf(id))
  const was = figuresEach(before, keys, 'base_amount')
  const is = figuresEach(after, keys, 'base_amount')
  return dimensions.map((id, k) => {
    const dictionary = engine.dictionary(id)
    const [b, a] = [was[k] as KeyFigures, is[k] as KeyFigures]
    return contributionsOf(id, {
      size: dictionary.size,
      keyOf: code => dictionary.keyOf(code),
      before: code => turned(b.sum(code), sign),
      after: code => turned(a.sum(code), sign),
      rowsBefore: b.rows,
      rowsAfter: a.rows,
    })
  })
}

/** A ledger's entries carry no quantity: the number of postings stands for it. */
function effectsOf(first: DimensionContributions | undefined): Pick<ChangeByDimensions, 'effects'> {
  const found = priceVolumeMix(
    (first?.members ?? []).map(m => ({
      key: m.key,
      quantityBefore: BigInt(m.rowsBefore),
      valueBefore: BigInt(m.before),
      quantityAfter: BigInt(m.rowsAfter),
      valueAfter: BigInt(m.after),
    })),
  )
  if (!first || !found) return {}
  const { price, volume, mix } = found
  return { effects: { dimension: first.dimension, price, volume, mix } }
}

function breakdownOf(
  engine: Columnar,
  { dimension, members }: DimensionContributions,
  before: Total,
  after: Total,
  top: number,
): ChangeBreakdown {
  const dictionary = engine.dictionary(dimension)
  const { bars, others } = waterfall(before, after, members, top)
  const shown: MemberChange[] = bars.map(bar => ({
    ...bar,
    label: dictionary.labelOf(dictionary.codeOf(bar.key) ?? 0),
  }))
  if (!others) return { dimension, members: shown }
  return {
    dimension,
    members: shown,
    others: {
      members: others.members,
      before: minus(before, add(...bars.map(bar => bar.before))),
      after: minus(after, add(...bars.map(bar => bar.after))),
      delta: others.delta,
    },
  }
}
