import { sampleWithout, seeded, type Random } from '../random.ts'

/**
 * Isolation trees side by side in flat arrays, one tree after another, each of `stride` slots. A node's children are `left` and
 * `left` + 1. A leaf points at itself and never goes right, so that a walk of fixed length ends in it whatever its depth.
 */
export interface Forest {
  trees: number
  /** Most splits on a way down. */
  depth: number
  stride: number
  features: number
  feature: Int32Array
  /** Goes left where value ≤ threshold. */
  threshold: Float32Array
  left: Int32Array
  /** In a leaf: splits above it + the expected further ones among its rows. */
  path: Float32Array
  /** Rows of the sample in the node: how far a split isolated. */
  size: Int32Array
  /** Rows that a tree was grown on. */
  sample: number
}

const EULER = 0.577_215_664_901_532_9

/** Mean path of an unsuccessful search in a binary search tree of n keys: c(n) of Liu, Ting and Zhou 2008, as scikit-learn has it. */
export function averagePath(n: number): number {
  if (n <= 1) return 0
  if (n === 2) return 1
  return 2 * (Math.log(n - 1) + EULER) - (2 * (n - 1)) / n
}

export function emptyForest(trees: number, sample: number, features: number): Forest {
  const depth = Math.ceil(Math.log2(Math.max(sample, 2)))
  const stride = 2 * sample - 1
  return {
    trees,
    depth,
    stride,
    features,
    sample,
    feature: new Int32Array(trees * stride),
    threshold: new Float32Array(trees * stride).fill(Infinity),
    left: new Int32Array(trees * stride),
    path: new Float32Array(trees * stride),
    size: new Int32Array(trees * stride),
  }
}

/** Grows one tree on its own sample of the row-major matrix. Depends on the seed and the tree's number only, not on the other trees. */
export function growTree(
  forest: Forest,
  tree: number,
  matrix: Float32Array,
  rows: number,
  seed: number,
): void {
  const { features, sample } = forest
  const random = seeded(seed, tree + 1)
  const chosen = sampleWithout(rows, sample, random)
  const values = new Float32Array(sample * features)
  for (let i = 0; i < sample; i += 1) {
    const from = (chosen[i] as number) * features
    values.set(matrix.subarray(from, from + features), i * features)
  }
  grow(forest, tree * forest.stride, values, random)
}

function grow(forest: Forest, base: number, values: Float32Array, random: Random): void {
  const { features, sample, depth, feature, threshold, left, path, size } = forest
  const order = Int32Array.from({ length: sample }, (_, i) => i)
  const tried = Int32Array.from({ length: features }, (_, j) => j)
  let used = 1
  // Nodes still to be split: slot, first and one past the last row of `order`, depth.
  const stack: [number, number, number, number][] = [[0, 0, sample, 0]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [slot, from, to, at] = next
    const node = base + slot
    size[node] = to - from
    const split =
      at < depth && to - from > 1 ? chooseSplit(values, features, order, from, to, tried, random) : -1
    if (split < 0) {
      left[node] = slot
      path[node] = at + averagePath(to - from)
      continue
    }
    const cut = bounds.cut
    let middle = from
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number
      if ((values[row * features + split] as number) > cut) continue
      order[i] = order[middle] as number
      order[middle] = row
      middle += 1
    }
    feature[node] = split
    threshold[node] = cut
    left[node] = used
    stack.push([used + 1, middle, to, at + 1], [used, from, middle, at + 1])
    used += 2
  }
}

const bounds = { cut: 0 }
const single = new Float32Array(1)

/**
 * A feature at random among those that vary here, and a cut at random between its least and greatest value (left in `bounds.cut`);
 * −1 where all rows are alike.
 */
function chooseSplit(
  values: Float32Array,
  features: number,
  order: Int32Array,
  from: number,
  to: number,
  tried: Int32Array,
  random: Random,
): number {
  for (let left = features; left > 0; left -= 1) {
    const pick = Math.floor(random() * left)
    const j = tried[pick] as number
    tried[pick] = tried[left - 1] as number
    tried[left - 1] = j
    let low = Infinity
    let high = -Infinity
    for (let i = from; i < to; i += 1) {
      const value = values[(order[i] as number) * features + j] as number
      if (value < low) low = value
      if (value > high) high = value
    }
    if (low === high) continue
    // Rounded as it is stored; a cut that rounding put on the greatest value would leave one side empty.
    single[0] = low + random() * (high - low)
    bounds.cut = (single[0] as number) >= high ? low : (single[0] as number)
    return j
  }
  return -1
}
