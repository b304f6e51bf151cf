import { z } from 'zod'
import { DimensionId, FiltersSchema, IsoDateText } from '../query/query.ts'
import { ACTUAL } from '../query/scenario.ts'

const Total = z.union([z.number(), z.bigint()])

export const VARIANCE_MEASURES = ['net', 'spending', 'income'] as const
export type VarianceMeasure = (typeof VARIANCE_MEASURES)[number]

/**
 * What a budget is held against. 'period': all days asked for. 'to-date': the months up to that of the last actual day. 'flexed': the
 * same, with the budget of a month that is not over taken by its days.
 */
export const VARIANCE_BASES = ['period', 'to-date', 'flexed'] as const
export type VarianceBasis = (typeof VARIANCE_BASES)[number]

/**
 * Amounts as they are posted, in minor units of the base currency: in a general ledger expenses are positive and revenue negative, at
 * home money out is negative. variance = actual − budget.
 */
const figures = {
  actual: Total,
  budget: Total,
  variance: Total,
  /** Variance in percent of |budget|, to two places; null where there is no budget. */
  percent: z.number().nullable(),
  /** By how much the variance betters the result: below nil it is adverse. */
  effect: Total,
  judgement: z.enum(['favourable', 'adverse', 'none']),
  /** The part of `budget` that is carried over from the fiscal year's earlier days: nil unless asked for. */
  carried: Total,
  rowsActual: z.number().int(),
  rowsBudget: z.number().int(),
}
export const VarianceFiguresSchema = z.object(figures)
export type VarianceFigures = z.infer<typeof VarianceFiguresSchema>

const SpanSchema = z.object({ from: z.string(), to: z.string() })

export const VarianceLineSchema = z.object({
  members: z.array(z.object({ dimension: z.string(), key: z.string(), label: z.string() })),
  /** 'both' where a line has income and expense; 'capital' for capital expenditure. */
  side: z.enum(['income', 'expense', 'both', 'capital']),
  ...figures,
})
export type VarianceLine = z.infer<typeof VarianceLineSchema>

/** Which entries are capital expenditure: kept apart from the running result. Undefined: asset accounts that the budget plans for. */
export const CapitalRuleSchema = z.object({
  accounts: z.array(z.string()).max(10_000),
  categories: z.array(z.string()).max(10_000),
})
export type CapitalRule = z.infer<typeof CapitalRuleSchema>

/** Dimension → member key of the row that a comment is about; empty: the period as a whole. */
export const CommentSubjectSchema = z.record(DimensionId, z.string().max(4096))

export const VarianceCommentSchema = z.object({
  id: z.number().int(),
  from: z.string(),
  to: z.string(),
  members: CommentSubjectSchema,
  text: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  /** The last change; as written where there was none. */
  changedBy: z.string(),
  changedAt: z.string(),
})
export type VarianceComment = z.infer<typeof VarianceCommentSchema>

/** A whole fiscal year: what is actual to the end of the last actual month, and for the months to come what a scenario says of them. */
const yearFigures = {
  budget: Total,
  actual: Total,
  remaining: Total,
  /** actual + remaining */
  outlook: Total,
  /** outlook − budget, judged like any variance. */
  variance: Total,
  percent: z.number().nullable(),
  effect: Total,
  judgement: z.enum(['favourable', 'adverse', 'none']),
}
export const YearLineSchema = z.object({
  members: VarianceLineSchema.shape.members,
  side: VarianceLineSchema.shape.side,
  ...yearFigures,
})
export type YearLine = z.infer<typeof YearLineSchema>
export const FullYearSchema = z.object({
  span: SpanSchema,
  /** Days of the actual entries in it. */
  actualTo: z.string(),
  /** The scenario that the months to come are taken from: the budget itself, or a forecast. */
  remainingFrom: z.string(),
  ...yearFigures,
  /** They sum to the year exactly, the largest variance first. Capital expenditure is not in it. */
  lines: z.array(YearLineSchema),
})
export type FullYear = z.infer<typeof FullYearSchema>

