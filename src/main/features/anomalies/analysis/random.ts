import { sfc32 } from '../../../../shared/stats/random.ts'

/** Uniform numbers in [0, 1). */
export type Random = () => number

/**
 * A seeded generator (sfc32). `stream` gives independent sequences under one seed (a tree, an epoch),
 * so that the outcome does not depend on who runs which part first.
 */
export function seeded(seed: number, stream = 0): Random {
  return sfc32(
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b),
    Math.imul(stream ^ 0x243f6a88, 0xc2b2ae35),
    Math.floor(seed / 4_294_967_296) ^ 0xb7e15162,
    1,
  )
}

/** `size` different whole numbers below `n`, ascending (Floyd's algorithm: no array of length n). All of them where `size` ≥ n. */
export function sampleWithout(n: number, size: number, random: Random): Int32Array {
  if (size >= n) return Int32Array.from({ length: n }, (_, i) => i)
  const chosen = new Set<number>()
  for (let j = n - size; j < n; j += 1) {
    const t = Math.floor(random() * (j + 1))
    chosen.add(chosen.has(t) ? j : t)
  }
  return Int32Array.from(chosen).sort()
}
