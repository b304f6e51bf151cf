import type { ReadableDB, WritableDB } from '../../../db/types.ts'

/** Statement that stores one piece of a batch's records; see db/schema's record_chunk. */
export function insertRecordChunk(db: WritableDB) {
  return db.prepare('INSERT INTO record_chunk (batch_id, sequence, first_line, data) VALUES (?, ?, ?, ?)')
}

/** The piece of a batch's records in which a place lies, or the one after it. */
export function selectRecordPiece(
  db: ReadableDB,
  batch: number,
  place: number,
): { sequence: number; data: Uint8Array } | undefined {
  return db
    .prepare(
      `SELECT sequence, data FROM record_chunk WHERE batch_id = ?
       ORDER BY first_line > ?, CASE WHEN first_line > ? THEN first_line ELSE -first_line END LIMIT 1`,
    )
    .get(batch, place, place) as { sequence: number; data: Uint8Array } | undefined
}