export const VarianceSchema = z.object({
  currency: z.string(),
  profile: z.enum(['personal', 'ledger']),
  scenario: z.string(),
  against: z.string(),
  measure: z.enum(VARIANCE_MEASURES),
  basis: z.enum(VARIANCE_BASES),
  /** Days that the lines are about; undefined where there is nothing. */
  span: SpanSchema.optional(),
  /** Last actual day: what "to date" means. */
  asOf: z.string().optional(),
  missing: z.enum(['scenario', 'budget', 'actual']).optional(),
  /** Select exactly the rows of the total's sides; `flexed` takes only a share of a running month's. */
  doors: z.object({ actual: FiltersSchema, budget: FiltersSchema }),
  /** The same of capital expenditure; left out where the rule names accounts and categories: no filter can say "this or that". */
  capitalDoors: z.object({ actual: FiltersSchema, budget: FiltersSchema }).optional(),
  unconverted: z.number().int(),
  /** Without capital expenditure: income + expense. */
  total: VarianceFiguresSchema,
  income: VarianceFiguresSchema,
  expense: VarianceFiguresSchema,
  by: z.array(z.string()),
  /** They sum to `total` exactly, the largest variance first; those not shown are in `others`. */
  lines: z.array(VarianceLineSchema),
  others: z.object({ lines: z.number().int(), ...figures }).optional(),
  /** Capital expenditure, apart; its lines sum to it. */
  capital: VarianceFiguresSchema.extend({ lines: z.array(VarianceLineSchema) }),
  /** total + capital. */
  together: VarianceFiguresSchema,
  /** From the total's budget to its actual by the members of one dimension, the first of `by` unless another was asked for. Sums exactly. */
  bridge: z.object({
    dimension: z.string(),
    from: Total,
    steps: z.array(z.object({ key: z.string(), label: z.string(), delta: Total })),
    others: z.object({ members: z.number().int(), delta: Total }).optional(),
    to: Total,
  }),
  months: z.array(z.object({ key: z.string(), actual: Total, budget: Total })),
  toDate: VarianceFiguresSchema.extend({ span: SpanSchema }).optional(),
  /** The fiscal year of the last actual day. */
  fullYear: FullYearSchema.optional(),
  /** The days whose unspent (or overspent) budget of expenditure is in the budget; only where that was asked for. */
  carriedFrom: SpanSchema.optional(),
  /** Of this budget, for the days shown, days within them, and the fiscal year; the oldest period first. */
  comments: z.array(VarianceCommentSchema),
  capitalRule: CapitalRuleSchema.extend({ chosen: z.boolean() }),
})
export type Variance = z.infer<typeof VarianceSchema>

export const VarianceRequestSchema = z.object({
  filters: FiltersSchema.default({}),
  scenario: z.string().min(1).max(200),
  /** The scenario that is held against the budget. */
  against: z.string().min(1).max(200).default(ACTUAL),
  by: z.array(DimensionId).min(1).max(3).optional(),
  measure: z.enum(VARIANCE_MEASURES).default('net'),
  basis: z.enum(VARIANCE_BASES).default('period'),
  /** In place of the last actual day. */
  asOf: IsoDateText.optional(),
  top: z.number().int().min(1).max(1_000_000).default(1000),
  /** What the bridge is taken apart by, where that is not the first of `by`. */
  bridgeBy: DimensionId.optional(),
  /** Adds to the budget of expenditure what was left of it, or takes from it what was spent beyond it, since the fiscal year began. */
  rollover: z.boolean().default(false),
  /** The scenario that says what the fiscal year's months to come are; left out: the budget. */
  remaining: z.string().min(1).max(200).optional(),
  /** Steps of the bridge. */
  steps: z.number().int().min(1).max(100).default(8),
})
export type VarianceRequest = z.infer<typeof VarianceRequestSchema>
