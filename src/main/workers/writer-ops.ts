import { withAuditLog } from '../audit-log/log.ts'
import { auditLogWrites } from '../audit-log/writes.ts'
import type { WritableDB } from '../db/types.ts'
import { alertsWrites } from '../features/alerts/writes.ts'
import { anomaliesWrites } from '../features/anomalies/writes.ts'
import { dashboardWrites } from '../features/dashboard/writes.ts'
import { forecastWrites } from '../features/forecast/writes.ts'
import { rootCauseWrites } from '../features/root-cause/writes.ts'
import { budgetWrites } from '../features/budget/writes.ts'
import { qualityWrites } from '../features/quality/writes.ts'
import { referenceWrites } from '../features/reference/writes.ts'
import { rulesWrites, runRulesOnBatch } from '../features/rules/writes.ts'
import { scheduleWrites } from '../features/schedule/writes.ts'
import { auditWrites } from '../features/audit/writes.ts'
import { reportsWrites } from '../features/reports/writes.ts'
import { chatWrites } from '../features/chat/writes.ts'
import { connectionsWrites, recordSourceLoad } from '../features/connections/writes.ts'
import { warehouseWrites } from '../features/warehouse/writes.ts'
import { securityWrites } from '../features/security/writes.ts'
import { backupWrites } from '../features/backup/writes.ts'
import { privacyWrites } from '../features/privacy/writes.ts'
import { diagnosticsWrites } from '../features/diagnostics/writes.ts'
import { ledgerWrites } from '../features/ledger/writes.ts'
import { importWrites } from '../features/import/writes.ts'
import { workspaceWrites } from '../features/workspace/writes.ts'

/** All that may change a workspace. Each feature adds its own; every op runs alone, and what it changes is in the audit log. */
export function createWriterOps(db: WritableDB, key: Uint8Array) {
  return withAuditLog(db, key, {
    ...auditLogWrites(db, key),
    ...workspaceWrites(db),
    ...importWrites(db, (batch, change) => {
      runRulesOnBatch(db, batch, change)
      recordSourceLoad(db, batch)
    }),
    ...ledgerWrites(db),
    ...alertsWrites(db),
    ...anomaliesWrites(db),
    ...dashboardWrites(db),
    ...forecastWrites(db),
    ...rootCauseWrites(db),
    ...budgetWrites(db),
    ...qualityWrites(db),
    ...referenceWrites(db),
    ...rulesWrites(db),
    ...scheduleWrites(db),
    ...auditWrites(db),
    ...reportsWrites(db),
    ...chatWrites(db),
    ...connectionsWrites(db),
    ...warehouseWrites(db),
    ...securityWrites(db),
    ...backupWrites(db),
    ...privacyWrites(db),
    ...diagnosticsWrites(db),
  })
}
export type WriterOps = ReturnType<typeof createWriterOps>
