import type { ArimaPackage } from './arima/arima.ts'
import type { Bounds } from './numeric/bounds.ts'
import type { ProphetRuntime } from './prophet/runtime.ts'

export const METHODS = ['combination', 'ets', 'theta', 'arima', 'prophet', 'naive', 'mean', 'drift'] as const
export type MethodId = (typeof METHODS)[number]

/** One series to forecast. Values are finite, in any unit, the oldest first, without gaps. */
export interface Task {
  values: Float64Array
  /** Steps after which the series repeats itself; 1 for none. */
  season: number
  horizon: number
  /** Levels of the prediction intervals in percent. */
  levels: readonly number[]
  seed: number
  /** What only Prophet (days, holidays) and ARIMA (regressors) make use of. */
  calendar?: Calendar
  prophet?: ProphetRuntime
  /** Without it ARIMA and the log-airline model cannot be had. */
  arima?: ArimaPackage
  options?: { changepointPrior?: number; seasonality?: 'additive' | 'multiplicative' }
}

export interface Calendar {
  /** First days of the observed steps and of those to come, days since 1970-01-01. */
  days: Int32Array
  /** Holiday name → its days. */
  holidays?: Map<string, number[]>
  /** Name → a value for each of `days`. */
  regressors?: Map<string, Float64Array>
}

export interface Forecast {
  /** The model in words: 'ETS(M,Ad,M)'. */
  model: string
  mean: Float64Array
  /** One a level of the task, in its order. */
  intervals: Bounds[]
  parameters: Record<string, number>
  /** The same model, its parameters estimated again, on a part of the series: for calibration and backtests. Cheaper than a choice. */
  again?: (task: Task) => Forecast | undefined
}

/** Forecasts a series, or answers undefined where it is too short or otherwise not for this method. Deterministic by seed. */
export type Method = (task: Task) => Forecast | undefined
