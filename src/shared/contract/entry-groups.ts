import { z } from 'zod'
import { DimensionId, FiltersSchema } from '../query/query.ts'

export const ENTRY_ORDERS = [
  'date',
  'amount',
  'absolute',
  'payee',
  'account',
  'category',
  'document',
  'description',
] as const

/** What the lines of the ledger stand under: a dimension's members, steps of time, or their documents. */
export const EntryGroupingSchema = z.union([
  z.object({ dimension: DimensionId }),
  z.object({ grain: z.enum(['day', 'month']) }),
  z.object({ text: z.literal('document') }),
])
export type EntryGrouping = z.infer<typeof EntryGroupingSchema>

/** More heads than this nobody looks through: the table is then to be filtered first. */
export const MOST_GROUPS = 400_000

/** A group's head. Sums in minor units of the base currency, exact; `debits` of the amounts above nil. */
export const EntryGroupSchema = z.object({
  /** A member's key ('' for none), a document, YYYY-MM-DD or YYYY-MM. */
  key: z.string(),
  label: z.string(),
  entries: z.number().int(),
  /** Null where no entry of the group has a rate: a nil would be a lie. */
  sum: z.union([z.number(), z.bigint()]).nullable(),
  debits: z.union([z.number(), z.bigint()]),
})
export type EntryGroup = z.infer<typeof EntryGroupSchema>

/** Heads in one answer: hundreds of thousands at once would hold up whoever reads the message. */
export const HEADS_AT_ONCE = 4000

/** Some of the heads, from `offset` on, and how many there are in all. */
export const EntryGroupsSchema = z.object({
  total: z.number().int(),
  groups: z.array(EntryGroupSchema),
})
export type EntryGroupsPage = z.infer<typeof EntryGroupsSchema>

/** Which groups are asked for. `order` and `descending` are those of the entries: groups of time go with them. */
export const EntryGroupsOfSchema = z.object({
  filters: FiltersSchema.default({}),
  groupBy: EntryGroupingSchema,
  order: z.enum(ENTRY_ORDERS).default('date'),
  descending: z.boolean().default(true),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(HEADS_AT_ONCE).default(HEADS_AT_ONCE),
})
