import { checkCancelled, NO_STEPS, type FeatureTable, type Fitted, type Steps } from '../table.ts'
import { emptyForest, growTree, type Forest } from './grow.ts'
import { isolationByFeature, scoreMatrix } from './score.ts'
import { scalingOf, toMatrix, toRow } from './matrix.ts'

export interface ForestParameters {
  trees: number
  /** Rows that each tree is grown on; all of them where there are fewer. */
  subsample: number
  seed: number
}

export const FOREST_DEFAULTS: ForestParameters = { trees: 100, subsample: 256, seed: 1 }

/**
 * Isolation forest (Liu, Ting, Zhou: ICDM 2008), with scikit-learn's definition of path and score: the higher the score, the fewer
 * random cuts set the row apart. Same seed, same scores, on every machine.
 *
 * Not for a handful of rows (under about 50 a tree has little to isolate), nor where "unusual" means unusual for its own group unless
 * the group is among the features.
 */
export function isolationForest(table: FeatureTable, parameters: ForestParameters, steps: Steps): Fitted {
  const { rows, columns } = table
  const scaling = scalingOf(table)
  const matrix = toMatrix(table, scaling)
  const sample = Math.min(parameters.subsample, rows)
  const forest: Forest = emptyForest(parameters.trees, sample, columns.length)
  for (let tree = 0; tree < parameters.trees; tree += 1) {
    if (tree % 8 === 0) checkCancelled(steps)
    growTree(forest, tree, matrix, rows, parameters.seed)
  }
  const scores = scoreMatrix(forest, matrix, rows, steps)
  return {
    scores,
    score: row => scoreMatrix(forest, toRow(row, scaling), 1, NO_STEPS)[0] as number,
    contributions: row => isolationByFeature(forest, toRow(row, scaling)),
    parameters: { trees: parameters.trees, subsample: sample, depth: forest.depth, seed: parameters.seed },
  }
}
