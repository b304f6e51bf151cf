import { z } from 'zod'
import { MatrixSchema, SeriesSchema } from '../data/data.ts'
import { MOST_TILES } from '../boards/tile.ts'
import { ComparisonSchema, FiltersSchema } from '../query/query.ts'
import { boardMethods, TileAnswerSchema, TileRequestSchema } from './boards.ts'
import { method } from './method.ts'
import { RankingSchema, SpanSchema, Total } from './ranking.ts'

export type { Ranking } from './ranking.ts'

/** Everything one refresh of the dashboard shows, from one selection. Spending is positive (see FLOWS). */
export const OverviewSchema = z.object({
  currency: z.string(),
  /** The days covered by the selected entries, cut to the filter. */
  from: z.string().optional(),
  to: z.string().optional(),
  comparedWith: SpanSchema.optional(),
  /** The days that `spending.previousPeriod` and `previousYear` are about. */
  earlier: z
    .object({ previousPeriod: SpanSchema.optional(), previousYear: SpanSchema.optional() })
    .optional(),
  matched: z.number().int(),
  allEntries: z.number().int(),
  unconverted: z.number().int(),
  spending: z.object({
    total: Total,
    entries: z.number().int(),
    /** Months with at least one day in the span; the mean is total ÷ months. */
    months: z.number().int(),
    perMonth: Total,
    lastMonth: z.object({ month: z.string(), value: Total }).optional(),
    /** By the chosen comparison, by the span just before, and by the same span a year before; null where there are no entries then. */
    comparison: Total.nullable(),
    previousPeriod: Total.nullable(),
    previousYear: Total.nullable(),
  }),
  income: z.object({ total: Total, entries: z.number().int(), comparison: Total.nullable() }),
  surplus: Total,
  /** Spending by step (see `grain`), with the comparison as second line, aligned step by step. */
  trend: SeriesSchema,
  incomeExpense: SeriesSchema,
  categories: RankingSchema,
  payees: RankingSchema,
  /** cost centre × month (personal: category × month) of spending, the largest 15 rows; `before` a year earlier. */
  heatmap: MatrixSchema,
  heatmapDimension: z.string(),
  freshness: z.object({
    lastDay: z.string().optional(),
    lastImportAt: z.string().optional(),
    batches: z.number().int(),
  }),
  /** What was asked for beside it, in the order of the request. */
  tiles: z.array(TileAnswerSchema),
})
export type Overview = z.infer<typeof OverviewSchema>

/** Steps of the trend. A year or quarter is the workspace's fiscal one where its year does not start in January. */
export const TREND_GRAINS = ['year', 'quarter', 'month', 'day'] as const
export type TrendGrain = (typeof TREND_GRAINS)[number]

export const dashboard = {
  overview: method(
    'viewer',
    z.object({
      filters: FiltersSchema.default({}),
      comparison: ComparisonSchema.optional(),
      /** Dimension of the ranking "where it goes"; default category, else account, whichever has members. */
      rankBy: z.string().optional(),
      top: z.number().int().min(1).max(50).default(8),
      /** Default: by month, by day where the span is 62 days or less. */
      grain: z.enum(TREND_GRAINS).optional(),
      /** The board's own tiles: answered from the same selection and revision, so that a refresh is one batch. */
      tiles: z.array(TileRequestSchema).max(MOST_TILES).default([]),
    }),
    OverviewSchema,
  ),
  ...boardMethods,
}
