import type { Forecast, Task } from '../method.ts'
import { withLongSeason } from '../numeric/long-season.ts'
import type { ArimaOrder } from './arima.ts'
import { arimaOf } from './log-airline.ts'

const order = (p: number, d: number, q: number, P = 0, D = 0, Q = 0): ArimaOrder => ({ p, d, q, P, D, Q })

/** The fixed orders to choose among; the first wins where two are as good. */
const SEASONAL = [
  order(0, 1, 1, 0, 1, 1),
  order(1, 0, 0, 0, 1, 1),
  order(1, 1, 1, 0, 1, 1),
  order(2, 1, 0, 0, 1, 1),
  order(0, 1, 2, 0, 1, 1),
]
const PLAIN = [order(0, 1, 1), order(0, 1, 0), order(1, 1, 0), order(1, 0, 0), order(2, 0, 0), order(0, 2, 2)]
const ORIGINS = 3
/** Steps that orders are tried over at least, where the horizon is shorter: by a step or two the season of an order cannot be judged. */
const REACH = 12

/**
 * ARIMA with the order, and the choice of logarithms, that had the least mean absolute error in a rolling-origin backtest on the
 * series itself (three origins, a third of the horizon apart; of a season, where the horizon is shorter). The airline model where the series is too short to try.
 */
export const arima = (task: Task): Forecast | undefined => withLongSeason(task, chosen)

function chosen(task: Task): Forecast | undefined {
  const { values, season } = task
  const orders = season > 1 && values.length >= 3 * season ? [...SEASONAL, ...PLAIN] : PLAIN
  const logs = values.every(value => value > 0) ? [true, false] : [false]
  let best: { order: ArimaOrder; log: boolean } | undefined
  let least = Infinity
  for (const one of orders)
    for (const log of logs) {
      const error = backtestError(task, one, log)
      if (error < least * 0.995) [best, least] = [{ order: one, log }, error]
    }
  if (best) return arimaOf(task, best.order, best.log)
  for (const one of orders) {
    const found = arimaOf(task, one, logs[0] as boolean)
    if (found) return found
  }
  return undefined
}

function backtestError(task: Task, one: ArimaOrder, log: boolean): number {
  const { values, horizon, season } = task
  const reach = Math.max(horizon, Math.min(season > 1 ? season : REACH, Math.floor(values.length / 6)))
  const step = Math.max(1, Math.ceil(reach / 3))
  let sum = 0
  let count = 0
  for (let k = 1; k <= ORIGINS; k++) {
    const origin = values.length - k * step
    const ahead = Math.min(reach, values.length - origin)
    const found =
      origin > 0
        ? arimaOf({ ...task, values: values.subarray(0, origin), horizon: ahead }, one, log)
        : undefined
    if (!found) return Infinity
    for (let h = 0; h < ahead; h++)
      sum += Math.abs((values[origin + h] as number) - (found.mean[h] as number))
    count += ahead
  }
  return sum / count
}
