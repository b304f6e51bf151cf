import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assign } from './assignment.ts'

/** What an answer costs: −1 leaves a row alone. */
const costOf = (cost: readonly (readonly number[])[], alone: number, answer: readonly number[]): number =>
  answer.reduce((sum, column, row) => sum + (column < 0 ? alone : (cost[row]?.[column] as number)), 0)

/** Every one-to-one assignment there is. */
function* every(rows: number, columns: number, taken: readonly number[] = []): Generator<number[]> {
  if (taken.length === rows) return yield [...taken]
  for (let column = -1; column < columns; column += 1)
    if (column < 0 || !taken.includes(column)) yield* every(rows, columns, [...taken, column])
}

it('no assignment is cheaper, no column is given twice, and no impossible pair is made', () => {
  const size = fc.integer({ min: 1, max: 4 })
  const price = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 30 }) }, fc.constant(Infinity))
  fc.assert(
    fc.property(
      fc.tuple(size, size).chain(([rows, columns]) =>
        fc.array(fc.array(price, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      ),
      fc.integer({ min: 0, max: 40 }),
      (cost, alone) => {
        const answer = assign(cost, alone)
        const given = answer.filter(column => column >= 0)
        expect(new Set(given).size).toBe(given.length)
        const found = costOf(cost, alone, answer)
        expect(Number.isFinite(found)).toBe(true)
        let cheapest = Infinity
        for (const other of every(cost.length, cost[0]?.length ?? 0))
          cheapest = Math.min(cheapest, costOf(cost, alone, other))
        expect(found).toBe(cheapest)
      },
    ),
    { numRuns: 200 },
  )
})

it('nothing to assign, and nothing to assign to', () => {
  expect(assign([], 1)).toEqual([])
  expect(assign([[], []], 1)).toEqual([-1, -1])
})
