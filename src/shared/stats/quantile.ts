import { divideRounded } from '../money/minor.ts'

/**
 * Percentile by linear interpolation between order statistics (Hyndman & Fan 1996, type 7: the default of R's quantile() and of
 * NumPy), rounded to a whole minor unit, halves away from zero. `sorted` ascending whole numbers; `p` 0 to 100. Undefined for an
 * empty sample. Computed in whole numbers, so that p = 33.3 means exactly 333/1000.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number | undefined {
  const n = sorted.length
  if (n === 0) return undefined
  const { numerator, denominator } = fraction(p)
  const scale = denominator * 100n
  const position = BigInt(n - 1) * numerator
  const index = Number(position / scale)
  const rest = position % scale
  const below = sorted[index] as number
  if (rest === 0n) return below
  const above = sorted[index + 1] as number
  const exact = BigInt(below) * scale + (BigInt(above) - BigInt(below)) * rest
  return Number(divideRounded(exact, scale))
}

/** The decimal number that a float prints as, as a fraction. */
function fraction(p: number): { numerator: bigint; denominator: bigint } {
  if (!(p >= 0 && p <= 100)) throw new RangeError('a percentile is between 0 and 100')
  const [mantissa, exponent = '0'] = String(p).split('e') as [string, string?]
  const [whole, places = ''] = mantissa.split('.') as [string, string?]
  const power = places.length - Number(exponent)
  return power >= 0
    ? { numerator: BigInt(whole + places), denominator: 10n ** BigInt(power) }
    : { numerator: BigInt(whole + places) * 10n ** BigInt(-power), denominator: 1n }
}
