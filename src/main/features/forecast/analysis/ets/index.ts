import type { Forecast, Task } from '../method.ts'
import { LONGEST_SEASON, withLongSeason } from '../numeric/long-season.ts'
import { fitEts, HOLD } from './fit.ts'
import { candidates, nameOf, type EtsFit, type EtsModel } from './model.ts'
import { etsIntervals, pointForecast } from './predict.ts'

/** The model of least AICc among those that the series allows; undefined where it is too short for any. */
export function selectEts(y: Float64Array, season: number): EtsFit | undefined {
  const positive = y.every(value => value > 0)
  const seasonal = canHaveSeason(y, season)
  // A season's states have only their own few values to go by; a level and a slope alone have the whole series.
  const hold = holdOf(seasonal)
  let best: EtsFit | undefined
  for (const model of candidates(positive, seasonal)) {
    const fit = fitEts(y, model, season, hold)
    if (fit && (!best || fit.aicc < best.aicc)) best = fit
  }
  return best
}

const canHaveSeason = (y: Float64Array, season: number): boolean =>
  season > 1 && season <= LONGEST_SEASON && y.length >= 2 * season

const holdOf = (seasonal: boolean): number => (seasonal ? HOLD : 0)

/** Exponential smoothing: the model chosen by AICc. */
export const ets = (task: Task): Forecast | undefined => withLongSeason(task, chosen)

function chosen(task: Task): Forecast | undefined {
  const fit = selectEts(task.values, task.season)
  return fit && forecastOf(fit, task)
}

function again(model: EtsModel, task: Task): Forecast | undefined {
  const fit = fitEts(task.values, model, task.season, holdOf(canHaveSeason(task.values, task.season)))
  return fit && forecastOf(fit, task)
}

function forecastOf(fit: EtsFit, { horizon, levels, seed }: Task): Forecast {
  const { model, parameters: p, aicc, variance } = fit
  return {
    model: nameOf(model),
    mean: pointForecast(fit, horizon),
    intervals: etsIntervals(fit, horizon, levels, seed),
    parameters: {
      alpha: p.alpha,
      ...(model.trend === 'N' ? {} : { beta: p.beta }),
      ...(model.trend === 'Ad' ? { phi: p.phi } : {}),
      ...(model.season === 'N' ? {} : { gamma: p.gamma }),
      aicc,
      sigma: Math.sqrt(variance),
    },
    again: task => again(model, task),
  }
}
