import type { Factor } from '../two-periods/two-periods.ts'
import { correlationRatio, cramersV } from './matrix.ts'
import { sampleFirst, seeded } from './random.ts'
import { BINS, growTree, tellBy, type Tree } from './tree.ts'

export interface AssociationParameters {
  trees: number
  seed: number
  depth: number
  leastRows: number
  /** Rows looked at; of more a seeded sample is taken. */
  mostRows: number
}

export const ASSOCIATION_DEFAULTS = { trees: 30, seed: 1, depth: 8, leastRows: 20, mostRows: 100_000 }

export interface Watch {
  cancelled(): boolean
  progress(done: number, total: number): void
}

export interface Associated {
  factors: string[]
  matrix: (number | null)[][]
  importance: { factor: string; value: number; deviation: number }[]
  told: number
  rows: number
}

/**
 * Which factors go together, and by which of them amounts can be told: Cramér's V, the correlation ratio, and a random forest's
 * permutation importance (L. Breiman 2001) on the rows that each tree has not seen. An association, never a cause. Amounts count by the
 * size of their logarithm, signed, so that one large invoice is not all that is seen. Undefined where it was cancelled.
 */
export function associationOf(
  amounts: Float64Array,
  factors: readonly Factor[],
  parameters: AssociationParameters,
  watch: Watch,
): Associated | undefined {
  const next = seeded(parameters.seed)
  const rows = chosenRows(amounts, parameters.mostRows, next)
  const target = Float64Array.from(rows, i => signedLog(amounts[i] as number))
  const sampled = factors.map(f => ({ ...f, codes: Int32Array.from(rows, i => f.codes[i] as number) }))
  const names = ['amount', ...factors.map(f => f.id)]
  const matrix = names.map((_, i) =>
    names.map((__, j) => {
      if (watch.cancelled()) return null
      if (i === j) return 1
      if (i > 0 && j > 0) return i < j ? cramersV(sampled[i - 1] as Factor, sampled[j - 1] as Factor) : null
      return correlationRatio(sampled[Math.max(i, j) - 1] as Factor, target)
    }),
  )
  for (let i = 1; i < names.length; i += 1)
    for (let j = 1; j < i; j += 1) (matrix[i] as (number | null)[])[j] = matrix[j]?.[i] ?? null
  const forest = forestOf(target, sampled, parameters, next, watch)
  if (!forest) return undefined
  return {
    factors: names,
    matrix,
    importance: forest.importance
      .map((value, f) => ({ factor: (factors[f] as Factor).id, ...value }))
      .sort((a, b) => b.value - a.value),
    told: forest.told,
    rows: rows.length,
  }
}

const signedLog = (amount: number): number => Math.sign(amount) * Math.log1p(Math.abs(amount))

function chosenRows(amounts: Float64Array, most: number, next: () => number): Int32Array {
  let n = 0
  const all = new Int32Array(amounts.length)
  for (const [i, amount] of amounts.entries()) if (!Number.isNaN(amount)) all[n++] = i
  const rows = all.slice(0, n)
  if (rows.length <= most) return rows
  sampleFirst(rows, most, next)
  return rows.slice(0, most).sort()
}

/** Members of a factor in 64 bins: by the mean of what is to be told, as the best split of a category lies along it. */
function binned({ codes, keys }: Factor, target: Float64Array, train: Int32Array): Uint8Array {
  const sums = new Float64Array(keys.length)
  const counts = new Float64Array(keys.length)
  let whole = 0
  for (const row of train) {
    const code = codes[row] as number
    sums[code] = (sums[code] as number) + (target[row] as number)
    counts[code] = (counts[code] as number) + 1
    whole += target[row] as number
  }
  const mean = whole / Math.max(1, train.length)
  // A member of few rows says little of its mean: drawn to that of all by five rows' weight.
  const drawn = sums.map((sum, code) => (sum + 5 * mean) / ((counts[code] as number) + 5))
  const order = [...keys.keys()].sort((a, b) => (drawn[a] as number) - (drawn[b] as number) || a - b)
  const bins = new Uint8Array(keys.length)
  let before = 0
  for (const [place, code] of order.entries()) {
    const middle = before + (counts[code] as number) / 2
    bins[code] =
      keys.length <= BINS
        ? place
        : Math.min(BINS - 1, Math.floor((middle / Math.max(1, train.length)) * BINS))
    before += counts[code] as number
  }
  return Uint8Array.from(codes, code => bins[code] as number)
}

function forestOf(
  target: Float64Array,
  factors: readonly Factor[],
  { trees, depth, leastRows }: AssociationParameters,
  next: () => number,
  watch: Watch,
): { importance: { value: number; deviation: number }[]; told: number } | undefined {
  const n = target.length
  const tried = Math.max(1, Math.ceil(factors.length / 2))
  const losses = factors.map(() => [] as number[])
  const told = new Float64Array(n)
  const times = new Uint16Array(n)
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let t = 0; t < trees; t += 1) {
    if (watch.cancelled()) return undefined
    watch.progress(t, trees)
    const inBag = Math.floor(n * 0.632)
    sampleFirst(order, inBag, next)
    const train = order.slice(0, inBag)
    const unseen = order.slice(inBag)
    const bins = factors.map(f => binned(f, target, train))
    const tree = growTree(bins, target, train, { depth, leastRows, tried }, next)
    const error = errorOf(tree, bins, target, unseen, told, times)
    const usual = varianceOf(target, unseen)
    for (const [f, column] of bins.entries()) {
      if (!tree.feature.includes(f)) {
        losses[f]?.push(0)
        continue
      }
      const shuffled = unseen.slice()
      sampleFirst(shuffled, shuffled.length, next)
      const mixed = column.slice()
      for (const [i, row] of unseen.entries()) mixed[row] = column[shuffled[i] as number] as number
      const columns = bins.map((own, k) => (k === f ? mixed : own))
      losses[f]?.push(usual > 0 ? (errorOf(tree, columns, target, unseen) - error) / usual : 0)
    }
  }
  return { importance: losses.map(spread), told: toldShare(target, told, times) }
}

function errorOf(
  tree: Tree,
  bins: readonly Uint8Array[],
  target: Float64Array,
  rows: Int32Array,
  told?: Float64Array,
  times?: Uint16Array,
): number {
  let sum = 0
  for (const row of rows) {
    const value = tellBy(tree, bins, row)
    sum += (value - (target[row] as number)) ** 2
    if (told && times) {
      told[row] = (told[row] as number) + value
      times[row] = (times[row] as number) + 1
    }
  }
  return sum / Math.max(1, rows.length)
}

function varianceOf(target: Float64Array, rows: Int32Array): number {
  let sum = 0
  for (const row of rows) sum += target[row] as number
  const mean = sum / Math.max(1, rows.length)
  let squares = 0
  for (const row of rows) squares += ((target[row] as number) - mean) ** 2
  return squares / Math.max(1, rows.length)
}

function spread(values: number[]): { value: number; deviation: number } {
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, values.length - 1)
  return { value: mean, deviation: Math.sqrt(variance) }
}

/** 1 − squared error ÷ variance over the rows that some tree has not seen. */
function toldShare(target: Float64Array, told: Float64Array, times: Uint16Array): number {
  const rows = Int32Array.from(times.keys()).filter(i => (times[i] as number) > 0)
  let error = 0
  for (const row of rows)
    error += ((told[row] as number) / (times[row] as number) - (target[row] as number)) ** 2
  const variance = varianceOf(target, rows) * rows.length
  return variance > 0 ? 1 - error / variance : 0
}
