import { FailureError } from '../../../shared/result/failure.ts'
import { KEEPING } from '../../../shared/contract/progress.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import { say } from '../messages.ts'

/** Entries that one statement changes at most: between two of them a cancel is heard and progress is told. */
export const PIECE = 20_000

/** Follows a change through its pieces. Throws `cancelled`: the transaction around it then leaves everything as it was. */
export interface Watch {
  /** So many more entries were done. */
  step(entries: number): void
}

const UNWATCHED: Watch = { step: () => undefined }

export function watched(op: OpContext | undefined, total: number): Watch {
  if (!op) return UNWATCHED
  let done = 0
  return {
    step(entries) {
      if (op.cancelled()) throw new FailureError('cancelled', say().nothingChanged)
      done = Math.min(total, done + entries)
      op.progress({ stage: 'changing', done, total, unit: 'entries' })
    },
  }
}

/** Last of all, before the transaction is kept: that is one step of SQLite, in which no cancel is heard. Throws `cancelled`. */
export function keep(op: OpContext | undefined, entries: number): void {
  if (op?.cancelled()) throw new FailureError('cancelled', say().nothingChanged)
  op?.progress({ stage: KEEPING, done: entries, total: entries, unit: 'entries' })
}

/** Ids in pieces of at most so many. */
export function* piecesOf(ids: ArrayLike<number>, most = PIECE): Generator<readonly number[]> {
  for (let from = 0; from < ids.length; from += most)
    yield Array.from({ length: Math.min(most, ids.length - from) }, (_, i) => ids[from + i] as number)
}

/** A span of entries' ids, `from` included and `below` not. `entries`: at most so many of a change lie in it. */
export interface Span {
  from: number
  below: number
  entries: number
}

/** The entries of a change's field as spans of ids, each of at most PIECE entries. */
export function spansOf(db: ReadableDB, change: number, field: string): Span[] {
  const starts = db
    .prepare(
      `SELECT entry_id FROM (
         SELECT entry_id, row_number() OVER (ORDER BY entry_id) AS place FROM change_row WHERE change_id = ? AND field = ?)
       WHERE place % ${PIECE} = 1 ORDER BY entry_id`,
    )
    .pluck()
    .all(change, field) as number[]
  return starts.map((from, i) => ({
    from,
    below: starts[i + 1] ?? Number.MAX_SAFE_INTEGER,
    entries: PIECE,
  }))
}
