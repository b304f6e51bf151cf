import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DETECTORS } from '../../../../shared/contract/anomalies.ts'
import { flagCount, flagTop } from './contamination.ts'
import { detect } from './index.ts'
import { midRank } from './order.ts'
import { sampleWithout, seeded } from './random.ts'
import { NO_STEPS, rowOf } from './table.ts'
import { oracleTable } from './testing.ts'

test('a contamination c flags exactly ⌈c·n⌉ rows, also where scores tie', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 1, max: 50 }),
      (scores, percent) => {
        const { flags, threshold } = flagTop(Float64Array.from(scores), percent / 100)
        // In whole numbers, where .07 · 100 is 7.
        const asked = Math.ceil((percent * scores.length) / 100)
        expect(flags.reduce((a, b) => a + b, 0)).toBe(asked)
        for (const [i, score] of scores.entries()) {
          if (flags[i]) expect(score).toBeGreaterThanOrEqual(threshold)
          else expect(score).toBeLessThanOrEqual(threshold)
        }
      },
    ),
  )
  expect(flagCount(0.07, 100)).toBe(7)
  expect(flagCount(0.05, 1)).toBe(1)
})

test('of equal scores the earlier rows are flagged', () => {
  expect([...flagTop(Float64Array.of(1, 2, 1, 1), 0.5).flags]).toEqual([1, 1, 0, 0])
})

test.each(DETECTORS)('%s: flags, parameters and rescoring fit together', method => {
  const table = oracleTable()
  const { fitted, flags, threshold, parameters } = detect(
    method,
    table,
    { contamination: 0.1 },
    undefined,
    NO_STEPS,
  )
  expect(flags.reduce((a, b) => a + b, 0)).toBe(6)
  expect(parameters).toMatchObject({ method, contamination: 0.1 })
  expect([7, 41].filter(row => flags[row] === 1).length).toBeGreaterThan(0)
  for (const row of [7, 23, 0]) {
    const alone = fitted.score(rowOf(table, row))
    expect(alone).toBeCloseTo(fitted.scores[row]!, 5)
    if (!flags[row]) expect(alone).toBeLessThanOrEqual(threshold + 1e-6)
  }
})

test('z-scores flag by their threshold unless a share is asked for', () => {
  const { flags, parameters } = detect('z-score', oracleTable(), {}, undefined, NO_STEPS)
  expect(parameters).toMatchObject({ threshold: 2.5 })
  expect(Array.from(flags.keys()).filter(i => flags[i])).toEqual([7, 23, 41])
})

test('combined is the mean of the ranks of its methods', () => {
  const table = oracleTable()
  const { fitted } = detect('combined', table, {}, undefined, NO_STEPS)
  // 60 rows are too few for the autoencoder, which then takes no part.
  const ranks = (['robust-z', 'isolation-forest', 'ecod'] as const).map(method => {
    const { scores } = detect(method, table, {}, undefined, NO_STEPS).fitted
    const sorted = scores.slice().sort()
    return scores.map(score => midRank(sorted, score))
  })
  for (let i = 0; i < table.rows; i += 1)
    expect(fitted.scores[i]).toBeCloseTo(ranks.reduce((sum, rank) => sum + rank[i]!, 0) / 3, 12)
})

test('a sample without replacement has no row twice and favours none', () => {
  const counts = new Int32Array(20)
  for (let seed = 0; seed < 4000; seed += 1) {
    const sample = sampleWithout(20, 5, seeded(seed))
    expect(new Set(sample).size).toBe(5)
    for (const row of sample) counts[row] = counts[row]! + 1
  }
  // 1,000 each, standard deviation 27.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})

test('a constant column makes nobody unusual: its mean is itself, to the last digit', () => {
  const rows = 20
  const columns = [new Float64Array(rows).fill(0.1), Float64Array.from({ length: rows }, () => 7)]
  for (const method of ['z-score', 'robust-z'] as const) {
    const table = { names: ['a', 'b'], columns, rows }
    const { fitted, flags } = detect(method, table, { threshold: 0.5 }, undefined, NO_STEPS)
    expect([...fitted.scores]).toEqual(Array.from({ length: rows }, () => 0))
    expect([...flags].some(Boolean)).toBe(false)
  }
})
