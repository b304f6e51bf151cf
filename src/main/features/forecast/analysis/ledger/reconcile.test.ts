import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reconcile } from './reconcile.ts'

const step = (mean: number, spread: number) => ({
  mean: Float64Array.of(mean),
  spread: Float64Array.of(spread),
})
const mean = fc.integer({ min: -5_000_000, max: 50_000_000 })
const spread = fc.integer({ min: 1, max: 1_000_000 })

it('parts sum to their total to the unit, and no other way of moving them costs less by the forecasts’ variances', () => {
  fc.assert(
    fc.property(
      fc.tuple(mean, spread),
      fc.array(fc.tuple(mean, spread), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 6, maxLength: 6 }),
      (total, parts, moves) => {
        const found = reconcile(
          step(...total),
          parts.map(one => step(...one)),
        )
        const values = found.parts.map(part => part[0] as number)
        expect(values.every(Number.isInteger)).toBe(true)
        expect(values.reduce((a, b) => a + b, 0)).toBe(found.total[0])
        // What least squares weighted by variances makes small: the parts' own errors and their sum's.
        const cost = (one: readonly number[]): number =>
          one.reduce((sum, value, i) => {
            const [own, width] = parts[i] as [number, number]
            return sum + ((value - own) / width) ** 2
          }, 0) +
          ((one.reduce((a, b) => a + b, 0) - total[0]) / total[1]) ** 2
        const other = values.map((value, i) => value + (moves[i] as number))
        // Whole units cost a little beside the exact answer.
        const slack = 1e-9 + cost(values) * 1e-5 + values.length * 4
        expect(cost(values)).toBeLessThanOrEqual(cost(other) + slack)
      },
    ),
  )
})

it('a certain total stands, certain parts stand, and without parts the total is only rounded', () => {
  expect(reconcile(step(1000, 0), [step(300, 10), step(300, 10)])).toEqual({
    total: Float64Array.of(1000),
    parts: [Float64Array.of(500), Float64Array.of(500)],
  })
  expect(reconcile(step(1000, 10), [step(300, 0), step(300, 0)]).total).toEqual(Float64Array.of(600))
  expect(reconcile(step(1000, 0), [step(300, 30), step(300, 10)]).parts).toEqual([
    Float64Array.of(660),
    Float64Array.of(340),
  ])
  expect(reconcile(step(12.6, 1), [])).toEqual({ total: Float64Array.of(13), parts: [] })
})
