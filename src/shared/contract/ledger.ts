import { z } from 'zod'
import { DimensionSchema } from '../query/dimensions.ts'
import { DimensionId, FiltersSchema } from '../query/query.ts'
import { method, longMethod } from './method.ts'

/** One line of the ledger as the table shows it. `amount` in minor units of `currency`; `baseAmount` null where there is no rate. */
export const EntryRowSchema = z.object({
  id: z.number().int(),
  date: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  baseAmount: z.number().int().nullable(),
  description: z.string(),
  reference: z.string(),
  document: z.string(),
  /** dimension id → member label; only those that the entry has. */
  members: z.record(DimensionId, z.string()),
  /** dimension id → the member's code, where it has one beside its label (account 7200, cost centre 4100). */
  codes: z.record(DimensionId, z.string()).optional(),
})
export type EntryRow = z.infer<typeof EntryRowSchema>

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

export const EntryPageSchema = z.object({
  /** Entries that pass the filters, and the exact sum of their base amounts: what the status bar shows. */
  total: z.number().int(),
  sum: z.union([z.number(), z.bigint()]),
  debits: z.union([z.number(), z.bigint()]),
  credits: z.union([z.number(), z.bigint()]),
  unconverted: z.number().int(),
  currency: z.string(),
  rows: z.array(EntryRowSchema),
})
export type EntryPage = z.infer<typeof EntryPageSchema>

export const EntryDetailSchema = EntryRowSchema.extend({
  postingPeriod: z.string(),
  fields: z.array(z.object({ field: z.string(), label: z.string(), value: z.string() })),
  /** dimension id → member key, for filters. */
  keys: z.record(DimensionId, z.string()),
  rate: z.object({ rate: z.string(), day: z.string(), source: z.string() }).optional(),
  origin: z.object({
    batch: z.number().int(),
    file: z.string(),
    sha256: z.string(),
    line: z.number().int(),
    /** The record as it stands in the file; absent where raw files are not kept. */
    raw: z.string().optional(),
    header: z.array(z.string()),
    cells: z.array(z.string()),
    mapping: z.string(),
    mappingVersion: z.number().int(),
    /** Each field: from which column, by which transformation. */
    lineage: z.array(z.object({ field: z.string(), column: z.string(), transformation: z.string() })),
    loadedAt: z.string(),
  }),
  /** Other lines of the same document, at most 200, and whether they sum to nil. */
  siblings: z.array(EntryRowSchema),
  documentBalance: z.number().int().nullable(),
})
export type EntryDetail = z.infer<typeof EntryDetailSchema>

export const ledger = {
  dimensions: method('viewer', z.object({}), z.array(DimensionSchema)),
  /** Members whose key or label contains the text, the most used first. */
  members: method(
    'viewer',
    z.object({
      dimension: DimensionId,
      search: z.string().max(200).default(''),
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    z.array(z.object({ key: z.string(), label: z.string(), entries: z.number().int() })),
  ),
  page: method(
    'viewer',
    z.object({
      filters: FiltersSchema.default({}),
      order: z.enum(ENTRY_ORDERS).default('date'),
      descending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(1000).default(200),
    }),
    EntryPageSchema,
  ),
  entry: method('viewer', z.object({ id: z.number().int() }), EntryDetailSchema),
  /** All entries that pass the filters as CSV text (formula-safe), at most 1,048,575 rows. */
  exportCsv: longMethod(
    'viewer',
    z.object({ filters: FiltersSchema.default({}) }),
    z.object({ csv: z.string(), rows: z.number().int() }),
  ),
}
