import type { AuditRequest } from '../../../shared/data/audit-request.ts'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import type { AuditSources } from '../../../shared/data/workpaper.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { auditTable } from './audit-table.ts'
import { populationOfEntries, type FieldColumns } from './entries-population.ts'
import { runTest } from './run-test.ts'
import { say } from './messages.ts'

/** What the analysis worker does for this feature: pure functions with progress and cancel. */
export const auditOps = {
  auditTable,

  /** One audit test on a workspace's entries. */
  auditEntries(
    {
      columns,
      fields,
      request,
      sources,
      limit,
    }: {
      columns: EntryColumns
      fields: FieldColumns
      request: AuditRequest
      sources: AuditSources
      limit: number
    },
    op: OpContext,
  ): Promise<AuditResult> {
    const { population, entries, unconverted } = populationOfEntries(columns, fields, () => {
      if (op.cancelled()) throw new FailureError('cancelled', say().cancelled)
    })
    const parameters = Object.fromEntries(
      Object.entries(sources).map(([field, id]) => [`column.${field}`, id]),
    )
    return runTest(population, request, { entries, parameters, unconverted, withAmount: true, limit }, op)
  },
}
