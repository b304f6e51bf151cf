import { quantileSorted } from './quantile.ts'

/** A prediction interval by step. */
export interface Bounds {
  lower: Float64Array
  upper: Float64Array
}

/** Quantiles of sample paths (element h·paths + path; sorted in place): one interval a level. */
export function boundsOfPaths(
  values: Float64Array,
  paths: number,
  horizon: number,
  levels: readonly number[],
): Bounds[] {
  const bounds = levels.map(() => ({ lower: new Float64Array(horizon), upper: new Float64Array(horizon) }))
  for (let h = 0; h < horizon; h++) {
    const sorted = values.subarray(h * paths, (h + 1) * paths).sort()
    for (const [i, level] of levels.entries()) {
      const tail = (1 - level / 100) / 2
      const { lower, upper } = bounds[i] as Bounds
      lower[h] = quantileSorted(sorted, tail)
      upper[h] = quantileSorted(sorted, 1 - tail)
    }
  }
  return bounds
}

/** mean ± z·sd. */
export function normalBounds(mean: Float64Array, sd: Float64Array, zs: readonly number[]): Bounds[] {
  return zs.map(z => ({
    lower: mean.map((value, h) => value - z * (sd[h] as number)),
    upper: mean.map((value, h) => value + z * (sd[h] as number)),
  }))
}
