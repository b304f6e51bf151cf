import { z } from 'zod'
import { longMethod } from './method.ts'

/** 'naive' repeats the last season; 'auto' is the combination, or the mean or naive forecast where these did better on the past. */
export const FORECAST_METHODS = [
  'combination',
  'ets',
  'theta',
  'arima',
  'prophet',
  'naive',
  'mean',
  'drift',
] as const
export const ForecastMethodSchema = z.enum(FORECAST_METHODS)
export type ForecastMethod = z.infer<typeof ForecastMethodSchema>

/** Level in percent ('80', '95') → bounds by step. */
const IntervalsSchema = z.record(
  z.string(),
  z.object({ lower: z.array(z.number()), upper: z.array(z.number()) }),
)

const Levels = z.array(z.number().min(1).max(99.9)).min(1).max(9).default([80, 95])
const Seed = z.number().int().default(1)

export const PlainForecastSchema = z.object({
  id: z.string(),
  /** The method shown: naive where the one asked for could not be had, and then `notes` say why. */
  method: ForecastMethodSchema,
  mean: z.array(z.number()),
  intervals: IntervalsSchema,
  model: z.string(),
  notes: z.array(z.string()),
})

export const forecast = {
  /** A file of series, one a line: id, values. */
  table: longMethod(
    'nobody',
    z.object({
      token: z.string(),
      season: z.number().int().min(1).max(10_000).default(1),
      horizon: z.number().int().min(1).max(10_000).default(12),
      method: ForecastMethodSchema.or(z.literal('auto')).default('combination'),
      levels: Levels,
      seed: Seed,
    }),
    z.object({ series: z.array(PlainForecastSchema) }),
  ),
}
