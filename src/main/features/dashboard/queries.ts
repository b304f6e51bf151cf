import type { ReadableDB } from '../../db/types.ts'

/** Batches in the ledger and when the latest was loaded (ISO 8601, UTC). */
export function readFreshness(db: ReadableDB): { batches: number; lastImportAt: string | null } {
  return db
    .prepare('SELECT count(*) AS batches, max(loaded_at) AS lastImportAt FROM batch WHERE undone_at IS NULL')
    .get() as { batches: number; lastImportAt: string | null }
}
