/** Number of elements below `value` in an ascending array. */
export function countBelow(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Number of elements up to and including `value` in an ascending array. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Share of elements below `value`, those equal to it counted half: the mean rank on a scale of 0 to 1. */
export function midRank(sorted: Float64Array, value: number): number {
  return (countBelow(sorted, value) + countUpTo(sorted, value)) / (2 * sorted.length)
}

/** Median of an ascending array; NaN of an empty one. */
export function medianOfSorted(sorted: Float64Array): number {
  const half = sorted.length >>> 1
  if (sorted.length % 2 === 1) return sorted[half] as number
  return sorted.length === 0 ? Number.NaN : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}
