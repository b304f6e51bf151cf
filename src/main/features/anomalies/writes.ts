import { FailureError } from '../../../shared/result/failure.ts'
import {
  archiveModelRun,
  insertModelRun,
  listModelRuns,
  promoteModelRun,
  type ModelRun,
} from '../../db/model-runs.ts'
import type { WritableDB } from '../../db/types.ts'
import {
  adoptSearch,
  insertSearch,
  deleteVerdict,
  readVerdicts,
  subjectOf,
  writeVerdict,
  type VerdictRow,
} from './queries.ts'
import { say } from './messages.ts'

export interface Decision {
  entry: number
  verdict: 'confirmed' | 'dismissed' | null
  note: string
  method: string
  score: number | null
}

/** None of these changes what queries answer: the ledger's revision stays. */
export function anomaliesWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  return {
    anomaliesDecide: ({ entry, verdict, ...rest }: Decision): VerdictRow[] =>
      change(() => {
        const subject = subjectOf(db, entry)
        if (subject === undefined) throw new FailureError('not-found', say().noEntry(entry))
        if (verdict === null) deleteVerdict(db, subject)
        else writeVerdict(db, subject, { verdict, ...rest })
        return readVerdicts(db)
      }),

    anomaliesRecord: ({ runs }: { runs: Omit<ModelRun, 'id' | 'role' | 'createdAt'>[] }): ModelRun[] =>
      change(() => {
        for (const run of runs) insertModelRun(db, run)
        return listModelRuns(db, 'anomalies')
      }),

    anomaliesSearched: ({ run }: { run: Parameters<typeof insertSearch>[1] }): void =>
      change(() => insertSearch(db, run)),

    anomaliesPromote: ({ run }: { run: number }): ModelRun[] =>
      change(() => {
        adoptSearch(db, run)
        promoteModelRun(db, run)
        return listModelRuns(db, 'anomalies')
      }),

    anomaliesArchive: ({ run }: { run: number }): ModelRun[] =>
      change(() => {
        archiveModelRun(db, run)
        return listModelRuns(db, 'anomalies')
      }),
  }
}
