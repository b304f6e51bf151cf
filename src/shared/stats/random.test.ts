import { expect, test } from 'vitest'
import { mulberry32, sfc32, type Uniform } from './random.ts'

const take = (next: Uniform, n: number): number[] => Array.from({ length: n }, next)

test.each([
  ['sfc32', (seed: number) => sfc32(1, 2, 3, seed)],
  ['mulberry32', mulberry32],
])('%s: the same seed gives the same numbers, another seed others, all uniform in [0, 1)', (_, make) => {
  expect(take(make(7), 5)).toEqual(take(make(7), 5))
  expect(take(make(7), 5)).not.toEqual(take(make(8), 5))
  const numbers = take(make(42), 100_000)
  expect(Math.min(...numbers.slice(0, 10_000))).toBeGreaterThanOrEqual(0)
  // Ten equal bins; χ² with 9 degrees of freedom passes 27.9 once in a thousand seeds.
  const bins = Array.from({ length: 10 }, () => 0)
  for (const x of numbers) bins[Math.floor(x * 10)] = (bins[Math.floor(x * 10)] as number) + 1
  expect(bins.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9)
})
