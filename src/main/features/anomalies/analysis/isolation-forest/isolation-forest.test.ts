import { IsolationForest as Reference } from 'ml-isolation-forest'
import { expect, test } from 'vitest'
import { seeded } from '../random.ts'
import { Cancelled, NO_STEPS, rowOf } from '../table.ts'
import { oracleTable, tableOf } from '../testing.ts'
import { averagePath } from './grow.ts'
import { FOREST_DEFAULTS, isolationForest } from './index.ts'

test('the mean path of a search is as scikit-learn 1.2.1 has it', () => {
  const oracle = [
    [1, 0],
    [2, 1],
    [3, 1.207392357589623],
    [10, 3.748880484475504],
    [256, 10.244770920119917],
  ] as const
  for (const [n, path] of oracle) expect(averagePath(n)).toBeCloseTo(path, 12)
})

test('with so many trees that chance evens out, the scores are those of scikit-learn 1.2.1 (5,000 trees, subsample 32)', () => {
  const { scores } = isolationForest(oracleTable(), { trees: 5000, subsample: 32, seed: 1 }, NO_STEPS)
  const oracle = { 7: 0.6234, 23: 0.5913, 41: 0.6596, 0: 0.5126, 1: 0.454, 2: 0.4853, 30: 0.549 }
  for (const [row, score] of Object.entries(oracle))
    expect(Math.abs((scores[Number(row)] as number) - score)).toBeLessThan(0.006)
})

test('the same seed gives the same scores, another seed others', () => {
  const run = (seed: number) => isolationForest(oracleTable(), { ...FOREST_DEFAULTS, seed }, NO_STEPS).scores
  expect(run(5)).toEqual(run(5))
  expect(run(5)).not.toEqual(run(6))
  expect(run(5)).not.toEqual(run(5 + 2 ** 32))
})

test('it ranks rows as ml-isolation-forest does, an implementation that shares no line with it', () => {
  const random = seeded(3)
  const rows = Array.from({ length: 300 }, (_, i) =>
    Array.from({ length: 4 }, () => (random() + random() + random()) * (i % 30 === 0 ? 4 : 1)),
  )
  const reference = new Reference({ nEstimators: 200 })
  reference.train(rows)
  const theirs = reference.predict(rows)
  const { scores } = isolationForest(tableOf(rows), { trees: 200, subsample: 256, seed: 1 }, NO_STEPS)
  const top = (values: ArrayLike<number>): Set<number> =>
    new Set(
      Array.from(values, (value, i) => ({ value, i }))
        .toSorted((a, b) => b.value - a.value)
        .slice(0, 10)
        .map(one => one.i),
    )
  const common = [...top(scores)].filter(i => top(theirs).has(i))
  expect(common.length).toBeGreaterThanOrEqual(8)
})

test('a row scored alone gets the score that it has in the table', () => {
  const table = oracleTable()
  const fitted = isolationForest(table, FOREST_DEFAULTS, NO_STEPS)
  for (const row of [0, 7, 23, 59]) expect(fitted.score(rowOf(table, row))).toBe(fitted.scores[row])
})

test('the feature that sets a row apart makes most of it', () => {
  const table = oracleTable()
  const fitted = isolationForest(table, FOREST_DEFAULTS, NO_STEPS)
  const most = (row: number): number => {
    const parts = fitted.contributions(rowOf(table, row))
    return parts.indexOf(Math.max(...parts))
  }
  expect(most(7)).toBe(0)
  expect(most(23)).toBe(1)
})

test.each([
  ['one row', [[1, 2]]],
  [
    'two equal rows',
    [
      [1, 2],
      [1, 2],
    ],
  ],
  ['rows that are all alike', Array.from({ length: 40 }, () => [3, 3])],
  ['values at the ends of what a double holds', [[1.7e308], [-1.7e308], [0], [5e-324], [1]]],
])('%s: every score is a number between 0 and 1', (_, rows) => {
  const { scores } = isolationForest(tableOf(rows), FOREST_DEFAULTS, NO_STEPS)
  expect(scores).toHaveLength(rows.length)
  for (const score of scores) expect(score > 0 && score <= 1).toBe(true)
})

test('it does not depend on where the values lie nor on their unit', () => {
  const table = oracleTable()
  const moved = {
    ...table,
    columns: table.columns.map(column => column.map(value => value * 4096 - 2 ** 30)),
  }
  const [here, there] = [table, moved].map(one => isolationForest(one, FOREST_DEFAULTS, NO_STEPS).scores)
  for (const [i, score] of (here as Float64Array).entries()) expect(there?.[i]).toBeCloseTo(score, 3)
})

test('it stops when nobody waits any more', () => {
  const steps = { cancelled: () => true, progress: () => {} }
  expect(() => isolationForest(oracleTable(), FOREST_DEFAULTS, steps)).toThrow(Cancelled)
})
