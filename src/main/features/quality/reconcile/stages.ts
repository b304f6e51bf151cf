import type { StageCheck } from '../../../../shared/contract/quality.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'

/** Two counts that must be one. */
export const counted = (code: string, left: number, right: number): StageCheck => ({
  code,
  left: String(left),
  right: String(right),
  agrees: left === right,
})

/** Sums by currency that must be the same: one check a currency that either side has. Decimal strings. */
export function summed(
  code: string,
  left: Readonly<Record<string, string>>,
  right: Readonly<Record<string, string>>,
): StageCheck[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].map(currency => {
    const none = toDecimal(0, exponentOf(currency))
    const [l, r] = [left[currency] ?? none, right[currency] ?? none]
    return { code, left: l, right: r, currency, agrees: l === r }
  })
}
