import {
  LedgerForecastRequestSchema,
  LedgerForecastSchema,
  type ForecastRun,
  type LedgerForecast,
  type LedgerForecastRequest,
} from '../../../shared/contract/forecast.ts'
import type { ModelRun } from '../../db/model-runs.ts'

/** What a run is about: runs of one scope compete, the horizon and the method's own settings apart. */
export function scopeOf({ measure, grain, by, filters }: LedgerForecastRequest): string {
  return JSON.stringify([
    measure,
    grain,
    by ?? null,
    Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
}

export function recordOf(
  request: LedgerForecastRequest,
  forecast: LedgerForecast,
  note: string,
  dataRevision: number,
): Omit<ModelRun, 'id' | 'role' | 'createdAt'> {
  const [total] = forecast.series
  const card = total?.card.find(one => one.method === total.method)
  const metrics: Record<string, number> = { series: forecast.series.length, steps: forecast.steps.length }
  if (card) {
    Object.assign(metrics, {
      error: card.error,
      naiveError: card.naiveError,
      mase: card.mase,
      smape: card.smape,
    })
    for (const [i, level] of forecast.levels.entries())
      metrics[`coverage${level}`] = card.coverage[i] as number
  }
  return {
    analysis: 'forecast',
    scope: scopeOf(request),
    method: total?.method ?? 'naive',
    parameters: { request: JSON.stringify(request), model: total?.model ?? '' },
    seed: request.seed,
    dataRevision,
    metrics,
    result: forecast,
    note,
  }
}

export function runOf(run: ModelRun): ForecastRun {
  const { batch, ...metrics } = run.metrics
  const { id, scope, method, role, dataRevision, createdAt, note } = run
  const request = LedgerForecastRequestSchema.parse(JSON.parse(String(run.parameters['request'] ?? '{}')))
  return { id, scope, method, role, dataRevision, createdAt, note, request, metrics, batch }
}

export const forecastOf = (run: ModelRun): LedgerForecast => LedgerForecastSchema.parse(run.result)
