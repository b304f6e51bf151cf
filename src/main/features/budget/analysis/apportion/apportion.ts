import { divideRounded } from '../../../../../shared/money/minor.ts'

/**
 * Takes the share part ÷ whole of each amount so that the parts sum to the share of the sum, rounded (largest remainder; ties to the
 * earlier): a month's budget by its days. Amounts of either sign.
 */
export function apportion(amounts: readonly bigint[], part: number, whole: number): bigint[] {
  const [p, w] = [BigInt(part), BigInt(whole)]
  // Rounded down towards −∞, so that every remainder lies in 0 … w − 1 whatever the sign.
  const parts = amounts.map(amount => floor(amount * p, w))
  const remainders = amounts.map((amount, i) => amount * p - (parts[i] as bigint) * w)
  const wanted = divideRounded(amounts.reduce((sum, amount) => sum + amount, 0n) * p, w)
  let left = Number(wanted - parts.reduce((sum, one) => sum + one, 0n))
  const order = remainders
    .map((remainder, i) => ({ remainder, i }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  for (const { i } of order) {
    if (left <= 0) break
    parts[i] = (parts[i] as bigint) + 1n
    left -= 1
  }
  return parts
}

function floor(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b < 0n ? quotient - 1n : quotient
}
