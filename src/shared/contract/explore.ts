import { z } from 'zod'
import { GRAINS } from '../calendar/grain.ts'
import { DimensionId, FiltersSchema, QueryResultSchema, QuerySchema } from '../query/query.ts'
import { longMethod, method } from './method.ts'

const Total = z.union([z.number(), z.bigint()])
const Figure = Total.nullable()

/** Amounts in minor units of the base currency; `sd` is a statistic (sample standard deviation) and may have a fraction. */
const NumbersSchema = z.object({
  count: z.number().int(),
  total: Total,
  mean: Figure,
  median: Figure,
  sd: z.number().nullable(),
  q1: Figure,
  q3: Figure,
  min: Figure,
  max: Figure,
})
export type Numbers = z.infer<typeof NumbersSchema>

export const ProfileSchema = z.object({
  currency: z.string(),
  entries: z.number().int(),
  columns: z.array(
    z.object({
      /** 'date', 'amount', 'description', 'reference', 'document', or a dimension. */
      id: z.string(),
      kind: z.enum(['date', 'amount', 'text', 'dimension']),
      present: z.number().int(),
      missing: z.number().int(),
      /** present ÷ entries; 1 of nothing. */
      completeness: z.number(),
      distinct: z.number().int().nullable(),
      /** The most used members, or the first and last day. */
      top: z.array(z.object({ key: z.string(), label: z.string(), entries: z.number().int() })),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  numbers: NumbersSchema,
})
export type Profile = z.infer<typeof ProfileSchema>

export const ExploredBreakdownSchema = z.object({
  currency: z.string(),
  dimension: z.string(),
  /** By |sum|, the largest first. */
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      sum: Total,
      count: z.number().int(),
      mean: Figure,
      sd: z.number().nullable(),
      share: z.number().nullable(),
      cumulative: z.number().nullable(),
      /** dimension → distinct members ("none" is none). */
      distinct: z.record(z.string(), z.number().int()),
    }),
  ),
  rest: z.object({ members: z.number().int(), sum: Total, count: z.number().int() }),
  total: z.object({ sum: Total, count: z.number().int() }),
  unconverted: z.number().int(),
})
export type ExploredBreakdown = z.infer<typeof ExploredBreakdownSchema>

const Named = z.object({ key: z.string(), label: z.string() })
export const PivotSchema = z.object({
  currency: z.string(),
  rows: z.array(Named),
  columns: z.array(Named),
  /** null where there are no entries. Rows and columns that were left out stand in `restRow` and `restColumn`. */
  values: z.array(z.array(Figure)),
  rowTotals: z.array(Total),
  columnTotals: z.array(Total),
  restRows: z.number().int(),
  restColumns: z.number().int(),
  restRow: z.array(Total),
  restColumn: z.array(Total),
  total: Total,
  unit: z.enum(['money', 'count']),
})
export type Pivot = z.infer<typeof PivotSchema>

export const TimeSeriesSchema = z.object({
  currency: z.string(),
  grain: z.enum(GRAINS),
  unit: z.enum(['money', 'count']),
  /** Every step from first to last, also those without entries. */
  steps: z.array(
    z.object({
      key: z.string(),
      value: Total,
      /** Against the step before: difference and ratio; null for the first, and from nil. */
      change: Figure,
      growth: z.number().nullable(),
      /** Least-squares line over the steps. */
      trend: z.number(),
    }),
  ),
  /** Minor units (or entries) a step, and how much of the variance the line tells. */
  slope: z.number(),
  fit: z.number().nullable(),
  total: Total,
})
export type TimeSeries = z.infer<typeof TimeSeriesSchema>

export const CorrelationSchema = z.object({
  steps: z.number().int(),
  measures: z.array(z.string()),
  /** Pearson's r over the steps; null where a measure does not vary. */
  matrix: z.array(z.array(z.number().nullable())),
})

export const DistributionSchema = z.object({
  currency: z.string(),
  numbers: NumbersSchema,
  /** Bins [from, to), the last one closed; minor units. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.number().int() })),
  /** Boxes of the largest members: whiskers at the last value within 1.5 × the interquartile range. */
  boxes: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      count: z.number().int(),
      low: z.number(),
      q1: z.number(),
      median: z.number(),
      q3: z.number(),
      high: z.number(),
      outliers: z.number().int(),
    }),
  ),
})
export type Distribution = z.infer<typeof DistributionSchema>

export const SQL_ROWS = 10_000
export const SqlAnswerSchema = z.object({
  columns: z.array(z.string()),
  /** Integers beyond 2^53 are bigints; blobs are shown as their length. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.bigint(), z.null()]))),
  /** There were more rows than asked for. */
  truncated: z.boolean(),
  ms: z.number(),
})
export type SqlAnswer = z.infer<typeof SqlAnswerSchema>

const FilteredSchema = z.object({ filters: FiltersSchema.default({}) })
const Top = z.number().int().min(1).max(1000).default(10)

export const explore = {
  /** `engine: 'sqlite'` asks the oracle; the answers are equal. */
  query: method(
    'viewer',
    z.object({ query: QuerySchema, engine: z.enum(['columnar', 'sqlite']).default('columnar') }),
    QueryResultSchema,
  ),
  /** Completeness of every column, and the amounts' figures. */
  profile: longMethod('viewer', FilteredSchema, ProfileSchema),
  breakdown: longMethod(
    'viewer',
    FilteredSchema.extend({ by: DimensionId, top: Top }),
    ExploredBreakdownSchema,
  ),
  pivot: longMethod(
    'viewer',
    FilteredSchema.extend({
      rows: DimensionId,
      columns: DimensionId,
      measure: z.enum(['sum', 'count']).default('sum'),
      top: z.number().int().min(1).max(200).default(15),
    }),
    PivotSchema,
  ),
  series: longMethod(
    'viewer',
    FilteredSchema.extend({
      grain: z.enum(GRAINS).default('month'),
      measure: z.enum(['sum', 'count']).default('sum'),
    }),
    TimeSeriesSchema,
  ),
  /** Of sum, count, mean, median, min and max over the steps of time. */
  correlation: longMethod(
    'viewer',
    FilteredSchema.extend({ grain: z.enum(GRAINS).default('month') }),
    CorrelationSchema,
  ),
  distribution: longMethod(
    'viewer',
    FilteredSchema.extend({
      bins: z.number().int().min(5).max(200).default(40),
      by: DimensionId.optional(),
      top: z.number().int().min(1).max(50).default(8),
    }),
    DistributionSchema,
  ),
  schema: method(
    'analyst',
    z.object({}),
    z.array(
      z.object({
        table: z.string(),
        rows: z.number().int(),
        columns: z.array(z.object({ name: z.string(), type: z.string() })),
      }),
    ),
  ),
  /** One reading statement, at most `limit` rows, at most ten seconds. */
  sql: longMethod(
    'analyst',
    z.object({
      text: z.string().min(1).max(20_000),
      limit: z.number().int().min(1).max(SQL_ROWS).default(1000),
    }),
    SqlAnswerSchema,
  ),
}
