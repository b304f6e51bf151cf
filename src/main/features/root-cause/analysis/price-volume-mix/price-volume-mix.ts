import { divideRounded, total, type Total } from '../../../../../shared/money/minor.ts'
import { roundColumn } from '../../../../../shared/money/round-column.ts'

/** One member's value (minor units) and quantity (whole units of any fixed scale) before and after. */
export interface PricedMember {
  key: string
  quantityBefore: bigint
  valueBefore: bigint
  quantityAfter: bigint
  valueAfter: bigint
}

export interface PriceVolumeMix {
  delta: Total
  /** (Q₁ − Q₀) · P̄₀ */
  volume: Total
  /** Q₁ · Σ (s₁ − s₀) · p₀ */
  mix: Total
  /** Σ q₁ · (p₁ − p₀) */
  price: Total
  /** The change of members that have no quantity in either period: it is neither. */
  unpriced: Total
  /** The price effect of each member; they sum to `price`. */
  members: { key: string; price: Total }[]
}

/** Digits kept behind the minor unit until the effects are rounded together. */
const SCALE = 10 ** 12
const FIXED = BigInt(SCALE)

/**
 * Price, volume and mix effects of a change. They are fractions of a minor unit; rounded together by largest remainder, so that they
 * and `unpriced` sum to the change exactly. A member that is new has no price before: it counts with its price after, so its whole
 * effect is mix. Undefined where there is no quantity before (no price to start from).
 */
export function priceVolumeMix(members: readonly PricedMember[]): PriceVolumeMix | undefined {
  const priced = members.filter(m => m.quantityBefore !== 0n || m.quantityAfter !== 0n)
  const others = members.filter(m => m.quantityBefore === 0n && m.quantityAfter === 0n)
  const q0 = sum(priced.map(m => m.quantityBefore))
  if (q0 === 0n) return undefined
  const v0 = sum(priced.map(m => m.valueBefore))
  const v1 = sum(priced.map(m => m.valueAfter))
  const q1 = sum(priced.map(m => m.quantityAfter))
  const volume = divideRounded((q1 - q0) * v0 * FIXED, q0)
  const prices = priced.map(m =>
    m.quantityBefore === 0n || m.quantityAfter === 0n
      ? 0n
      : m.valueAfter * FIXED - divideRounded(m.quantityAfter * m.valueBefore * FIXED, m.quantityBefore),
  )
  const price = sum(prices)
  // Σ of the three is v₁ − v₀ by algebra, so the mix is what the others leave: Σ (q₁ − Q₁·q₀/Q₀) · p₀.
  const mix = (v1 - v0) * FIXED - volume - price
  const [volumeRounded = 0, mixRounded = 0, priceRounded = 0] = roundColumn([volume, mix, price], SCALE)
  const rounded = roundTo(prices, BigInt(priceRounded))
  return {
    delta: total(sum(members.map(m => m.valueAfter - m.valueBefore))),
    volume: volumeRounded,
    mix: mixRounded,
    price: priceRounded,
    unpriced: total(sum(others.map(m => m.valueAfter - m.valueBefore))),
    members: priced.map((m, i) => ({ key: m.key, price: total(rounded[i] as bigint) })),
  }
}

/** Rounds fixed-point parts so that they sum to a whole number of minor units that is within one of their sum. */
function roundTo(parts: readonly bigint[], target: bigint): bigint[] {
  const rounded = roundColumn(parts, SCALE).map(BigInt)
  const left = target - sum(rounded)
  // Their own rounded sum may differ from the three effects' by the one unit that balances those.
  if (left !== 0n && rounded.length > 0) {
    const largest = parts.reduce((best, part, i) => (abs(part) > abs(parts[best] as bigint) ? i : best), 0)
    rounded[largest] = (rounded[largest] as bigint) + left
  }
  return rounded
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)
const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n)
