export { mulberry32 as seeded } from '../../../../../shared/stats/random.ts'

/** Shuffles the first `count` elements to a random sample of all (Fisher–Yates). */
export function sampleFirst(values: Int32Array, count: number, next: () => number): void {
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(next() * (values.length - i))
    const kept = values[i] as number
    values[i] = values[j] as number
    values[j] = kept
  }
}
