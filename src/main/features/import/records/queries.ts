import type { WritableDB } from '../../../db/types.ts'

/** Statement that stores one piece of a batch's records; see db/schema's record_chunk. */
export function insertRecordChunk(db: WritableDB) {
  return db.prepare('INSERT INTO record_chunk (batch_id, sequence, first_line, data) VALUES (?, ?, ?, ?)')
}
