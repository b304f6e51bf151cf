import { unpackPiece } from '../../../files/pieces.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { say } from './messages.ts'

/** Batches whose records were kept apart from their file's lines still have the record of each of their entries. */
export function recordProblems(db: ReadableDB): string[] {
  const batches = db
    .prepare(
      `SELECT b.id, b.file_name AS file FROM batch b WHERE EXISTS (SELECT 1 FROM record_chunk r WHERE r.batch_id = b.id) ORDER BY b.id`,
    )
    .all() as { id: number; file: string }[]
  const pieces = db.prepare('SELECT data FROM record_chunk WHERE batch_id = ? ORDER BY sequence').pluck()
  const lines = db.prepare('SELECT DISTINCT line FROM entry WHERE batch_id = ? AND line > 0').pluck()
  return batches.flatMap(({ id, file }) => {
    const places = new Set<number>()
    try {
      for (const data of pieces.iterate(id) as IterableIterator<Buffer>)
        for (const line of unpackPiece(data).toString('utf8').split('\n'))
          places.add(Number(/^\[(\d+),/.exec(line)?.[1]))
    } catch (error) {
      return [say().recordsUnreadable(say().batch(id, file), (error as Error).message)]
    }
    const missing = (lines.all(id) as number[]).filter(line => !places.has(line))
    return missing.length > 0 ? [say().noRecord(say().batch(id, file), missing.length)] : []
  })
}
