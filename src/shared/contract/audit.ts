import { z } from 'zod'
import { AUDIT_FIELDS, AuditRequestSchema } from '../data/audit-request.ts'
import { AuditResultSchema } from '../data/audit-result.ts'
import { longMethod } from './method.ts'

export { AUDIT_TESTS, type AuditTest } from '../data/audit-request.ts'

/** Which column of the file is what. `audit`: audit values, for the evaluation of a sample; blank where the item was not examined. */
const Columns = z.partialRecord(z.enum([...AUDIT_FIELDS, 'audit']), z.string())

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
}
