import { z } from 'zod'
import { FiltersSchema } from '../query/query.ts'
import { AUDIT_FIELDS, AUDIT_TESTS, AuditRequestSchema } from './audit-request.ts'
import { AuditResultSchema, EvaluationSchema, StratumSchema } from './audit-result.ts'

/** Where a field of a test comes from in a workspace: 'entry', 'dimension:payee', 'text:reference', 'extra:Entry date' (a column kept as text). */
export const SourceId = z
  .string()
  .regex(/^(entry|dimension:|text:|extra:)/)
  .max(300)
export const AuditSourcesSchema = z.partialRecord(z.enum(AUDIT_FIELDS), SourceId)
export type AuditSources = z.infer<typeof AuditSourcesSchema>

export const VERDICTS = ['open', 'cleared', 'exception', 'follow-up'] as const
export type AuditVerdict = (typeof VERDICTS)[number]

/** A workpaper as it stands in a list. Amounts are decimal strings. */
export const WorkpaperHeadSchema = z.object({
  id: z.number().int(),
  test: z.enum(AUDIT_TESTS),
  title: z.string(),
  rows: z.number().int(),
  sum: z.string(),
  currency: z.string(),
  found: z.number().int(),
  /** Exceptions, or items of a sample, that nobody has judged yet. */
  open: z.number().int(),
  exceptions: z.number().int(),
  dataRevision: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  signedAt: z.string().nullable(),
  signedBy: z.string().nullable(),
  /** It was signed before, and changed since. */
  reopened: z.boolean(),
})
export type WorkpaperHead = z.infer<typeof WorkpaperHeadSchema>

export const WorkpaperExceptionSchema = z.object({
  sequence: z.number().int(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  statement: z.string(),
  amount: z.string(),
  /** All entries behind it, the first of them by id; `gone` are in the ledger no more. */
  rows: z.number().int(),
  entries: z.array(z.number().int()),
  gone: z.number().int(),
  verdict: z.enum(VERDICTS),
  note: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type WorkpaperException = z.infer<typeof WorkpaperExceptionSchema>

export const WorkpaperItemSchema = z.object({
  sequence: z.number().int(),
  /** Null where it is in the ledger no more. */
  entry: z.number().int().nullable(),
  stratum: StratumSchema,
  unit: z.string(),
  book: z.string(),
  audit: z.string().nullable(),
  note: z.string(),
})
export type WorkpaperItem = z.infer<typeof WorkpaperItemSchema>

export const EVENT_KINDS = ['recorded', 'verdict', 'audit-value', 'conclusion', 'signed', 'reopened'] as const
const EventSchema = z.object({
  at: z.string(),
  by: z.string(),
  kind: z.enum(EVENT_KINDS),
  /** Which exception or item, and what it was before and is now. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

export const WorkpaperSchema = WorkpaperHeadSchema.extend({
  request: AuditRequestSchema,
  columns: AuditSourcesSchema,
  filters: FiltersSchema,
  unconverted: z.number().int(),
  conclusion: z.string(),
  result: AuditResultSchema.omit({ exceptions: true }),
  /** At most the first `limit` asked for; `stored` are kept. */
  stored: z.number().int(),
  list: z.array(WorkpaperExceptionSchema),
  items: z.array(WorkpaperItemSchema),
  /** Of a sample, with the audit values entered so far; null while there is none. */
  evaluation: EvaluationSchema.nullable(),
  events: z.array(EventSchema),
  /** What the same filters select now. */
  now: z.object({ rows: z.number().int(), sum: z.string(), same: z.boolean() }),
})
export type Workpaper = z.infer<typeof WorkpaperSchema>
