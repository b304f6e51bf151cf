import {
  archiveModelRun,
  insertModelRun,
  listModelRuns,
  modelRun,
  promoteModelRun,
  type ModelRun,
} from '../../db/model-runs.ts'
import type { WritableDB } from '../../db/types.ts'
import { setRunBatch } from './queries.ts'

/** None of these changes what queries answer: the ledger's revision stays. */
export function forecastWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  return {
    forecastKeep: (run: Omit<ModelRun, 'id' | 'role' | 'createdAt'>): ModelRun =>
      change(() => modelRun(db, insertModelRun(db, run))),
    forecastPromote: ({ run }: { run: number }): ModelRun[] =>
      change(() => {
        promoteModelRun(db, run)
        return listModelRuns(db, 'forecast')
      }),
    forecastArchive: ({ run }: { run: number }): ModelRun[] =>
      change(() => {
        archiveModelRun(db, run)
        return listModelRuns(db, 'forecast')
      }),
    forecastWritten: ({ run, batch }: { run: number; batch: number }): void =>
      change(() => setRunBatch(db, run, batch)),
  }
}
