/** Sums by step of some entries; a step without entries is nought. */
export interface StepSeries {
  /** Member's code of the dimension; −1 for all entries, −2 for those of all other members. */
  code: number
  values: Float64Array
}

export const TOTAL = -1
export const OTHERS = -2

/**
 * Sums amounts (minor units, times `sign`) by step, all together and for the `top` members of largest |sum|, the others as one. Whole
 * numbers, so that the members sum to the total exactly.
 */
export function sumBySteps(
  days: Int32Array,
  amounts: Float64Array,
  codes: Int32Array | undefined,
  starts: readonly number[],
  sign: number,
  top: number,
  rows?: Float64Array,
): { series: StepSeries[]; unconverted: number } {
  const steps = starts.length - 1
  const total = new Float64Array(steps)
  const members = new Map<number, Float64Array>()
  let unconverted = 0
  for (let i = 0; i < days.length; i++) {
    const step = stepOf(starts, days[i] as number)
    if (step < 0) continue
    const amount = amounts[i] as number
    if (Number.isNaN(amount)) {
      unconverted += rows?.[i] ?? 1
      continue
    }
    total[step] = (total[step] as number) + sign * amount
    if (!codes) continue
    let own = members.get(codes[i] as number)
    if (!own) members.set(codes[i] as number, (own = new Float64Array(steps)))
    own[step] = (own[step] as number) + sign * amount
  }
  const sizes = Array.from(members, ([code, values]) => ({
    code,
    values,
    size: values.reduce((sum, value) => sum + Math.abs(value), 0),
  })).sort((a, b) => b.size - a.size || a.code - b.code)
  const series: StepSeries[] = [{ code: TOTAL, values: total }]
  for (const { code, values } of sizes.slice(0, top)) series.push({ code, values })
  const rest = sizes.slice(top)
  if (rest.length > 0)
    series.push({
      code: OTHERS,
      values: total.map((_, step) => rest.reduce((sum, one) => sum + (one.values[step] as number), 0)),
    })
  return { series, unconverted }
}

function stepOf(starts: readonly number[], day: number): number {
  let low = 0
  let high = starts.length - 1
  if (day < (starts[0] as number) || day >= (starts[high] as number)) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (day < (starts[middle] as number)) high = middle
    else low = middle
  }
  return low
}
