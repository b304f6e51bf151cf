import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_STEPS, rowOf } from '../table.ts'
import { oracleTable, tableOf } from '../testing.ts'
import { ecod } from './index.ts'

// From a direct transcription of the paper's formulas into NumPy: counts of values at or below and at or above, −ln, no sorting.
const ORACLE = {
  feature: {
    7: 5.419230295213348,
    23: 5.454321615024618,
    41: 9.980448593672255,
    0: 6.465922526703098,
    1: 2.9808436610602405,
    2: 5.320790222400095,
    30: 6.648244083497053,
  },
  row: {
    7: 5.419230295213348,
    23: 5.395481115001685,
    41: 9.980448593672255,
    0: 3.9691814192680948,
    1: 2.639094367338184,
    2: 5.320790222400095,
    30: 3.991487176782393,
  },
} as const

test.each(['feature', 'row'] as const)('scores summed by %s are those of the transcription', aggregation => {
  const { scores } = ecod(oracleTable(), { aggregation }, NO_STEPS)
  for (const [row, score] of Object.entries(ORACLE[aggregation]))
    expect(scores[Number(row)]).toBeCloseTo(score, 12)
})

test('the contributions of the features sum to the score, whatever the table', () => {
  const cell = fc.integer({ min: -9, max: 9 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }),
      fc.constantFrom('feature' as const, 'row' as const),
      (rows, aggregation) => {
        const table = tableOf(rows)
        const fitted = ecod(table, { aggregation }, NO_STEPS)
        for (let i = 0; i < rows.length; i += 1) {
          const parts = fitted.contributions(rowOf(table, i))
          expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(fitted.scores[i] as number, 10)
          expect(fitted.score(rowOf(table, i))).toBeCloseTo(fitted.scores[i] as number, 10)
        }
      },
    ),
  )
})

test('a value beyond all that were seen counts as the most extreme one', () => {
  const table = tableOf([[1], [2], [3], [4]])
  const fitted = ecod(table, { aggregation: 'feature' }, NO_STEPS)
  expect(fitted.score(Float64Array.of(99))).toBeCloseTo(Math.log(4), 12)
  expect(fitted.score(Float64Array.of(-99))).toBeCloseTo(Math.log(4), 12)
})
