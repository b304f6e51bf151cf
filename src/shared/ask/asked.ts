import { z } from 'zod'
import { GRAINS } from '../calendar/grain.ts'
import { ComparisonSchema, DimensionId, GroupKeySchema, IsoDateText, MemberKey } from '../query/query.ts'

/** Kinds of question. Each is a folder of features/chat/intents. */
export const INTENTS = [
  'summary',
  'breakdown',
  'trends',
  'comparison',
  'root-cause',
  'anomalies',
  'forecast',
  'budget',
  'search',
  'chart',
] as const
export type Intent = (typeof INTENTS)[number]

/**
 * Which entries' amounts are meant, and which way round they are shown: spending, income and net (income less spending) are positive
 * as people say them, whatever the profile's sign; `amount` is every entry with the sign that it was posted with.
 */
export const ASKED_MEASURES = ['spending', 'income', 'net', 'amount'] as const
export type AskedMeasure = (typeof ASKED_MEASURES)[number]

export const ASKED_OPS = ['sum', 'count', 'mean', 'median', 'min', 'max', 'distinct'] as const
export type AskedOp = (typeof ASKED_OPS)[number]

const Members = z.record(DimensionId, z.array(MemberKey).min(1).max(200))
/** Minor units of the base currency, of |amount|. */
const Bound = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** A question as it was understood: what chips show and edit, what a language model may fill in, what `compile` makes a query of. */
export const AskedSchema = z.strictObject({
  intent: z.enum(INTENTS),
  measure: z.enum(ASKED_MEASURES).default('spending'),
  op: z.enum(ASKED_OPS).default('sum'),
  /** For `distinct`: members of which dimension are counted. */
  of: DimensionId.optional(),
  /** The sum divided by the number of these steps. */
  per: z.enum(GRAINS).optional(),
  /** As a share of the same without `members`. */
  share: z.boolean().default(false),
  /** Both ends included; left out: all days. */
  from: IsoDateText.optional(),
  to: IsoDateText.optional(),
  comparison: ComparisonSchema.optional(),
  members: Members.default({}),
  notMembers: Members.default({}),
  min: Bound.optional(),
  max: Bound.optional(),
  /** Words that the entry's text must contain. */
  text: z.string().max(200).optional(),
  by: z.array(GroupKeySchema).max(2).default([]),
  top: z.number().int().min(1).max(1000).optional(),
  order: z.enum(['largest', 'smallest']).default('largest'),
  /** The plan that actual entries are held against. */
  scenario: z.string().min(1).max(200).optional(),
})
export type Asked = z.output<typeof AskedSchema>
