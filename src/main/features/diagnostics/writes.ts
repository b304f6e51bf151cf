import { analyse } from '../../db/statistics.ts'
import type { WritableDB } from '../../db/types.ts'
import { markLossesSeen, readLosses, type Loss } from '../../db/witness.ts'
import { writeDone, type Done } from './queries.ts'

/** None of these changes what queries answer: the ledger's revision stays. */
export function diagnosticsWrites(db: WritableDB) {
  return {
    diagnosticsDid: ({ task, done }: { task: string; done: Done }): void =>
      db.transaction(() => writeDone(db, task, done)).immediate(),
    diagnosticsAnalyse: (_input: object): void => analyse(db),
    diagnosticsLossesSeen: (_input: object): Loss[] =>
      db
        .transaction(() => {
          markLossesSeen(db)
          return readLosses(db)
        })
        .immediate(),
  }
}
