import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { bulkWrite } from '../../db/bulk-write.ts'
import { bumpRevision } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { bringBatchBack, putBatchAway } from '../../engine/changes/batches.ts'
import { closeChange, openChange } from '../../engine/changes/record.ts'
import { mappingWrites } from './mappings/writes.ts'
import { writeBatch, type WriteInput, type WriteOutput } from './load/write.ts'
import { selectBatch, type BatchRow } from './queries.ts'
import { say } from './messages.ts'

/**
 * What a change of a batch left. The batch comes with it: were the reader asked for it afterwards, a workspace closed in the
 * meantime would make a failure of what is done.
 */
export interface Written {
  revision: number
  batch: BatchRow
}

/** What runs on a new batch's entries in the transaction that loads them. `change`: the import's step of the history, to be grouped with. */
export type AfterBatch = (batch: number, change: number) => void

/** The importer's side of the writer's worker. */
export function importWrites(db: WritableDB, afterBatch: AfterBatch = () => {}) {
  return {
    ...mappingWrites(db),

    importWrite: (input: WriteInput, op: OpContext): Written =>
      bulkWrite(db, () => withBatch(db, writeBatch(db, input, op, afterBatch))),

    importUndo: ({ batch }: { batch: number }): Written =>
      db
        .transaction(() => {
          const row = mustBatch(db, batch)
          if (row.undoneAt !== null) throw new FailureError('bad-input', say().undoneAlready(batch))
          putBatchAway(db, batch)
          recordBatch(db, 'import-undo', row)
          return withBatch(db, { batch, revision: bumpRevision(db) })
        })
        .immediate(),

    importRestore: ({ batch }: { batch: number }): Written =>
      db
        .transaction(() => {
          const row = mustBatch(db, batch)
          if (row.undoneAt === null) throw new FailureError('bad-input', say().notUndone(batch))
          bringBatchBack(db, batch)
          recordBatch(db, 'import-restore', row)
          return withBatch(db, { batch, revision: bumpRevision(db) })
        })
        .immediate(),
  }
}

/** A step of the history, so that it can be undone and redone in its turn. */
function recordBatch(db: WritableDB, kind: string, { id, fileName, loaded }: BatchRow): void {
  const change = openChange(db, { kind, batchId: id, summary: { file: fileName } })
  closeChange(db, change, loaded)
}

const withBatch = (db: WritableDB, { batch, revision }: WriteOutput): Written => ({
  revision,
  batch: mustBatch(db, batch),
})

function mustBatch(db: WritableDB, batch: number) {
  const row = selectBatch(db, batch)
  if (!row) throw new FailureError('not-found', say().noBatch(batch))
  return row
}
