/** Uniform numbers in [0, 1). */
export type Random = () => number

/**
 * A seeded generator (sfc32, C. Doty-Humphrey's PractRand). `stream` gives independent sequences under one seed (a tree, an epoch),
 * so that the outcome does not depend on who runs which part first.
 */
export function seeded(seed: number, stream = 0): Random {
  let a = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0
  let b = Math.imul(stream ^ 0x243f6a88, 0xc2b2ae35) | 0
  let c = (Math.floor(seed / 4_294_967_296) ^ 0xb7e15162) | 0
  let d = 1
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 15; i += 1) next()
  return next
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
