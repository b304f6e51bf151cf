// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, and the other project that compiles this file does not list ours
/// <reference path="./types.d.ts" />
import { IsolationForest } from 'ml-isolation-forest'
import { FailureError } from '../../../../../shared/result/failure.ts'
import { medianOfSorted } from '../order.ts'
import { seeded } from '../random.ts'
import { checkCancelled, rowOf, type FeatureTable, type Fitted, type Steps } from '../table.ts'
import { say } from '../messages.ts'

export interface MlForestParameters {
  trees: number
  seed: number
}

export const ML_FOREST_DEFAULTS: MlForestParameters = { trees: 100, seed: 1 }

/** The package grows every tree on all rows, as arrays of arrays: beyond this it takes minutes and gigabytes. */
export const ML_FOREST_MOST_ROWS = 5000

/**
 * The isolation forest of the package ml-isolation-forest: every tree sees all rows, there is no subsample. For small tables, and to
 * hold our own forest against one that shares no line with it. Throws `bad-input` above 5,000 rows.
 */
export function mlIsolationForest(
  table: FeatureTable,
  { trees, seed }: MlForestParameters,
  steps: Steps,
): Fitted {
  const { rows, columns } = table
  if (rows > ML_FOREST_MOST_ROWS)
    throw new FailureError('bad-input', say().tooManyRows(ML_FOREST_MOST_ROWS, rows))
  const values = Array.from({ length: rows }, (_, i) => Array.from(rowOf(table, i)))
  const grown: IsolationForest[] = []
  const paths = new Float64Array(rows)
  for (let tree = 0; tree < trees; tree += 1) {
    checkCancelled(steps)
    steps.progress(tree, trees)
    const own = growTree(values, seed, tree)
    grown.push(own)
    for (const [i, score] of own.predict(values).entries()) paths[i] = (paths[i] as number) + Math.log2(score)
  }
  // Each tree says 2^(−path ÷ c): the mean of their logarithms is the logarithm of the forest's score.
  const scores = paths.map(sum => scoreOf(sum / trees))
  const score = (row: Float64Array): number => {
    const one = [Array.from(row.subarray(0, columns.length))]
    return scoreOf(grown.reduce((sum, tree) => sum + Math.log2(tree.predict(one)[0] as number), 0) / trees)
  }
  const medians = columns.map(column => medianOfSorted(column.slice().sort()))
  return {
    scores,
    score,
    /** The package explains nothing: how much lower the row scores with this feature at its median. */
    contributions: row => {
      const whole = score(row)
      return Float64Array.from(medians, (median, j) => {
        const changed = row.slice()
        changed[j] = median
        return Math.max(0, whole - score(changed))
      })
    },
    parameters: { trees, subsample: rows, seed },
  }
}

/** One row has no path and c = 0: 0 ÷ 0, and everything is ordinary. */
const scoreOf = (logarithm: number): number => (Number.isNaN(logarithm) ? 0.5 : 2 ** logarithm)

/** A forest of one tree, so that a cancel is heard between trees (a second `train` would not replace the first). */
function growTree(values: number[][], seed: number, tree: number): IsolationForest {
  const own = new IsolationForest({ nEstimators: 1 })
  // The package draws from Math.random and takes no seed: it is lent a seeded one. Nothing else runs meanwhile, this is synchronous.
  const random = Math.random
  Math.random = seeded(seed, tree)
  try {
    own.train(values)
  } finally {
    Math.random = random
  }
  return own
}
