import { z } from 'zod'
import { FindingSchema } from '../data/finding.ts'
import { DimensionId, FiltersSchema } from '../query/query.ts'
import { longMethod } from './method.ts'

const Total = z.union([z.number(), z.bigint()])

/** A decimal as text with the places of the file, "-1234.50": no reader's floats touch it. */
const Decimal = z.string()

const Parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

export const CHANGE_KINDS = ['changed', 'new', 'lost'] as const

/** `farthing explain --table`: a plain table of two periods taken apart. Documented in docs/guide/cli.md. */
export const TableExplanationSchema = z.object({
  from: z.string(),
  to: z.string(),
  before: Decimal,
  after: Decimal,
  delta: Decimal,
  dimensions: z.array(
    z.object({
      dimension: z.string(),
      /** They sum to `delta` exactly. */
      members: z.array(
        z.object({
          key: z.string(),
          before: Decimal,
          after: Decimal,
          delta: Decimal,
          share: z.number().nullable(),
          kind: z.enum(CHANGE_KINDS),
        }),
      ),
    }),
  ),
  causes: z.array(
    z.object({
      members: z.record(z.string(), z.string()),
      before: Decimal,
      after: Decimal,
      delta: Decimal,
      explained: z.number().nullable(),
      score: z.number(),
    }),
  ),
  method: z.enum(['riskloc', 'adtributor']),
  reclassified: z.array(
    z.object({
      dimension: z.string(),
      from: z.string(),
      to: z.string(),
      amount: Decimal,
      combinations: z.number().int(),
    }),
  ),
  /** Only with a quantity: effects that sum to `delta`, by the members of the first dimension. */
  priceVolumeMix: z
    .object({
      dimension: z.string(),
      price: Decimal,
      volume: Decimal,
      mix: Decimal,
      unpriced: Decimal,
      members: z.array(z.object({ key: z.string(), price: Decimal })),
    })
    .optional(),
  residual: Decimal,
  rows: z.object({ before: z.number().int(), after: z.number().int(), ignored: z.number().int() }),
  parameters: Parameters,
})
export type TableExplanation = z.infer<typeof TableExplanationSchema>

const MemberChangeSchema = z.object({
  key: z.string(),
  label: z.string(),
  before: Total,
  after: Total,
  delta: Total,
  rowsBefore: z.number().int(),
  rowsAfter: z.number().int(),
  kind: z.enum(CHANGE_KINDS),
})
export type MemberChange = z.infer<typeof MemberChangeSchema>

const BreakdownSchema = z.object({
  dimension: z.string(),
  /** The largest changes; with `others` they sum to the change exactly. */
  members: z.array(MemberChangeSchema),
  others: z.object({ members: z.number().int(), before: Total, after: Total, delta: Total }).optional(),
})
export type ChangeBreakdown = z.infer<typeof BreakdownSchema>

export const CHANGE_MEASURES = ['spending', 'income', 'net'] as const
export type ChangeMeasure = (typeof CHANGE_MEASURES)[number]

/** What is compared: the filter's days with others of them, or two scenarios on the same days. */
export const COMPARED = ['previous-period', 'previous-year', 'range', 'budget'] as const

const SpanSchema = z.object({ from: z.string(), to: z.string() })

const AskedSchema = z.object({
  /** Without its days the whole ledger is meant; its last month is then what is explained. */
  filters: FiltersSchema.default({}),
  compared: z.enum(COMPARED).default('previous-period'),
  /** For `range`: the days before. */
  before: SpanSchema.optional(),
  /** For `budget`: the scenario that actual entries are set against. */
  scenario: z.string().optional(),
  measure: z.enum(CHANGE_MEASURES).default('spending'),
})

const SidesSchema = z.object({
  currency: z.string(),
  measure: z.enum(CHANGE_MEASURES),
  compared: z.enum(COMPARED),
  /** Filters that select exactly the rows of each side. */
  before: z.object({ span: SpanSchema, filters: FiltersSchema, total: Total, rows: z.number().int() }),
  after: z.object({ span: SpanSchema, filters: FiltersSchema, total: Total, rows: z.number().int() }),
  delta: Total,
  /** Entries without a rate: in no sum. */
  unconverted: z.number().int(),
})

export const ChangeExplanationSchema = SidesSchema.extend({
  /** Nothing can be said, and why: no entries at all, or none to compare with. */
  missing: z.enum(['entries', 'comparison']).optional(),
  dimensions: z.array(BreakdownSchema),
  causes: z.array(
    z.object({
      members: z.array(z.object({ dimension: z.string(), key: z.string(), label: z.string() })),
      before: Total,
      after: Total,
      delta: Total,
      explained: z.number().nullable(),
      score: z.number(),
      rowsBefore: z.number().int(),
      rowsAfter: z.number().int(),
      /** Entries behind it with the largest amounts. */
      evidence: z.array(z.number().int()),
    }),
  ),
  method: z.enum(['riskloc', 'adtributor']),
  /** Price, volume and mix by the first dimension, a posting being the quantity: how many there were, of which members, and how large. */
  effects: z.object({ dimension: z.string(), price: Total, volume: Total, mix: Total }).optional(),
  reclassified: z.array(
    z.object({
      dimension: z.string(),
      from: z.string(),
      to: z.string(),
      amount: Total,
      combinations: z.number().int(),
    }),
  ),
  residual: Total,
  findings: z.array(FindingSchema),
  parameters: Parameters,
})
export type ChangeExplanation = z.infer<typeof ChangeExplanationSchema>

export const AssociationSchema = z.object({
  /** 'amount', 'weekday' or a dimension. */
  factors: z.array(z.string()),
  /** 0 to 1, symmetric: Cramér's V between members, the correlation ratio with the amount. null where a factor does not vary. */
  matrix: z.array(z.array(z.number().nullable())),
  /** By how much worse the forest tells amounts when a factor is shuffled, as a share of its error's reduction. */
  importance: z.array(z.object({ factor: z.string(), value: z.number(), deviation: z.number() })),
  /** Variance of amounts that the forest tells on rows it has not seen, 0 to 1; below nil it tells nothing. */
  told: z.number(),
  rows: z.number().int(),
  parameters: Parameters,
})
export type Association = z.infer<typeof AssociationSchema>

export const rootCause = {
  /** Headless: any table of two periods, whoever asks. */
  explainTable: longMethod(
    'nobody',
    z.object({
      token: z.string(),
      measure: z.string().min(1),
      by: z.array(z.string().min(1)).min(1).max(8),
      period: z.string().min(1),
      from: z.string(),
      to: z.string(),
      quantity: z.string().min(1).optional(),
    }),
    TableExplanationSchema,
  ),
  explain: longMethod(
    'viewer',
    AskedSchema.extend({
      /** Default: the dimensions in use that say most about such a ledger. */
      by: z.array(DimensionId).max(8).optional(),
      top: z.number().int().min(1).max(1000).default(12),
    }),
    ChangeExplanationSchema,
  ),
  /** One level of the decomposition: the change of `filters` by one dimension. */
  breakdown: longMethod(
    'viewer',
    AskedSchema.extend({ by: DimensionId, top: z.number().int().min(1).max(1000).default(12) }),
    SidesSchema.extend({ breakdown: BreakdownSchema, missing: z.enum(['entries', 'comparison']).optional() }),
  ),
  association: longMethod(
    'viewer',
    AskedSchema.extend({
      by: z.array(DimensionId).max(12).optional(),
      trees: z.number().int().min(1).max(200).default(30),
      seed: z.number().int().min(0).max(0xffffffff).default(1),
    }),
    AssociationSchema,
  ),
}
