import type { ReadableDB } from '../../db/types.ts'
import { readLosses, type Loss } from '../../db/witness.ts'
import type { Engine } from '../../engine/index.ts'
import { readDone, readStore, type Done, type StoreFacts } from './queries.ts'

export function diagnosticsReads(db: ReadableDB, _engine: Engine) {
  return {
    diagnosticsStore: (_input: object): StoreFacts => readStore(db),
    diagnosticsLosses: (_input: object): Loss[] => readLosses(db),
    diagnosticsDone: ({ task }: { task: string }): Done | undefined => readDone(db, task),
  }
}
