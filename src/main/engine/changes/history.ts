import { bumpRevision, readRevision } from '../../db/meta.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { WritableDB } from '../../db/types.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { play } from './play.ts'
import { keep } from './watch.ts'
import { closeChange, nextGroup, openChange, type NewChange } from './record.ts'
import { say } from '../messages.ts'

/** What a step of the history left. */
export interface Stepped {
  revision: number
  /** The group's first change; null where nothing had to be changed. */
  change: number | null
  entries: number
}

/** Records a change and does it, in one transaction. `record` writes its rows; without any, nothing has changed. */
export function makeChange(
  db: WritableDB,
  change: NewChange,
  record: (id: number) => void,
  op?: OpContext,
): Stepped {
  return db
    .transaction(() => {
      const id = openChange(db, change)
      record(id)
      const stepped = done(db, id, op)
      keep(op, stepped.entries)
      return stepped
    })
    .immediate()
}

/** Does what was recorded for a change. Inside a transaction. */
export function done(db: WritableDB, id: number, op?: OpContext): Stepped {
  const entries = closeChange(db, id)
  if (entries === undefined) return { revision: readRevision(db), change: null, entries: 0 }
  play(db, id, 'after', op)
  return { revision: bumpRevision(db), change: id, entries }
}

/** Takes back the newest step that is done. Throws `bad-input` where there is none. */
export function undo(db: WritableDB, op?: OpContext): Stepped {
  return step(db, 'done', 'before', say().nothingToUndo, op)
}

/** Does the last step that was undone again. Throws `bad-input` where there is none. */
export function redo(db: WritableDB, op?: OpContext): Stepped {
  return step(db, 'undone', 'after', say().nothingToRedo, op)
}

function step(
  db: WritableDB,
  state: 'done' | 'undone',
  side: 'before' | 'after',
  nothing: string,
  op: OpContext | undefined,
): Stepped {
  return db
    .transaction(() => {
      const group = nextGroup(db, state)
      if (group === undefined) throw new FailureError('bad-input', nothing)
      const changes = db
        .prepare(
          `SELECT id, entries FROM change WHERE group_id = ? AND state = ? ORDER BY id ${side === 'before' ? 'DESC' : 'ASC'}`,
        )
        .all(group, state) as { id: number; entries: number }[]
      for (const { id } of changes) {
        play(db, id, side, op)
        db.prepare('UPDATE change SET state = ? WHERE id = ?').run(side === 'before' ? 'undone' : 'done', id)
      }
      const entries = Math.max(...changes.map(change => change.entries))
      keep(op, entries)
      return { revision: bumpRevision(db), change: group, entries }
    })
    .immediate()
}
