import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../population.ts'
import { amountsOnly, noSteps } from '../testing.ts'
import { stratify } from './stratify.ts'

test('bands from a bound up to the next one, with what is below the first and above the last', () => {
  const found = stratify(amountsOnly([-5, 0, 99, 100, 150, 1000]), [100, 0], noSteps)
  expect(found.map(one => [one.from, one.to, one.count, one.sum])).toEqual([
    [null, 0, 1, -5n],
    [0, 100, 2, 99n],
    [100, null, 3, 1250n],
  ])
  expect(found[2]?.share).toBeCloseTo(1250 / 1354, 12)
})

test('without bounds powers of ten on both sides, as far as there are amounts', () => {
  const found = stratify(amountsOnly([-150_000, 500, 999, 1000]), undefined, noSteps)
  expect(found.map(one => [one.from, one.to, one.count])).toEqual([
    [null, -100_000, 1],
    [-100_000, -10_000, 0],
    [-10_000, -1000, 0],
    [-1000, 0, 0],
    [0, 1000, 2],
    [1000, 10_000, 1],
  ])
})

test('whatever the amounts and bounds, each row is in one band and the sums add up to the control total', () => {
  const amount = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(
      fc.array(amount),
      fc.option(fc.array(amount, { minLength: 1, maxLength: 8 }), { nil: undefined }),
      (amounts, bounds) => {
        const bands = stratify(amountsOnly(amounts), bounds, noSteps)
        expect(bands.reduce((sum, band) => sum + band.sum, 0n)).toBe(sumOf(Float64Array.from(amounts)))
        expect(bands.reduce((count, band) => count + band.count, 0)).toBe(amounts.length)
      },
    ),
    { numRuns: 200 },
  )
})
