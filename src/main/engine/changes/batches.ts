import { indexRestoredTexts } from '../../db/text-index.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { dropSegments, writeSegments } from '../columnar/segments.ts'
import { say } from '../messages.ts'

/** Takes a whole batch out of the ledger: its entries rest in the trash as they are. Call inside the writer's transaction. */
export function putBatchAway(db: WritableDB, batchId: number): void {
  moveEntries(db, batchId, 'trash')
  dropSegments(db, batchId)
  db.prepare('UPDATE batch SET undone_at = ? WHERE id = ?').run(new Date().toISOString(), batchId)
}

/** Brings a batch back as it was put away. Throws `bad-input` where entries of it were imported again meanwhile. */
export function bringBatchBack(db: WritableDB, batchId: number): void {
  const returned = countReturned(db, batchId)
  if (returned > 0) throw new FailureError('bad-input', say().importedAgain(returned, batchId))
  moveEntries(db, batchId, 'ledger')
  writeSegments(db, batchId)
  indexRestoredTexts(db, batchId)
  db.prepare('UPDATE batch SET undone_at = NULL WHERE id = ?').run(batchId)
}

/** Moves a batch's entries and texts into the trash, or out of it, except those that rest there by themselves. */
function moveEntries(db: WritableDB, batchId: number, to: 'trash' | 'ledger'): void {
  const [from, into] = to === 'trash' ? ['', 'trash_'] : ['trash_', '']
  const ids = `SELECT id FROM ${from}entry WHERE batch_id = ${batchId} AND id NOT IN (SELECT entry_id FROM resting_entry)`
  db.exec(`
    INSERT INTO ${into}entry_text SELECT * FROM ${from}entry_text WHERE entry_id IN (${ids});
    DELETE FROM ${from}entry_text WHERE entry_id IN (${ids});
    INSERT INTO ${into}entry SELECT * FROM ${from}entry WHERE id IN (${ids});
    DELETE FROM ${from}entry WHERE id IN (${ids});
  `)
}

/** Entries of the trash that the ledger has got again in the meantime. */
function countReturned(db: ReadableDB, batchId: number): number {
  return db
    .prepare(
      'SELECT count(*) FROM trash_entry t JOIN entry e ON e.fingerprint = t.fingerprint WHERE t.batch_id = ?',
    )
    .pluck()
    .get(batchId) as number
}
