import type { ReadableDB, WritableDB } from '../db/types.ts'
import type { AuditHead, LogRow } from './chain.ts'

const COLUMNS = 'sequence, at, user, action, detail, revision, mac'

export function lastRow(db: ReadableDB): LogRow | undefined {
  return db.prepare(`SELECT ${COLUMNS} FROM audit_log ORDER BY sequence DESC LIMIT 1`).get() as
    | LogRow
    | undefined
}

export function headOf(db: ReadableDB): AuditHead {
  const last = lastRow(db)
  return { sequence: last?.sequence ?? 0, head: last?.mac.toString('hex') ?? '', at: last?.at ?? '' }
}

/** In order of their numbers. */
export function allRows(db: ReadableDB): LogRow[] {
  return db.prepare(`SELECT ${COLUMNS} FROM audit_log ORDER BY sequence`).all() as LogRow[]
}

export function insertRow(db: WritableDB, row: LogRow): void {
  db.prepare(`INSERT INTO audit_log (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
    row.sequence,
    row.at,
    row.user,
    row.action,
    row.detail,
    row.revision,
    row.mac,
  )
}

/** Newest first. */
export function pageOfLog(
  db: ReadableDB,
  { before, limit }: { before?: number | undefined; limit: number },
): Omit<LogRow, 'mac'>[] {
  return db
    .prepare(
      `SELECT sequence, at, user, action, detail, revision FROM audit_log
       WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit) as Omit<LogRow, 'mac'>[]
}

export function macAt(db: ReadableDB, sequence: number): string | undefined {
  const mac = db.prepare('SELECT mac FROM audit_log WHERE sequence = ?').pluck().get(sequence) as
    | Buffer
    | undefined
  return mac?.toString('hex')
}

export function nextAction(db: ReadableDB, sequence: number): string | undefined {
  return db
    .prepare('SELECT action FROM audit_log WHERE sequence > ? ORDER BY sequence LIMIT 1')
    .pluck()
    .get(sequence) as string | undefined
}

/** Keys of the log's earlier parts, the oldest first. */
export function earlierKeys(db: ReadableDB): { until: number; key: Buffer }[] {
  return db.prepare('SELECT until_sequence AS until, key FROM audit_key ORDER BY until_sequence').all() as {
    until: number
    key: Buffer
  }[]
}

export function keepKey(db: WritableDB, until: number, key: Uint8Array): void {
  db.prepare('INSERT INTO audit_key (until_sequence, key) VALUES (?, ?)').run(until, key)
}

/** Rows that any statement of this connection has changed so far, rolled back ones too. */
export function totalChanges(db: ReadableDB): number {
  return db.prepare('SELECT total_changes()').pluck().get() as number
}

export function lastChange(db: ReadableDB): number {
  return db.prepare('SELECT coalesce(max(id), 0) FROM change').pluck().get() as number
}
