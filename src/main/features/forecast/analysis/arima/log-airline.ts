import type { Forecast, Task } from '../method.ts'
import { normalBounds } from '../numeric/bounds.ts'
import { withLongSeason } from '../numeric/long-season.ts'
import { zOfLevel } from '../numeric/normal.ts'
import { AIRLINE, leastLength, orderName, predictArima, type ArimaOrder } from './arima.ts'

/** What exact maximum likelihood can bear: its cost grows with the square of the season. */
const MOST_VALUES = 400

/**
 * Box & Jenkins' airline model, ARIMA (0,1,1)(0,1,1) on logarithms; without logarithms where a value is not positive, without the
 * seasonal part where there is no season or fewer than three of them. Undefined where even that is too long an order.
 */
export const logAirline = (task: Task): Forecast | undefined =>
  withLongSeason(task, inner => {
    const seasonal = inner.season > 1 && inner.values.length >= leastLength(AIRLINE, inner.season)
    return arimaOf(inner, seasonal ? AIRLINE : { ...AIRLINE, D: 0, Q: 0 }, true)
  })

/** One order, on logarithms where all values are positive and `logs` is wanted; its forecast is then the median. */
export function arimaOf(task: Task, order: ArimaOrder, logs: boolean): Forecast | undefined {
  const { season, horizon, levels, calendar, arima } = task
  if (!arima) return undefined
  const values = task.values.subarray(Math.max(task.values.length - Math.max(MOST_VALUES, 10 * season), 0))
  const logged = logs && values.every(value => value > 0)
  const columns = [...(calendar?.regressors?.values() ?? [])]
  const end = task.values.length
  const found = predictArima(arima, logged ? values.map(Math.log) : values, order, season, horizon, {
    past: columns.map(column => column.slice(end - values.length, end)),
    future: columns.map(column => column.slice(end, end + horizon)),
  })
  if (!found) return undefined
  const back = logged ? Math.exp : (value: number) => value
  const bounds = normalBounds(found.mean, found.variance.map(Math.sqrt), levels.map(zOfLevel))
  return {
    model: `${logged ? 'log ' : ''}ARIMA${orderName(order, season)}`,
    mean: found.mean.map(back),
    intervals: bounds.map(({ lower, upper }) => ({ lower: lower.map(back), upper: upper.map(back) })),
    parameters: { ...order, logarithm: logged ? 1 : 0 },
    again: shorter => arimaOf(shorter, order, logs),
  }
}
