import type { Op, Ops } from '../compute/ops.ts'
import type { Origin } from '../compute/origin.ts'
import { readRevision } from '../db/meta.ts'
import type { WritableDB } from '../db/types.ts'
import { auditKey, GENESIS, macOf, type AuditHead } from './chain.ts'
import { insertRow, lastChange, lastRow, totalChanges } from './queries.ts'

export interface LogEntry {
  user: string
  action: string
  /** Numbers and ids only: nothing that names a person. */
  detail: Record<string, string | number>
}

/** Pieces of an index, which nobody asked for, and what writes its own row. */
const UNLOGGED: ReadonlySet<string> = new Set([
  'ensureTextIndex',
  'logEvent',
  'logAgainst',
  'logRestored',
  'logUnderNewKey',
])

type Work = (...args: unknown[]) => unknown
type Variants = Work & {
  deferred: Work
  immediate: Work
  exclusive: Work
}

const PROGRAM: Origin = { user: 'program', action: 'program' }

/** Adds a row at the end. Call inside the transaction of what it tells of; answers the new head. */
export function appendToLog(db: WritableDB, dataKey: Uint8Array, entry: LogEntry): AuditHead {
  const last = lastRow(db)
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: new Date().toISOString(),
    user: entry.user,
    action: entry.action,
    detail: JSON.stringify(entry.detail),
    revision: readRevision(db),
  }
  const mac = macOf(auditKey(dataKey), row, last?.mac ?? GENESIS)
  insertRow(db, { ...row, mac })
  return { sequence: row.sequence, head: mac.toString('hex'), at: row.at }
}

/**
 * The writer's operations, each of whose transactions ends by writing its row into the log: neither the change nor the row is ever
 * there without the other. Operations know nothing of it; a transaction that changed nothing leaves no row.
 */
export function withAuditLog<T extends Ops>(db: WritableDB, dataKey: Uint8Array, ops: T): T {
  let op: { name: string; by: Origin } | undefined
  let accounted = totalChanges(db)
  const make = db.transaction.bind(db) as unknown as (work: Work) => Variants

  const note = (changesBefore: number, stepBefore: number): void => {
    if (!op || UNLOGGED.has(op.name)) return
    const rows = totalChanges(db) - changesBefore
    if (rows === 0) return
    const step = lastChange(db)
    const detail = { op: op.name, rows, ...(step > stepBefore && { change: step }) }
    appendToLog(db, dataKey, { ...op.by, detail })
  }
  const logged =
    (work: Work): Work =>
    (...args) => {
      const [changes, step] = [totalChanges(db), lastChange(db)]
      const answer = work(...args)
      note(changes, step)
      return answer
    }
  const transaction = (work: Work): Variants => {
    const [outermost, nested] = [make(logged(work)), make(work)]
    const run = (kind: 'deferred' | 'immediate' | 'exclusive' | undefined, args: unknown[]): unknown => {
      // Inside another one it is a savepoint: the outermost commits, and tells.
      const made = db.inTransaction ? nested : outermost
      try {
        return kind ? made[kind](...args) : made(...args)
      } finally {
        accounted = totalChanges(db)
      }
    }
    return Object.assign((...args: unknown[]) => run(undefined, args), {
      deferred: (...args: unknown[]) => run('deferred', args),
      immediate: (...args: unknown[]) => run('immediate', args),
      exclusive: (...args: unknown[]) => run('exclusive', args),
    })
  }
  Object.assign(db, { transaction })

  const wrap =
    (name: string, run: Op): Op =>
    (input, context) => {
      op = { name, by: context?.by ?? PROGRAM }
      try {
        const answer: unknown = run(input, context)
        // A lone statement commits by itself: its row follows at once.
        if (db.open && totalChanges(db) !== accounted) {
          const before = accounted
          db.transaction(() => note(before, Number.MAX_SAFE_INTEGER)).immediate()
        }
        return answer
      } finally {
        op = undefined
      }
    }
  return Object.fromEntries(Object.entries(ops).map(([name, run]) => [name, wrap(name, run)])) as T
}
