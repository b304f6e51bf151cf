import { checkCancelled, type FeatureTable, type Fitted, type Steps } from '../table.ts'
import { emptyForest, growTree, type Forest } from './grow.ts'
import { isolationByFeature, scoreMatrix, scoreRow } from './score.ts'
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
  const { forest, matrix, scaling } = fitForest(table, parameters, steps)
  return {
    scores: scoreMatrix(forest, matrix, table.rows, steps),
    score: row => scoreRow(forest, toRow(row, scaling)),
    contributions: row => isolationByFeature(forest, toRow(row, scaling)),
    parameters: {
      trees: parameters.trees,
      subsample: forest.sample,
      depth: forest.depth,
      seed: parameters.seed,
    },
  }
}

/** The trees alone, with the table as they read it. Any part of them could be grown elsewhere: a tree depends on its number only. */
export function fitForest(table: FeatureTable, { trees, subsample, seed }: ForestParameters, steps: Steps) {
  const scaling = scalingOf(table)
  const matrix = toMatrix(table, scaling)
  const forest: Forest = emptyForest(trees, Math.min(subsample, table.rows), table.columns.length)
  for (let tree = 0; tree < trees; tree += 1) {
    if (tree % 8 === 0) checkCancelled(steps)
    growTree(forest, tree, matrix, table.rows, seed)
  }
  return { forest, matrix, scaling }
}
