/** ⌈c·n⌉, where a product that is whole but for the last binary digit (0.07 · 100) counts as whole. */
export function flagCount(contamination: number, n: number): number {
  return Math.min(n, Math.ceil(Number((contamination * n).toPrecision(12))))
}

export interface Cut {
  flags: Uint8Array
  /** The lowest flagged score: a row is cleared where its score falls below it. Infinity where nothing is flagged. */
  threshold: number
}

/** Flags exactly the ⌈c·n⌉ rows with the highest scores; among equal scores the earlier row first. */
export function flagTop(scores: Float64Array, contamination: number): Cut {
  const n = scores.length
  const k = flagCount(contamination, n)
  const flags = new Uint8Array(n)
  if (k === 0) return { flags, threshold: Infinity }
  const threshold = scores.slice().sort()[n - k] as number
  let left = k
  for (let i = 0; i < n; i += 1)
    if ((scores[i] as number) > threshold) {
      flags[i] = 1
      left -= 1
    }
  for (let i = 0; i < n && left > 0; i += 1)
    if (scores[i] === threshold) {
      flags[i] = 1
      left -= 1
    }
  return { flags, threshold }
}

/** Flags the rows whose score is above a fixed threshold (z-scores). */
export function flagAbove(scores: Float64Array, threshold: number): Cut {
  const flags = new Uint8Array(scores.length)
  for (let i = 0; i < scores.length; i += 1) if ((scores[i] as number) > threshold) flags[i] = 1
  return { flags, threshold }
}
