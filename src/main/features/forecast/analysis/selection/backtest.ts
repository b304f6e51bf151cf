import { quantileSorted } from '../numeric/quantile.ts'
import type { Method, MethodId, Task } from '../method.ts'
import { methods } from '../methods.ts'

/** How a method did on the past of the very series, beside the seasonal naive forecast on the same steps. */
export interface Backtest {
  method: MethodId
  origins: number
  steps: number
  /** Mean absolute errors, in the series' unit. */
  error: number
  naiveError: number
  /** Mean absolute error over that of one-season differences in the history (Hyndman & Koehler 2006). */
  mase: number
  /** Symmetric percentage error as in the M competitions, 0 to 200. */
  smape: number
  /** Half of the outcomes were nearer than this. */
  median: number
  /** Percent of outcomes within the interval, one a level. */
  coverage: number[]
}

/** Past origins, the last first: half the series is left to learn from, or two seasons and a little. */
export function pastOrigins(
  n: number,
  season: number,
  horizon: number,
  most: number,
): { origin: number; ahead: number }[] {
  const ahead = Math.min(horizon, Math.max(1, Math.floor(n / 6)))
  const shortest = Math.max(Math.ceil(n / 2), season > 1 && n >= 3 * season ? 2 * season + 1 : 0, 6)
  const step = Math.max(1, Math.ceil(ahead / 3))
  const found: { origin: number; ahead: number }[] = []
  for (let origin = n - ahead; origin >= shortest && found.length < most; origin -= step)
    found.push({ origin, ahead })
  return found
}

/**
 * Rolling-origin backtest: at each origin the method sees what came before, chooses and estimates anew, and is measured on what came
 * after. Undefined where the series is too short for one origin. `stop`: asked before each fit.
 */
export function backtest(task: Task, id: MethodId, most: number, stop: () => void): Backtest | undefined {
  const { values, season } = task
  const origins = pastOrigins(values.length, season, task.horizon, most)
  const errors: number[] = []
  const inside = task.levels.map(() => 0)
  let naive = 0
  let smape = 0
  let done = 0
  for (const { origin, ahead } of origins) {
    stop()
    const part = { ...task, values: values.subarray(0, origin), horizon: ahead }
    const method: Method = methods[id]
    const found = method(part) ?? methods.naive(part)
    const simple = methods.naive(part)
    if (!found || !simple) continue
    done++
    for (let h = 0; h < ahead; h++) {
      const value = values[origin + h] as number
      const guess = found.mean[h] as number
      errors.push(Math.abs(value - guess))
      naive += Math.abs(value - (simple.mean[h] as number))
      const size = Math.abs(value) + Math.abs(guess)
      smape += size === 0 ? 0 : (200 * Math.abs(value - guess)) / size
      for (const [i, { lower, upper }] of found.intervals.entries())
        if (value >= (lower[h] as number) && value <= (upper[h] as number))
          inside[i] = (inside[i] as number) + 1
    }
  }
  const steps = errors.length
  if (steps === 0) return undefined
  const error = errors.reduce((a, b) => a + b, 0) / steps
  return {
    method: id,
    origins: done,
    steps,
    error,
    naiveError: naive / steps,
    mase: error / naiveScale(values, season),
    smape: smape / steps,
    median: quantileSorted(
      errors.toSorted((a, b) => a - b),
      0.5,
    ),
    coverage: inside.map(count => (100 * count) / steps),
  }
}

/** Mean absolute difference of values one season apart; 1 where all of them are nought, so that a ratio stays a number. */
export function naiveScale(values: Float64Array, season: number): number {
  const m = season > 1 && values.length > season ? season : 1
  let sum = 0
  for (let t = m; t < values.length; t++) sum += Math.abs((values[t] as number) - (values[t - m] as number))
  return sum / Math.max(values.length - m, 1) || 1
}
