import type { MethodId, Task } from '../method.ts'
import { backtest, type Backtest } from './backtest.ts'

/** A model must err this much less than the plain forecasts to be shown: less is chance, and the plain one is easier to explain. */
const GAIN = 0.97
const PLAIN = ['mean', 'naive'] as const

export interface Selection {
  method: MethodId
  /** The report card of each method tried; empty where the history is too short for one origin. */
  tried: Backtest[]
}

/**
 * The combination, or the mean or the seasonal naive forecast where the combination does not beat them on the series' own past: so
 * white noise gets its mean and a random walk its last value.
 */
export function select(task: Task, origins: number, stop: () => void): Selection {
  const tried = (['combination', ...PLAIN] as const)
    .map(id => backtest(task, id, origins, stop))
    .filter(one => one !== undefined)
  const [full, ...plain] = tried
  if (!full || plain.length === 0) return { method: 'combination', tried }
  const best = plain.reduce((a, b) => (b.error < a.error ? b : a))
  return { method: full.error < GAIN * best.error ? 'combination' : best.method, tried }
}

export { backtest, naiveScale, pastOrigins, type Backtest } from './backtest.ts'
