import { z } from 'zod'
import { GRAINS } from '../calendar/grain.ts'

/**
 * The semantic query: what every total, chart, table and report asks. Both engines answer it alike.
 * Dimension ids come from the workspace's registry (`ledger.dimensions`); member keys are texts, '' is "no member".
 */
export const DimensionId = z.string().min(1).max(64)
export const MemberKey = z.string().max(4096)
export const IsoDateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/**
 * `of`: 'amount' is the amount in the workspace's base currency; 'original' the entry's own currency (refused where the
 * selected entries have several); a dimension id only for `distinct`.
 * sum, min, max are exact. mean = sum ÷ count; median and percentile interpolate linearly between order statistics
 * (Hyndman & Fan type 7); all three are rounded to the minor unit, halves away from zero.
 * `abs: true` takes |amount| of each entry first.
 */
export const MeasureSchema = z.object({
  op: z.enum(['sum', 'count', 'mean', 'median', 'min', 'max', 'percentile', 'distinct']),
  of: z.string().max(64).default('amount'),
  /** For `percentile`: 0 to 100. */
  p: z.number().min(0).max(100).optional(),
  abs: z.boolean().optional(),
})
export type Measure = z.infer<typeof MeasureSchema>

/** All parts must hold; within one dimension any of the members. Amounts are minor units of the base currency. */
export const FiltersSchema = z.object({
  from: IsoDateText.optional(),
  to: IsoDateText.optional(),
  /** dimension id → member keys kept. An empty list keeps nothing. */
  members: z.record(DimensionId, z.array(MemberKey).max(10_000)).optional(),
  /** dimension id → member keys left out. */
  notMembers: z.record(DimensionId, z.array(MemberKey).max(10_000)).optional(),
  /** Bounds on the amount, signed, or on |amount| where `absolute` is true; both ends included. */
  minAmount: z.number().int().optional(),
  maxAmount: z.number().int().optional(),
  absolute: z.boolean().optional(),
  /** Words that the entry's text, reference, payee … must contain, each as a word's beginning (FTS5). */
  text: z.string().max(400).optional(),
  /** Only these batches. */
  batches: z.array(z.number().int()).max(10_000).optional(),
  /** Only these entries, by their ids. */
  entries: z.array(z.number().int()).max(10_000).optional(),
})
export type Filters = z.infer<typeof FiltersSchema>

export const GroupKeySchema = z.union([
  z.object({ dimension: DimensionId }),
  z.object({ grain: z.enum(GRAINS) }),
])
export type GroupKey = z.infer<typeof GroupKeySchema>

/** What the figures are set against. `previous-period` is the span of equal length (whole months where it is whole months) just before. */
export const ComparisonSchema = z.union([
  z.object({ kind: z.enum(['previous-period', 'previous-year']) }),
  z.object({ kind: z.literal('range'), from: IsoDateText, to: IsoDateText }),
])
export type Comparison = z.infer<typeof ComparisonSchema>

export const QuerySchema = z.object({
  measures: z.array(MeasureSchema).min(1).max(8),
  filters: FiltersSchema.default({}),
  groupBy: z.array(GroupKeySchema).max(3).default([]),
  comparison: ComparisonSchema.optional(),
  /** Default: by the group keys, ascending. `column` counts from 0 over group keys, then measures. Ties: by group keys. */
  orderBy: z
    .array(z.object({ column: z.number().int().min(0), descending: z.boolean().default(false) }))
    .max(4)
    .default([]),
  limit: z.number().int().min(1).max(1_000_000).optional(),
  /**
   * How `distinct` may be counted; exactly where nothing is said. 'either': whoever asks shows an estimate as one, so that a warehouse may
   * give it beyond its threshold; 'approximate': it is asked for. Only a warehouse estimates: elsewhere the count is exact, and not marked.
   */
  distinct: z.enum(['either', 'approximate']).optional(),
})
export type Query = z.infer<typeof QuerySchema>
export type QueryInput = z.input<typeof QuerySchema>

/** Group keys are texts (member key or `grainKey`), measures are exact integers (minor units or counts) or null for "no data". */
export const CellSchema = z.union([z.string(), z.number(), z.bigint(), z.null()])
export type Cell = z.infer<typeof CellSchema>

export const QueryColumnSchema = z.object({
  /** 'category', 'month', 'sum(amount)', 'percentile(amount, 90)', 'sum(amount) before' for a comparison's figures. */
  key: z.string(),
  kind: z.enum(['member', 'time', 'money', 'count']),
  dimension: z.string().optional(),
  grain: z.enum(GRAINS).optional(),
  comparison: z.boolean().optional(),
  /** Its figures are estimates, within the answer's `approximateError`. */
  approximate: z.boolean().optional(),
})
export type QueryColumn = z.infer<typeof QueryColumnSchema>

/** Rows are arrays in the order of `columns`. With a comparison, each measure column is followed by its "before" column. */
export const QueryResultSchema = z.object({
  columns: z.array(QueryColumnSchema),
  rows: z.array(z.array(CellSchema)),
  /** Measure key → its value over all selected entries, before `limit`. */
  totals: z.record(z.string(), CellSchema),
  /** Groups before `limit`. */
  groups: z.number().int(),
  /** Entries that passed the filters. */
  matched: z.number().int(),
  /** Selected entries without a rate to the base currency: in no sum of 'amount'; counted here. */
  unconverted: z.number().int(),
  /** dimension id → member key → label, for the members in `rows` whose label is not their key. */
  labels: z.record(z.string(), z.record(z.string(), z.string())),
  currency: z.string(),
  comparedWith: z.object({ from: z.string(), to: z.string() }).optional(),
  /** Where columns are approximate: the relative error that 997 of 1,000 estimates stay within (0.05 is 5 %), or 3 where that is more. */
  approximateError: z.number().optional(),
})
export type QueryResult = z.infer<typeof QueryResultSchema>

/** A measure's column key, spelt one way everywhere: count, sum(amount), percentile(amount, 90), sum(|amount|). */
export function measureKey(m: Measure): string {
  if (m.op === 'count') return 'count'
  const of = m.abs ? `|${m.of}|` : m.of
  return m.op === 'percentile' ? `percentile(${of}, ${m.p ?? 50})` : `${m.op}(${of})`
}
