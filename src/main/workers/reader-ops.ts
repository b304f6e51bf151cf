import type { ReadableDB } from '../db/types.ts'
import { createEngine } from '../engine/index.ts'
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
    query: engine.query,
  }
}
export type ReaderOps = ReturnType<typeof createReaderOps>
