import { z } from 'zod'
import { GRAINS } from '../calendar/grain.ts'
import { DimensionId, FiltersSchema } from '../query/query.ts'
import { longMethod, method } from './method.ts'

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

/** What there is to know about a forecast: the page makes its sentence of `code` and `values`; `statement` is the English one. */
export const ForecastNoteSchema = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  statement: z.string(),
})
export type ForecastNote = z.infer<typeof ForecastNoteSchema>

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

/** A rolling-origin backtest on the series' own past. Errors in minor units; coverage in percent of outcomes, one a level. */
export const ReportCardSchema = z.object({
  method: ForecastMethodSchema,
  origins: z.number().int(),
  steps: z.number().int(),
  error: z.number(),
  naiveError: z.number(),
  mase: z.number(),
  smape: z.number(),
  median: z.number(),
  coverage: z.array(z.number()),
})
export type ReportCard = z.infer<typeof ReportCardSchema>

export const LedgerForecastRequestSchema = z.object({
  filters: FiltersSchema.default({}),
  /** Spending and income are turned to be positive; net is income less spending. */
  measure: z.enum(['spending', 'income', 'net']).default('spending'),
  grain: z.enum(GRAINS).default('month'),
  /** One series for each of the largest members, and one for all others. */
  by: DimensionId.optional(),
  top: z.number().int().min(1).max(50).default(8),
  horizon: z.number().int().min(1).max(400).default(12),
  method: z.enum(['auto', ...FORECAST_METHODS]).default('auto'),
  levels: Levels,
  /** ISO code of the country whose public holidays Prophet sees and working days are counted by. */
  country: z.string().max(8).optional(),
  /** Working days of each step, as a regressor of ARIMA and Prophet. */
  workingDays: z.boolean().default(false),
  changepointPrior: z.number().min(0.001).max(10).default(0.05),
  seed: Seed,
})
export type LedgerForecastRequest = z.output<typeof LedgerForecastRequestSchema>

export const LedgerSeriesSchema = z.object({
  /** Member key; '' is no member. Undefined for the total and for all other members together. */
  key: z.string().optional(),
  label: z.string(),
  role: z.enum(['total', 'member', 'others']),
  method: ForecastMethodSchema,
  model: z.string(),
  parameters: z.record(z.string(), z.number()),
  /** Minor units by observed step, and what is expected by step to come: whole minor units that add up over the members. */
  actual: z.array(z.number()),
  mean: z.array(z.number()),
  intervals: IntervalsSchema,
  /** Past origins that the intervals were calibrated by; 0: they are the model's own. */
  calibratedOver: z.number().int(),
  /** The method shown first, then the others tried; empty where the history is too short. */
  card: z.array(ReportCardSchema),
  notes: z.array(ForecastNoteSchema),
})
export type LedgerSeries = z.infer<typeof LedgerSeriesSchema>

export const LedgerForecastSchema = z.object({
  currency: z.string(),
  measure: z.enum(['spending', 'income', 'net']),
  grain: z.enum(GRAINS),
  season: z.number().int(),
  levels: z.array(z.number()),
  by: DimensionId.optional(),
  /** Keys and first days of the observed steps and of those to come. */
  steps: z.array(z.object({ key: z.string(), from: z.string(), to: z.string() })),
  future: z.array(z.object({ key: z.string(), from: z.string(), to: z.string() })),
  /** The total first. Empty where there are no complete steps; `notes` says why. */
  series: z.array(LedgerSeriesSchema),
  notes: z.array(ForecastNoteSchema),
})
export type LedgerForecast = z.infer<typeof LedgerForecastSchema>

export const ForecastRunSchema = z.object({
  id: z.number().int(),
  scope: z.string(),
  method: z.string(),
  role: z.enum(['champion', 'challenger', 'archived']),
  dataRevision: z.number().int(),
  createdAt: z.string(),
  note: z.string(),
  request: LedgerForecastRequestSchema,
  metrics: z.record(z.string(), z.number()),
  /** The batch that its entries of scenario Forecast are in, where they were written. */
  batch: z.number().int().optional(),
})
export type ForecastRun = z.infer<typeof ForecastRunSchema>

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
  /** Forecasts series of the ledger. Writes nothing. */
  run: longMethod('viewer', LedgerForecastRequestSchema, LedgerForecastSchema),
  /** Makes the same forecast and keeps it among the workspace's model runs. The first of its kind is the champion. */
  keep: longMethod(
    'analyst',
    LedgerForecastRequestSchema.extend({ note: z.string().max(400).default('') }),
    ForecastRunSchema,
  ),
  runs: method('viewer', z.object({}), z.array(ForecastRunSchema)),
  /** A kept run with its series. */
  kept: method(
    'viewer',
    z.object({ run: z.number().int() }),
    z.object({ run: ForecastRunSchema, forecast: LedgerForecastSchema }),
  ),
  promote: method('analyst', z.object({ run: z.number().int() }), z.array(ForecastRunSchema)),
  archive: method('analyst', z.object({ run: z.number().int() }), z.array(ForecastRunSchema)),
  /** Writes a kept run's expected amounts as entries of scenario Forecast: one batch, which can be undone like an import. */
  write: longMethod(
    'analyst',
    z.object({ run: z.number().int() }),
    z.object({ batch: z.number().int(), file: z.string(), entries: z.number().int() }),
  ),
  /** Countries whose public holidays are known. */
  countries: method('viewer', z.object({}), z.array(z.object({ code: z.string(), name: z.string() }))),
}
