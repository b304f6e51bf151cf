/** Sample standard deviation of each group (n − 1), in two passes so that large amounts lose nothing; null below two values. NaN are left out. */
export function deviations(
  values: Float64Array,
  ids: Int32Array | undefined,
  groups: number,
): (group: number) => number | null {
  const counts = new Float64Array(groups)
  const means = new Float64Array(groups)
  const squares = new Float64Array(groups)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value !== value) continue
    const g = ids ? (ids[i] as number) : 0
    counts[g] = (counts[g] as number) + 1
    means[g] = (means[g] as number) + (value - (means[g] as number)) / (counts[g] as number)
  }
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value !== value) continue
    const g = ids ? (ids[i] as number) : 0
    squares[g] = (squares[g] as number) + (value - (means[g] as number)) ** 2
  }
  return g =>
    (counts[g] as number) > 1 ? Math.sqrt((squares[g] as number) / ((counts[g] as number) - 1)) : null
}

/** Pearson's product-moment correlation; null where either does not vary or there are fewer than three pairs. */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length
  if (n < 3) return null
  const mx = x.reduce((a, b) => a + b, 0) / n
  const my = y.reduce((a, b) => a + b, 0) / n
  let xy = 0
  let xx = 0
  let yy = 0
  for (let i = 0; i < n; i += 1) {
    const dx = (x[i] as number) - mx
    const dy = (y[i] as number) - my
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null
}
