/** What a harness answers: how often it tried, what went wrong (each in a sentence), and its figures beside their bars. */
export interface Outcome {
  runs: number
  failures: string[]
  /** Times beyond their bars: apart, because they say as much of the machine, and the tests leave them out. */
  late?: string[]
  /** What SECURITY.md asks for, in words. */
  bar: string
  figures: Record<string, number | string>
}

export interface Harness {
  /** Runs of the long share; `npm run survival -- NAME --runs N` says otherwise. */
  usual: number
  run(runs: number, seed: number): Promise<Outcome>
}

/** The value below which a share of the sorted values lies: nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
