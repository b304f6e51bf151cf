import type { ReportRun, StoredReport } from '../../../shared/contract/reports.ts'
import { readMeta } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { compareReads } from './compare/reads.ts'
import { evidenceReads } from './evidence/reads.ts'
import { figureReads } from './figures/reads.ts'
import { selectReport, selectReports, selectRuns } from './queries.ts'
import { toReport, toRun } from './stored.ts'

export function reportsReads(db: ReadableDB, engine: Engine) {
  return {
    ...figureReads(db, engine),
    ...compareReads(db, engine),
    ...evidenceReads(db, engine),
    /** The workspace's random id, which figures' ids are made with. */
    reportsFacts: (_input: object): { workspace: string } => ({
      workspace: readMeta(db, 'workspace_id') ?? '',
    }),
    reportsList: (_input: object): StoredReport[] => selectReports(db).map(toReport),
    reportsOne: ({ id }: { id: number }): StoredReport | null => {
      const row = selectReport(db, id)
      return row ? toReport(row) : null
    },
    reportsRuns: ({ report, limit }: { report?: number; limit: number }): ReportRun[] =>
      selectRuns(db, report, limit).map(toRun),
  }
}
