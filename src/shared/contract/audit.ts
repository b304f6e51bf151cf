import { z } from 'zod'
import { AUDIT_FIELDS, AUDIT_TESTS, AuditRequestSchema, Decimal } from '../data/audit-request.ts'
import { AuditResultSchema } from '../data/audit-result.ts'
import { AuditSourcesSchema, VERDICTS, WorkpaperHeadSchema, WorkpaperSchema } from '../data/workpaper.ts'
import { FiltersSchema } from '../query/query.ts'
import { longMethod, method } from './method.ts'

export { AUDIT_TESTS, type AuditTest } from '../data/audit-request.ts'

const Field = z.enum(AUDIT_FIELDS)
/** Which column of the file is what. `audit`: audit values, for the evaluation of a sample; blank where the item was not examined. */
const Columns = z.partialRecord(z.enum([...AUDIT_FIELDS, 'audit']), z.string())

const Asked = z.object({
  filters: FiltersSchema.default({}),
  request: AuditRequestSchema,
  /** Where fields come from; what is left out is looked for. */
  columns: AuditSourcesSchema.default({}),
})
const Run = z.number().int()
/** Who does it, beside the name of who is logged in. */
const By = z.string().trim().max(200).default('')
const Note = z.string().max(4000)

export const audit = {
  /** A test on a plain table. */
  table: longMethod(
    'nobody',
    z.object({
      token: z.string(),
      columns: Columns,
      request: AuditRequestSchema,
      /** Amounts are rounded to so many decimal places; without it they are kept exactly as they are. */
      places: z.number().int().min(0).max(10).optional(),
      limit: z.number().int().min(1).max(1_000_000).default(10_000),
    }),
    AuditResultSchema,
  ),
  /** Which tests can run on this workspace, and where their fields come from. */
  tests: method(
    'viewer',
    z.object({ columns: AuditSourcesSchema.default({}) }),
    z.object({
      tests: z.array(
        z.object({
          test: z.enum(AUDIT_TESTS),
          needs: z.array(Field),
          uses: z.array(Field),
          /** What it needs and the ledger does not have: then it is disabled. */
          missing: z.array(Field),
        }),
      ),
      columns: AuditSourcesSchema,
      /** What any field can come from. */
      sources: z.array(
        z.object({ id: z.string(), label: z.string(), kind: z.enum(['dimension', 'text', 'extra']) }),
      ),
      currency: z.string(),
      entries: z.number().int(),
    }),
  ),
  /** A test on the entries that pass the filters; nothing is recorded. */
  find: longMethod(
    'viewer',
    Asked.extend({ limit: z.number().int().min(1).max(1_000_000).default(10_000) }),
    AuditResultSchema,
  ),
  /** Runs a test and keeps it as a workpaper, with its exceptions (the first 200,000 of more); its number. */
  record: longMethod(
    'analyst',
    Asked.extend({ title: z.string().trim().max(200).default(''), by: By }),
    z.object({ run: Run, found: z.number().int(), stored: z.number().int() }),
  ),
  runs: method('viewer', z.object({}), z.array(WorkpaperHeadSchema)),
  show: method(
    'viewer',
    z.object({
      run: Run,
      verdict: z.enum(VERDICTS).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(1000),
    }),
    WorkpaperSchema,
  ),
  /** A verdict on exceptions. A note that is left out stays as it is. */
  verdict: method(
    'analyst',
    z.object({
      run: Run,
      exceptions: z.array(z.number().int()).min(1).max(10_000),
      verdict: z.enum(VERDICTS),
      note: Note.optional(),
      by: By,
    }),
    WorkpaperHeadSchema,
  ),
  /** Audit values of a sample's items; null takes one back. */
  values: method(
    'analyst',
    z.object({
      run: Run,
      items: z
        .array(z.object({ item: z.number().int(), audit: Decimal.nullable(), note: Note.optional() }))
        .min(1)
        .max(100_000),
      by: By,
    }),
    WorkpaperHeadSchema,
  ),
  /** Audit values from a CSV with the columns entry and audit (blank: not examined). Refused as a whole where a line does not fit. */
  valuesFile: longMethod(
    'analyst',
    z.object({ run: Run, token: z.string(), by: By }),
    z.object({ head: WorkpaperHeadSchema, read: z.number().int(), entered: z.number().int() }),
  ),
  conclude: method(
    'analyst',
    z.object({
      run: Run,
      conclusion: z.string().max(20_000),
      title: z.string().trim().max(200).optional(),
      by: By,
    }),
    WorkpaperHeadSchema,
  ),
  /** Refused while exceptions or items are open, or without a conclusion. */
  sign: method('analyst', z.object({ run: Run, by: By }), WorkpaperHeadSchema),
  /** Takes a workpaper away that was never signed. */
  discard: method('analyst', z.object({ run: Run }), z.object({ run: Run })),
}
