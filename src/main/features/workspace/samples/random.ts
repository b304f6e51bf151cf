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

/** sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state, passes PractRand, four adds a number. */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = 0xb7e15162
  let d = (seed ^ 0xdeadbeef) >>> 0
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
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
