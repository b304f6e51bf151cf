import type { ProphetHoliday, ProphetOptions } from '@bsull/augurs/prophet'
import type { Forecast, Task } from '../method.ts'
import { normalDeviates, uniformDeviates } from '../numeric/normal.ts'
import { inOneOrder, NoOptimum, type Fitted } from './ordered.ts'
import type { ProphetRuntime } from './runtime.ts'
import { boundsOfPaths, type Bounds } from '../numeric/bounds.ts'

export interface ProphetInput {
  /** First day of each step, days since 1970-01-01: those observed, then those to come. */
  days: Int32Array
  /** Observed values, as many as the first of `days`. */
  values: Float64Array
  /** Holiday name → its days, past and to come. */
  holidays?: Map<string, number[]>
  /** Regressor name → a value for each of `days`. */
  regressors?: Map<string, Float64Array>
  /** Prior of the trend's changes: larger bends more. */
  changepointPrior: number
  seasonality: 'additive' | 'multiplicative'
  /** A week can be seen in daily values only. */
  weekly: boolean
  yearly: boolean
  /** Days of a step. */
  gap: number
}

export const CHANGEPOINT_PRIOR = 0.05
const DAY = 86_400
/** Fourier terms of the year. Of twelve steps a year no more than six pairs can be told apart: the others would fit the noise. */
const YEARLY_ORDER = 10
const PATHS = 1000

/**
 * Prophet (Taylor & Letham 2018): a trend of pieces, Fourier seasons, holidays and regressors, fitted by Stan. Mainly for daily values
 * with several seasons and holidays; poor on short monthly series. augurs fixes an interval's width when an object is made and draws
 * without a seed, so the intervals are drawn here from the fitted parameters, as the paper does (section 3.1.4). Undefined where the
 * optimiser finds no way.
 */
export function predictProphet(
  runtime: ProphetRuntime,
  input: ProphetInput,
  levels: readonly number[],
  seed: number,
): { mean: Float64Array; intervals: Bounds[] } | undefined {
  const { Prophet, optimizer } = runtime
  const { days, values } = input
  const stamps = Array.from(days, day => day * DAY)
  const columns = (from: number, to: number) =>
    input.regressors &&
    new Map(Array.from(input.regressors, ([name, all]) => [name, [...all.subarray(from, to)]]))
  let fitted: Fitted | undefined
  const stan = optimizer as { optimize: Parameters<typeof inOneOrder>[0] }
  let lost = false
  const ordered = inOneOrder(
    stan.optimize,
    params => {
      fitted = params
    },
    () => {
      runtime.traps++
    },
  )
  const optimize: typeof ordered = (...given) => {
    try {
      return ordered(...given)
    } catch (error) {
      // augurs wraps what is thrown into a text of its own.
      lost = error instanceof NoOptimum
      throw error
    }
  }
  const prophet = new Prophet({
    optimizer: { optimize } as unknown as ProphetOptions['optimizer'],
    uncertaintySamples: 0,
    changepointPriorScale: input.changepointPrior,
    seasonalityMode: input.seasonality,
    yearlySeasonality: input.yearly
      ? { type: 'fourier', order: Math.max(1, Math.min(YEARLY_ORDER, Math.floor(365.25 / input.gap / 2))) }
      : { type: 'manual', enabled: false },
    weeklySeasonality: { type: 'manual', enabled: input.weekly },
    dailySeasonality: { type: 'manual', enabled: false },
    holidays: input.holidays && holidaysOf(input.holidays),
  })
  try {
    for (const name of input.regressors?.keys() ?? []) prophet.addRegressor(name, {})
    const history = { ds: stamps.slice(0, values.length), y: [...values], x: columns(0, values.length) }
    prophet.fit(history, { seed: 1, algorithm: 'lbfgs' })
    const { yhat, multiplicative } = prophet.predict({
      ds: stamps.slice(values.length),
      x: columns(values.length, days.length),
    })
    const mean = Float64Array.from(yhat.point)
    const factors = mean.map((_, h) => 1 + (multiplicative.point[h] ?? 0))
    return { mean, intervals: draw(fitted as Fitted, input, mean, factors, levels, seed) }
  } catch (error) {
    if (lost) return undefined
    throw error
  } finally {
    prophet.free()
  }
}

/** Noise, and a trend that goes on changing as often and as much as it did: quantiles of seeded draws. */
function draw(
  { delta, sigmaObs }: Fitted,
  { days, values }: ProphetInput,
  mean: Float64Array,
  factors: Float64Array,
  levels: readonly number[],
  seed: number,
): Bounds[] {
  const n = values.length
  const start = days[0] as number
  const length = Math.max((days[n - 1] as number) - start, 1)
  const horizon = mean.length
  const last = ((days.at(-1) as number) - start) / length
  const unit = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  const changes = delta.length
  const spread = Array.from(delta).reduce((sum, d) => sum + Math.abs(d), 0) / Math.max(changes, 1)
  const normal = normalDeviates(seed)
  const uniform = uniformDeviates(seed + 1)
  const out = new Float64Array(horizon * PATHS)
  for (let path = 0; path < PATHS; path++) {
    const times: number[] = []
    const sizes: number[] = []
    // Poisson: the gaps between changes are exponential.
    for (let t = 1 - Math.log(1 - uniform()) / changes; t < last; t -= Math.log(1 - uniform()) / changes) {
      times.push(t)
      sizes.push((uniform() < 0.5 ? -1 : 1) * spread * -Math.log(1 - uniform()))
    }
    for (let h = 0; h < horizon; h++) {
      const at = ((days[n + h] as number) - start) / length
      let bend = 0
      for (let j = 0; j < times.length; j++)
        if (at > (times[j] as number)) bend += (sizes[j] as number) * (at - (times[j] as number))
      out[h * PATHS + path] =
        (mean[h] as number) + unit * (bend * (factors[h] as number) + sigmaObs * normal())
    }
  }
  return boundsOfPaths(out, PATHS, horizon, levels)
}

const holidaysOf = (holidays: Map<string, number[]>): Map<string, ProphetHoliday> =>
  new Map(
    Array.from(holidays, ([name, days]) => [
      name,
      { occurrences: days.map(day => ({ start: day * DAY, end: (day + 1) * DAY })) },
    ]),
  )

/** Prophet as it stands in the list of methods: where its runtime and the steps' days are given, and ten values at least. */
export function prophet(task: Task): Forecast | undefined {
  const { values, horizon, levels, seed, calendar, options } = task
  if (!task.prophet || !calendar || values.length < 10) return undefined
  // A series that was cut for a backtest keeps the days of its own steps and of those after them.
  const count = values.length + horizon
  const days = calendar.days.subarray(0, count)
  const gap = ((days[values.length - 1] as number) - (days[0] as number)) / (values.length - 1)
  const span = (days[values.length - 1] as number) - (days[0] as number)
  const changepointPrior = options?.changepointPrior ?? CHANGEPOINT_PRIOR
  const found = predictProphet(
    task.prophet,
    {
      days,
      values,
      holidays: gap <= 1.5 ? calendar.holidays : undefined,
      regressors: calendar.regressors,
      changepointPrior,
      seasonality: options?.seasonality ?? 'additive',
      weekly: gap <= 1.5 && span >= 14,
      yearly: span >= 730,
      gap: Math.max(gap, 1),
    },
    levels,
    seed,
  )
  return found && { model: 'Prophet', ...found, parameters: { changepointPrior }, again: prophet }
}
