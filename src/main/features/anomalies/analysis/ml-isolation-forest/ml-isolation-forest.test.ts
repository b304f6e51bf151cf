import { expect, test } from 'vitest'
import { IsolationForest } from 'ml-isolation-forest'
import { seeded } from '../random.ts'
import { Cancelled, NO_STEPS, rowOf, type FeatureTable } from '../table.ts'
import { ML_FOREST_DEFAULTS, ML_FOREST_MOST_ROWS, mlIsolationForest } from './index.ts'

function table(rows: number, seed = 3): FeatureTable {
  const random = seeded(seed)
  const columns = Array.from({ length: 3 }, () =>
    Float64Array.from({ length: rows }, () => random() + random()),
  )
  for (const column of columns) column[0] = 9
  return { names: ['a', 'b', 'c'], columns, rows }
}

test('scores are those of the package’s own forest of the same trees', () => {
  const own = table(80)
  const { scores } = mlIsolationForest(own, { trees: 20, seed: 4 }, NO_STEPS)
  const values = Array.from({ length: own.rows }, (_, i) => Array.from(rowOf(own, i)))
  const forest = new IsolationForest({ nEstimators: 20 })
  const random = Math.random
  // The same draws in the same order: each tree from its own stream.
  const trees = Array.from({ length: 20 }, (_, tree) => {
    const one = new IsolationForest({ nEstimators: 1 })
    Math.random = seeded(4, tree)
    one.train(values)
    return (one as unknown as { forest: unknown[] }).forest[0]
  })
  Math.random = random
  Object.assign(forest, { forest: trees, trainingSet: values })
  const theirs = forest.predict(values)
  for (const [i, score] of scores.entries()) expect(score).toBeCloseTo(theirs[i] as number, 10)
})

test('the far row comes first, explained by its features, and a row scored alone scores as it does in the table', () => {
  const own = table(200)
  const { scores, score, contributions } = mlIsolationForest(own, ML_FOREST_DEFAULTS, NO_STEPS)
  expect(scores.indexOf(Math.max(...scores))).toBe(0)
  expect(contributions(rowOf(own, 0)).every(part => part > 0)).toBe(true)
  for (const row of [0, 9, 120]) expect(score(rowOf(own, row))).toBeCloseTo(scores[row] as number, 12)
})

test('one seed, one answer, and Math.random is given back', () => {
  const random = Math.random
  const run = (seed: number) => mlIsolationForest(table(60), { trees: 10, seed }, NO_STEPS).scores
  expect(run(5)).toEqual(run(5))
  expect(run(5)).not.toEqual(run(6))
  expect(Math.random).toBe(random)
})

test('more rows than it can do are refused, a single row is ordinary, and a cancel is heard between trees', () => {
  expect(() => mlIsolationForest(table(ML_FOREST_MOST_ROWS + 1), ML_FOREST_DEFAULTS, NO_STEPS)).toThrow(
    'at most 5000 rows, and there are 5001',
  )
  expect(mlIsolationForest(table(1), ML_FOREST_DEFAULTS, NO_STEPS).scores).toEqual(Float64Array.of(0.5))
  let asked = 0
  const steps = { cancelled: () => (asked += 1) > 3, progress: () => {} }
  expect(() => mlIsolationForest(table(60), ML_FOREST_DEFAULTS, steps)).toThrow(Cancelled)
  expect(asked).toBe(4)
})
