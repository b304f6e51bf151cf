/** Ordinary least squares over 0, 1, 2 …: the line's value at each step, its slope, and R² (null where nothing varies). */
export function trendOf(values: readonly number[]): { line: number[]; slope: number; fit: number | null } {
  const n = values.length
  if (n < 2) return { line: [...values], slope: 0, fit: null }
  const middle = (n - 1) / 2
  const mean = values.reduce((a, b) => a + b, 0) / n
  let xy = 0
  let xx = 0
  let yy = 0
  for (const [i, value] of values.entries()) {
    xy += (i - middle) * (value - mean)
    xx += (i - middle) ** 2
    yy += (value - mean) ** 2
  }
  const slope = xy / xx
  return {
    line: values.map((_, i) => mean + slope * (i - middle)),
    slope,
    fit: yy > 0 ? (xy * xy) / (xx * yy) : null,
  }
}
