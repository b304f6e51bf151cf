import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { bulkWrite } from '../../db/bulk-write.ts'
import { bumpRevision } from '../../db/meta.ts'
import { indexRestoredTexts } from '../../db/text-index.ts'
import type { WritableDB } from '../../db/types.ts'
import { dropSegments, writeSegments } from '../../engine/columnar/segments.ts'
import { writeBatch, type WriteInput, type WriteOutput } from './load/write.ts'
import { countReturned, moveEntries, selectBatch, setUndone, type BatchRow } from './queries.ts'

/**
 * What a change of a batch left. The batch comes with it: were the reader asked for it afterwards, a workspace closed in the
 * meantime would make a failure of what is done.
 */
export interface Written {
  revision: number
  batch: BatchRow
}

/** The importer's side of the writer's worker. */
export function importWrites(db: WritableDB) {
  return {
    importWrite: (input: WriteInput, op: OpContext): Written =>
      bulkWrite(db, () => withBatch(db, writeBatch(db, input, op))),

    importUndo: ({ batch }: { batch: number }): Written =>
      db
        .transaction(() => {
          const row = mustBatch(db, batch)
          if (row.undoneAt !== null) throw new FailureError('bad-input', `Batch ${batch} is undone already.`)
          moveEntries(db, batch, 'trash')
          dropSegments(db, batch)
          setUndone(db, batch, new Date().toISOString())
          return withBatch(db, { batch, revision: bumpRevision(db) })
        })
        .immediate(),

    importRestore: ({ batch }: { batch: number }): Written =>
      db
        .transaction(() => {
          const row = mustBatch(db, batch)
          if (row.undoneAt === null) throw new FailureError('bad-input', `Batch ${batch} is not undone.`)
          const returned = countReturned(db, batch)
          if (returned > 0)
            throw new FailureError(
              'bad-input',
              `${returned} entries of batch ${batch} were imported again in the meantime. Undo that import first, then restore this one.`,
            )
          moveEntries(db, batch, 'ledger')
          writeSegments(db, batch)
          indexRestoredTexts(db, batch)
          setUndone(db, batch, null)
          return withBatch(db, { batch, revision: bumpRevision(db) })
        })
        .immediate(),
  }
}

const withBatch = (db: WritableDB, { batch, revision }: WriteOutput): Written => ({
  revision,
  batch: mustBatch(db, batch),
})

function mustBatch(db: WritableDB, batch: number) {
  const row = selectBatch(db, batch)
  if (!row) throw new FailureError('not-found', `There is no batch ${batch}.`)
  return row
}
