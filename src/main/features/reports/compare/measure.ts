import { divideRounded, total, type Total } from '../../../../shared/money/minor.ts'
import type { Measure } from '../../../../shared/query/query.ts'
import { quantile } from '../../../../shared/stats/quantile.ts'
import type { Columns } from './columns.ts'

/** What each entry gives to a measure, by its place in the columns: an amount, 1 for a count, a member for `distinct`; null is nothing. */
export function givenBy(measure: Measure, columns: Columns): (i: number) => number | string | null {
  const { op, of, abs } = measure
  if (op === 'count') return () => 1
  const member = columns.dimensions.get(of)
  if (op === 'distinct' && of !== 'amount' && of !== 'original') {
    if (!member) throw new RangeError(`the column ${of} was not read`)
    return i => {
      const code = member.codes[i] as number
      return code === 0 ? null : (member.keys[code] as string)
    }
  }
  const amounts = (of === 'original' ? columns.original : columns.base) as Float64Array
  return i => {
    const amount = amounts[i] as number
    if (Number.isNaN(amount)) return null
    return abs ? Math.abs(amount) : amount
  }
}

/** True where a figure is the sum of what its entries give, so that each entry's part in a difference stands by itself. */
export const isAdditive = ({ op }: Measure): boolean => op === 'sum' || op === 'count'

/** A measure of what entries give, as the engine answers it. */
export function measureOf(measure: Measure, given: readonly (number | string)[]): Total | null {
  const { op } = measure
  if (op === 'distinct') return new Set(given).size
  const amounts = given as readonly number[]
  if (op === 'count' || op === 'sum') return total(amounts.reduce((sum, one) => sum + BigInt(one), 0n))
  if (amounts.length === 0) return null
  if (op === 'mean')
    return total(
      divideRounded(
        amounts.reduce((sum, one) => sum + BigInt(one), 0n),
        BigInt(amounts.length),
      ),
    )
  const sorted = Float64Array.from(amounts).sort()
  if (op === 'min') return (sorted[0] as number) + 0
  if (op === 'max') return (sorted.at(-1) as number) + 0
  return quantile(sorted, op === 'median' ? 50 : (measure.p ?? 50)) ?? null
}
