import { calibrate, NO_TRUST } from './conformal-intervals/index.ts'
import { METHODS, type Forecast, type MethodId, type Task } from './method.ts'
import { methods } from './methods.ts'
import { believable } from './numeric/believable.ts'
import { note, type Note } from './notes.ts'

export interface SeriesForecast extends Omit<Forecast, 'again'> {
  /** The method shown, which is naive where the one asked for could not be had. */
  method: MethodId
  notes: Note[]
  /** Past origins by which the intervals were calibrated; 0 where they are the model's own. */
  calibratedOver: number
}

/** Below this many values nothing but the last one can be gone by. */
export const SHORT = 8

/**
 * Forecasts one series of at least one finite value by the method asked for, and says in `notes` what the series did not allow.
 * `origins`: past origins for the calibration of the intervals. Deterministic by the task's seed.
 */
export function forecastSeries(task: Task, method: MethodId, origins = 3): SeriesForecast {
  const { values, horizon, levels, season } = task
  const n = values.length
  const first = values[0] as number
  const flat = (notes: Note[], bounds: boolean): SeriesForecast => ({
    method: 'naive',
    model: 'Naive',
    mean: new Float64Array(horizon).fill(first),
    intervals: bounds
      ? levels.map(() => ({
          lower: new Float64Array(horizon).fill(first),
          upper: new Float64Array(horizon).fill(first),
        }))
      : [],
    parameters: {},
    notes,
    calibratedOver: 0,
  })
  if (n === 1) return flat([note('one-value')], false)
  if (values.every(value => value === first)) return flat([note('constant', { n })], true)
  const notes: Note[] = []
  if (season > 1 && n < 2 * season && method !== 'naive') notes.push(note('season-not-seen', { n, season }))
  const isSimple = method === 'naive' || method === 'mean' || method === 'drift'
  const found = n < SHORT && !isSimple ? undefined : methods[method](task)
  // An estimate that ran away is none.
  const tried = found && (isSimple || believable(found, values)) ? found : undefined
  if (!tried)
    notes.push(n < SHORT ? note('short', { n, least: SHORT }) : note('not-for-method', { method, n }))
  const chosen = tried ?? (methods.naive(task) as Forecast)
  const used = tried ? method : 'naive'
  const { intervals, origins: calibratedOver } =
    used === 'prophet' ? calibrate(task, chosen, 3, NO_TRUST) : calibrate(task, chosen, origins)
  const { model, mean, parameters } = chosen
  return { method: used, model, mean, intervals, parameters, notes, calibratedOver }
}

export const isMethod = (text: string): text is MethodId => (METHODS as readonly string[]).includes(text)
