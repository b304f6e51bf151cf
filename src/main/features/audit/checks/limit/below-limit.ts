import { stepAt, type Exception, type Population, type Steps } from '../population.ts'
import { binomialTail } from '../tails.ts'

export interface LimitBand {
  /** In the population's units. */
  limit: number
  /** Amounts from `percent` % of the limit up to the limit itself, and as wide a band above it. */
  below: number
  above: number
  /** Share of both bands that lies below where nobody minds the limit: amounts spread evenly over their orders of magnitude. */
  expected: number
  /** The chance of so many below or more. */
  p: number
}

/** Amounts of either sign just below an approval limit, or at it. An amount is held against each limit. */
export function belowLimits(
  { amounts, payee }: Population,
  { limits, percent }: { limits: readonly number[]; percent: number },
  steps: Steps,
): { bands: LimitBand[]; exceptions: Exception[] } {
  const exceptions: Exception[] = []
  const bands = limits.map(limit => {
    const [low, high] = [(limit * percent) / 100, (limit * (200 - percent)) / 100]
    let [below, above] = [0, 0]
    for (const [row, amount] of amounts.entries()) {
      stepAt(steps, row, amounts.length)
      const size = Math.abs(amount)
      if (size > limit && size <= high) above += 1
      if (size < low || size > limit) continue
      below += 1
      const values = { payee: payee?.[row] ?? '', limit, share: Math.floor((size * 1000) / limit) / 10 }
      exceptions.push({ rows: [row], code: 'below-limit', values, amount: size })
    }
    const expected = Math.log(limit / low) / Math.log(high / low)
    return { limit, below, above, expected, p: binomialTail(below, below + above, expected) }
  })
  return { bands, exceptions }
}
