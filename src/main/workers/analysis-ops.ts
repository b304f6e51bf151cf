import { anomaliesOps } from '../features/anomalies/worker-ops.ts'
import { auditOps } from '../features/audit/worker-ops.ts'
import { reportsOps } from '../features/reports/worker-ops.ts'
import { securityOps } from '../features/security/worker-ops.ts'
import { backupOps } from '../features/backup/worker-ops.ts'
import { privacyOps } from '../features/privacy/worker-ops.ts'
import { diagnosticsOps } from '../features/diagnostics/worker-ops.ts'
import { budgetOps } from '../features/budget/worker-ops.ts'
import { forecastOps } from '../features/forecast/worker-ops.ts'
import { qualityOps } from '../features/quality/worker-ops.ts'
import { referenceOps } from '../features/reference/worker-ops.ts'
import { rootCauseOps } from '../features/root-cause/worker-ops.ts'
import { rulesOps } from '../features/rules/worker-ops.ts'
import { scheduleOps } from '../features/schedule/worker-ops.ts'
import { readPlainTable } from '../files/plain-table.ts'

/** What the analysis worker does: pure functions on typed columns. It holds nothing of worth and may be killed at any time. */
export const analysisOps = {
  readPlainTable,
  ...anomaliesOps,
  ...auditOps,
  ...reportsOps,
  ...securityOps,
  ...backupOps,
  ...privacyOps,
  ...diagnosticsOps,
  ...budgetOps,
  ...forecastOps,
  ...qualityOps,
  ...referenceOps,
  ...rootCauseOps,
  ...rulesOps,
  ...scheduleOps,
}
export type AnalysisOps = typeof analysisOps
