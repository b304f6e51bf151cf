import { roundColumn } from '../../../../../shared/money/round-column.ts'

export interface Base {
  mean: Float64Array
  /** Size of the forecast's error by step: half the width of its interval. */
  spread: Float64Array
}

/**
 * Makes the parts sum to their total, by least squares weighted with the forecasts' variances (MinT with a diagonal matrix, "WLS";
 * Wickramasuriya, Athanasopoulos & Hyndman 2019): what is uncertain gives way. Answers whole minor units, the parts' sum being the
 * total's to the unit (largest remainder). Without parts the total is only rounded.
 */
export function reconcile(
  total: Base,
  parts: readonly Base[],
): { total: Float64Array; parts: Float64Array[] } {
  const horizon = total.mean.length
  const out = { total: new Float64Array(horizon), parts: parts.map(() => new Float64Array(horizon)) }
  for (let h = 0; h < horizon; h++) {
    const whole = total.mean[h] as number
    if (parts.length === 0) {
      out.total[h] = Math.round(whole)
      continue
    }
    const means = parts.map(part => part.mean[h] as number)
    const sum = means.reduce((a, b) => a + b, 0)
    const variances = parts.map(part => (part.spread[h] as number) ** 2)
    const all = variances.reduce((a, b) => a + b, 0)
    const own = (total.spread[h] as number) ** 2
    // Variances of nought: the total moves to what is certain, or half way where both are.
    const share = own + all > 0 ? all / (own + all) : 0.5
    const agreed = sum + share * (whole - sum)
    const moved = means.map((value, i) => {
      const weight = all > 0 ? (variances[i] as number) / all : 1 / means.length
      return value + weight * (agreed - sum)
    })
    const rounded = roundTo(moved)
    for (const [i, value] of rounded.entries()) (out.parts[i] as Float64Array)[h] = value
    out.total[h] = rounded.reduce((a, b) => a + b, 0)
  }
  return out
}

/** Whole numbers whose sum is the rounded sum: `roundColumn` on millionths. */
function roundTo(values: readonly number[]): number[] {
  const fine = values.map(
    value => BigInt(Math.round(value)) * 1_000_000n + BigInt(Math.round((value - Math.round(value)) * 1e6)),
  )
  return roundColumn(fine, 1_000_000).map(Number)
}
