import { auditLogReads } from '../audit-log/reads.ts'
import type { ReadableDB } from '../db/types.ts'
import { extractColumns } from '../engine/columnar/extract.ts'
import type { Filters } from '../../shared/query/query.ts'
import { createEngine } from '../engine/index.ts'
import { alertsReads } from '../features/alerts/reads.ts'
import { anomaliesReads } from '../features/anomalies/reads.ts'
import { forecastReads } from '../features/forecast/reads.ts'
import { rootCauseReads } from '../features/root-cause/reads.ts'
import { budgetReads } from '../features/budget/reads.ts'
import { qualityReads } from '../features/quality/reads.ts'
import { referenceReads } from '../features/reference/reads.ts'
import { rulesReads } from '../features/rules/reads.ts'
import { scheduleReads } from '../features/schedule/reads.ts'
import { auditReads } from '../features/audit/reads.ts'
import { reportsReads } from '../features/reports/reads.ts'
import { chatReads } from '../features/chat/reads.ts'
import { connectionsReads } from '../features/connections/reads.ts'
import { warehouseReads } from '../features/warehouse/reads.ts'
import { securityReads } from '../features/security/reads.ts'
import { backupReads } from '../features/backup/reads.ts'
import { privacyReads } from '../features/privacy/reads.ts'
import { diagnosticsReads } from '../features/diagnostics/reads.ts'
import { exploreReads } from '../features/explore/reads.ts'
import { dashboardReads } from '../features/dashboard/reads.ts'
import { importReads } from '../features/import/reads.ts'
import { ledgerReads } from '../features/ledger/reads.ts'
import { workspaceReads } from '../features/workspace/reads.ts'

/** All that reads: the engine's answers and plain look-ups. */
export function createReaderOps(db: ReadableDB) {
  const engine = createEngine(db)
  return {
    ...workspaceReads(db),
    ...importReads(db),
    ...ledgerReads(db, engine),
    ...dashboardReads(db, engine),
    ...exploreReads(db, engine),
    ...alertsReads(db),
    ...anomaliesReads(db, engine),
    ...forecastReads(db, engine),
    ...rootCauseReads(db, engine),
    ...budgetReads(db, engine),
    ...qualityReads(db, engine),
    ...referenceReads(db),
    ...rulesReads(db, engine),
    ...scheduleReads(db, engine),
    ...auditReads(db, engine),
    ...reportsReads(db, engine),
    ...chatReads(db, engine),
    ...connectionsReads(db, engine),
    ...warehouseReads(db, engine),
    ...auditLogReads(db),
    ...securityReads(db),
    ...backupReads(db, engine),
    ...privacyReads(db),
    ...diagnosticsReads(db, engine),
    query: engine.query,
    extractColumns: (input: { filters: Filters; dimensions: string[] }) =>
      engine.columnar.read(() => extractColumns(engine.columnar, input)),
  }
}
export type ReaderOps = ReturnType<typeof createReaderOps>
