import { stepAt, sumOf, type Population, type Steps } from '../population.ts'

/** From `from` up to but not including `to`, in the population's units; null is no bound. */
export interface Stratum {
  from: number | null
  to: number | null
  count: number
  sum: bigint
  /** Of all rows; of the sum of all |amounts|. */
  countShare: number
  share: number
}

/** The population in bands of signed amounts: each row is in exactly one, so that the bands add up to all. Empty bands at the ends of powers of ten are left out. */
export function stratify(
  { amounts, places, count }: Population,
  bounds: readonly number[] | undefined,
  steps: Steps,
): Stratum[] {
  const ends = bounds ? [...new Set(bounds)].sort((a, b) => a - b) : powersOfTen(amounts, places)
  const rows: number[][] = Array.from({ length: ends.length + 1 }, () => [])
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const amount = amounts[row] as number
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) <= amount) low = middle + 1
      else high = middle
    }
    rows[low]?.push(row)
  }
  let all = 0
  for (const amount of amounts) all += Math.abs(amount)
  const bands = rows.map((inside, i) => ({
    from: i === 0 ? null : (ends[i - 1] as number),
    to: i === ends.length ? null : (ends[i] as number),
    count: inside.length,
    sum: sumOf(amounts, inside),
    countShare: count === 0 ? 0 : inside.length / count,
    share: all === 0 ? 0 : inside.reduce((sum, row) => sum + Math.abs(amounts[row] as number), 0) / all,
  }))
  if (bounds) return bands
  const used = bands.flatMap((band, i) => (band.count > 0 ? [i] : []))
  return bands.slice(used[0] ?? 0, (used.at(-1) ?? 0) + 1)
}

/** … −100, −10, 0, 10, 100 … beyond the largest amount. */
function powersOfTen(amounts: Float64Array, places: number): number[] {
  let most = 0
  for (const amount of amounts) most = Math.max(most, Math.abs(amount))
  const powers: number[] = []
  for (let power = 10 * 10 ** places; power <= most; power *= 10) powers.push(power)
  return [...powers.map(power => -power).reverse(), 0, ...powers]
}
