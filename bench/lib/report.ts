/** Timings of one contestant, milliseconds. */
export interface Timing {
  median: number
  min: number
  max: number
  rounds: number
}

export function timing(ms: readonly number[]): Timing {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (i: number): number => round(sorted[i] ?? NaN)
  return {
    median: at(Math.floor((sorted.length - 1) / 2)),
    min: at(0),
    max: at(sorted.length - 1),
    rounds: sorted.length,
  }
}

export const round = (value: number, places = 2): number => Number(value.toFixed(places))

/** A bench's one JSON object; the exit code says the verdict too. */
export function report(name: string, passed: boolean, rest: Record<string, unknown>): void {
  process.stdout.write(
    `${JSON.stringify({ bench: name, ...rest, verdict: passed ? 'pass' : 'fail' }, null, 2)}\n`,
  )
  process.exitCode = passed ? 0 : 1
}
