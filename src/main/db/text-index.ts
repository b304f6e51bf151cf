import { FailureError } from '../../shared/result/failure.ts'
import type { OpContext } from '../compute/ops.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { ReadableDB, WritableDB } from './types.ts'
import { say } from './messages.ts'

/** Entries indexed in one transaction: a tenth of a second or so, which is how long a cancel or another write may have to wait. */
const CHUNK = 20_000

/** Highest entry id in the word index; entries above it wait for `ensureTextIndex`. */
export function textIndexTo(db: ReadableDB): number {
  return Number(readMeta(db, 'text_index_to') ?? 0)
}

/** Entries that the word index does not have yet. */
export function textIndexLag(db: ReadableDB): number {
  return db
    .prepare('SELECT count(*) FROM entry_text WHERE entry_id > ?')
    .pluck()
    .get(textIndexTo(db)) as number
}

/**
 * Catches the word index up with the entries, in chunks of one transaction each, so that imports do not pay for it. Idempotent;
 * returns how many entries were added. Call before a reader is asked for a text filter. A cancelled run keeps its whole chunks.
 */
export function ensureTextIndex(db: WritableDB, context: OpContext): number {
  const lag = textIndexLag(db)
  if (lag === 0) return 0
  const upper = db.prepare(
    'SELECT max(entry_id) FROM (SELECT entry_id FROM entry_text WHERE entry_id > ? ORDER BY entry_id LIMIT ?)',
  )
  const add = db.prepare(
    `INSERT INTO text_index (rowid, description, reference, document, note)
     SELECT entry_id, description, reference, document, note FROM entry_text WHERE entry_id > ? AND entry_id <= ?`,
  )
  let done = 0
  for (;;) {
    if (context.cancelled()) throw new FailureError('cancelled', say().indexCancelled)
    context.progress({ stage: 'text-index', done, total: lag, unit: 'entries' })
    const added = db
      .transaction(() => {
        const from = textIndexTo(db)
        const to = upper.pluck().get(from, CHUNK) as number | null
        if (to === null) return 0
        const { changes } = add.run(from, to)
        writeMeta(db, 'text_index_to', String(to))
        return changes
      })
      .immediate()
    if (added === 0) return done
    done += added
  }
}

/**
 * Puts a restored batch's texts back where the index has passed their ids meanwhile; call after its rows are back in `entry` and
 * `entry_text`, in the same transaction. Taking texts out needs no call: a trigger does it when `entry_text` rows are deleted.
 */
export function indexRestoredTexts(db: WritableDB, batchId: number): void {
  db.prepare(
    `INSERT INTO text_index (rowid, description, reference, document, note)
     SELECT t.entry_id, t.description, t.reference, t.document, t.note
     FROM entry_text t JOIN entry e ON e.id = t.entry_id WHERE e.batch_id = ? AND t.entry_id <= ?`,
  ).run(batchId, textIndexTo(db))
}
