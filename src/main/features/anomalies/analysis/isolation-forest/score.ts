import { averagePath, type Forest } from './grow.ts'
import { checkCancelled, type Steps } from '../table.ts'

/** Rows that go through all trees together: their values and sums stay in the first-level cache beside one tree. */
const BLOCK = 512

/** 2^(−mean path ÷ c(sample)) of each row of the row-major matrix: about .5 for the ordinary, towards 1 for the isolated. */
export function scoreMatrix(forest: Forest, matrix: Float32Array, rows: number, steps: Steps): Float64Array {
  const scores = new Float64Array(rows)
  const most = forest.trees * averagePath(forest.sample)
  for (let from = 0; from < rows; from += BLOCK) {
    if (from % (BLOCK * 32) === 0) {
      checkCancelled(steps)
      steps.progress(from, rows)
    }
    const to = Math.min(rows, from + BLOCK)
    for (let tree = 0; tree < forest.trees; tree += 1) walkBlock(forest, tree, matrix, from, to, scores)
    // A sample of one row has no path at all: everything is ordinary.
    for (let i = from; i < to; i += 1) scores[i] = most === 0 ? 0.5 : 2 ** (-(scores[i] as number) / most)
  }
  return scores
}

/**
 * Adds one tree's paths to `sums`. Four rows at a time: each step of a walk waits for the one before, and the processor fills the wait
 * with the other three. No branch depends on the data, because leaves lead to themselves.
 */
function walkBlock(
  { stride, depth, features, feature, threshold, left, path }: Forest,
  tree: number,
  matrix: Float32Array,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const base = tree * stride
  const cut = threshold.subarray(base, base + stride)
  const column = feature.subarray(base, base + stride)
  const child = left.subarray(base, base + stride)
  const length = path.subarray(base, base + stride)
  let i = from
  for (; i + 3 < to; i += 4) {
    const at0 = i * features
    const at1 = at0 + features
    const at2 = at1 + features
    const at3 = at2 + features
    let n0 = 0
    let n1 = 0
    let n2 = 0
    let n3 = 0
    for (let d = 0; d < depth; d += 1) {
      n0 = (child[n0] as number) + +((matrix[at0 + (column[n0] as number)] as number) > (cut[n0] as number))
      n1 = (child[n1] as number) + +((matrix[at1 + (column[n1] as number)] as number) > (cut[n1] as number))
      n2 = (child[n2] as number) + +((matrix[at2 + (column[n2] as number)] as number) > (cut[n2] as number))
      n3 = (child[n3] as number) + +((matrix[at3 + (column[n3] as number)] as number) > (cut[n3] as number))
    }
    sums[i] = (sums[i] as number) + (length[n0] as number)
    sums[i + 1] = (sums[i + 1] as number) + (length[n1] as number)
    sums[i + 2] = (sums[i + 2] as number) + (length[n2] as number)
    sums[i + 3] = (sums[i + 3] as number) + (length[n3] as number)
  }
  for (; i < to; i += 1) {
    let node = 0
    const at = i * features
    for (let d = 0; d < depth; d += 1)
      node =
        (child[node] as number) + +((matrix[at + (column[node] as number)] as number) > (cut[node] as number))
    sums[i] = (sums[i] as number) + (length[node] as number)
  }
}

/** The score of one row: what `scoreMatrix` gives it, without the setting up that only pays for many. */
export function scoreRow(forest: Forest, row: Float32Array): number {
  const { trees, stride, feature, threshold, left, path } = forest
  let sum = 0
  for (let tree = 0; tree < trees; tree += 1) {
    const base = tree * stride
    let node = 0
    for (let next = left[base] as number; next !== node; next = left[base + node] as number)
      node = next + +((row[feature[base + node] as number] as number) > (threshold[base + node] as number))
    sum += path[base + node] as number
  }
  const most = trees * averagePath(forest.sample)
  return most === 0 ? 0.5 : 2 ** (-sum / most)
}

/**
 * How much each feature did to isolate one row: the sum over its ways of log2(rows before ÷ rows after) of the splits on the feature
 * beyond the one bit that a split into halves gives; the mean over trees, not below nil.
 */
export function isolationByFeature(forest: Forest, row: Float32Array): Float64Array {
  const { trees, stride, feature, threshold, left, size } = forest
  const parts = new Float64Array(forest.features)
  for (let tree = 0; tree < trees; tree += 1) {
    const base = tree * stride
    for (let node = 0; left[base + node] !== node;) {
      const j = feature[base + node] as number
      const next = (left[base + node] as number) + +((row[j] as number) > (threshold[base + node] as number))
      const bits = Math.log2((size[base + node] as number) / (size[base + next] as number))
      parts[j] = (parts[j] as number) + bits - 1
      node = next
    }
  }
  return parts.map(part => Math.max(0, part / trees))
}
