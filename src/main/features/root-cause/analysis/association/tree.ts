/** A regression tree on binned features, as flat arrays: node n tests feature[n] ≤ bin[n], and goes to left[n] or right[n]. */
export interface Tree {
  feature: Int16Array
  bin: Uint8Array
  left: Int32Array
  right: Int32Array
  value: Float64Array
}

export const BINS = 64

export interface TreeParameters {
  depth: number
  leastRows: number
  /** Features tried at each split. */
  tried: number
}

/**
 * Grows a tree by least squares: each node's rows are counted into 64 bins a feature, the best boundary splits it. `bins[f][row]`.
 * `rows` is reordered.
 */
export function growTree(
  bins: readonly Uint8Array[],
  target: Float64Array,
  rows: Int32Array,
  parameters: TreeParameters,
  next: () => number,
): Tree {
  const most = 2 ** (parameters.depth + 1)
  const tree: Tree = {
    feature: new Int16Array(most).fill(-1),
    bin: new Uint8Array(most),
    left: new Int32Array(most),
    right: new Int32Array(most),
    value: new Float64Array(most),
  }
  const counts = new Float64Array(BINS)
  const sums = new Float64Array(BINS)
  const order = bins.map((_, f) => f)
  let used = 1
  const open = [{ node: 0, from: 0, to: rows.length, depth: 0 }]
  for (let top = open.pop(); top; top = open.pop()) {
    const { node, from, to, depth } = top
    let sum = 0
    for (let i = from; i < to; i += 1) sum += target[rows[i] as number] as number
    const n = to - from
    tree.value[node] = n > 0 ? sum / n : 0
    if (depth === parameters.depth || n < 2 * parameters.leastRows) continue
    let best = { gain: 1e-9, feature: -1, bin: 0 }
    for (let k = 0; k < parameters.tried; k += 1) {
      const other = k + Math.floor(next() * (order.length - k))
      const feature = order[other] as number
      order[other] = order[k] as number
      order[k] = feature
      const split = bestSplit(
        bins[feature] as Uint8Array,
        target,
        rows,
        from,
        to,
        sum,
        counts,
        sums,
        parameters.leastRows,
      )
      if (split.gain > best.gain) best = { ...split, feature }
    }
    if (best.feature < 0) continue
    const middle = partition(bins[best.feature] as Uint8Array, rows, from, to, best.bin)
    tree.feature[node] = best.feature
    tree.bin[node] = best.bin
    tree.left[node] = used
    tree.right[node] = used + 1
    open.push(
      { node: used + 1, from: middle, to, depth: depth + 1 },
      { node: used, from, to: middle, depth: depth + 1 },
    )
    used += 2
  }
  return tree
}

function bestSplit(
  column: Uint8Array,
  target: Float64Array,
  rows: Int32Array,
  from: number,
  to: number,
  sum: number,
  counts: Float64Array,
  sums: Float64Array,
  least: number,
): { gain: number; bin: number } {
  counts.fill(0)
  sums.fill(0)
  for (let i = from; i < to; i += 1) {
    const row = rows[i] as number
    const b = column[row] as number
    counts[b] = (counts[b] as number) + 1
    sums[b] = (sums[b] as number) + (target[row] as number)
  }
  const n = to - from
  let best = { gain: 0, bin: 0 }
  let count = 0
  let left = 0
  for (let b = 0; b < BINS - 1; b += 1) {
    count += counts[b] as number
    left += sums[b] as number
    if (counts[b] === 0 || count < least || n - count < least) continue
    const right = sum - left
    const gain = (left * left) / count + (right * right) / (n - count) - (sum * sum) / n
    if (gain > best.gain) best = { gain, bin: b }
  }
  return best
}

function partition(column: Uint8Array, rows: Int32Array, from: number, to: number, bin: number): number {
  let low = from
  let high = to - 1
  while (low <= high) {
    const row = rows[low] as number
    if ((column[row] as number) <= bin) low += 1
    else {
      rows[low] = rows[high] as number
      rows[high] = row
      high -= 1
    }
  }
  return low
}

/** What the tree tells of a row; `columns` may have one feature shuffled. */
export function tellBy(tree: Tree, columns: readonly Uint8Array[], row: number): number {
  let node = 0
  for (;;) {
    const feature = tree.feature[node] as number
    if (feature < 0) return tree.value[node] as number
    const bin = (columns[feature] as Uint8Array)[row] as number
    node = (bin <= (tree.bin[node] as number) ? tree.left[node] : tree.right[node]) as number
  }
}
