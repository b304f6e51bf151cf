import { sfc32 } from '../../../../shared/stats/random.ts'

/** A seeded source of chance: the same seed gives the same samples on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  /** An item by its weight. */
  weighted<T extends { weight: number }>(items: readonly T[]): T
  /** Log-normal with median 1 and the given spread of its logarithm: how invoice sizes are distributed. */
  size(spread: number): number
  chance(probability: number): boolean
}

export function createRandom(seed: number): Random {
  const next = sfc32(0x9e3779b9, 0x243f6a88, 0xb7e15162, seed ^ 0xdeadbeef)
  const random: Random = {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: items => items[Math.floor(next() * items.length)] as (typeof items)[number],
    weighted: items => {
      let left = next() * items.reduce((sum, item) => sum + item.weight, 0)
      for (const item of items) {
        left -= item.weight
        if (left < 0) return item
      }
      return items.at(-1) as (typeof items)[number]
    },
    size: spread => Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
    chance: probability => next() < probability,
  }
  return random
}
