/** mulberry32: the same seed gives the same numbers in [0, 1) on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Shuffles the first `count` elements to a random sample of all (Fisher–Yates). */
export function sampleFirst(values: Int32Array, count: number, next: () => number): void {
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(next() * (values.length - i))
    const kept = values[i] as number
    values[i] = values[j] as number
    values[j] = kept
  }
}
