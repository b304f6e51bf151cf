import {
  fiscalFrom,
  readWeeks,
  startMonthOf,
  weeksOf,
  writeWeeks,
  type Fiscal,
} from '../../shared/calendar/fiscal.ts'
import type { ReadableDB, WritableDB } from './types.ts'

/** Single values of a workspace, by key: `name`, `profile`, `base_currency`, `fiscal_start_month`, `fiscal_weeks`, `revision`, `text_index_to`, `created_at`. */
export function readMeta(db: ReadableDB, key: string): string | undefined {
  return db.prepare('SELECT value FROM workspace_meta WHERE key = ?').pluck().get(key) as string | undefined
}

export function writeMeta(db: WritableDB, key: string, value: string): void {
  db.prepare(
    'INSERT INTO workspace_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}

/** When the workspace's fiscal years begin. */
export const readFiscal = (db: ReadableDB): Fiscal =>
  fiscalFrom(Number(readMeta(db, 'fiscal_start_month') ?? 1), readWeeks(readMeta(db, 'fiscal_weeks')))

export function writeFiscal(db: WritableDB, fiscal: Fiscal): void {
  writeMeta(db, 'fiscal_start_month', String(startMonthOf(fiscal)))
  writeMeta(db, 'fiscal_weeks', writeWeeks(weeksOf(fiscal)))
}

/** Grows with every change of the ledger; 0 in a new workspace. */
export function readRevision(db: ReadableDB): number {
  return Number(readMeta(db, 'revision') ?? 0)
}

/** Call once inside every transaction that changes what queries answer; returns the new revision. */
export function bumpRevision(db: WritableDB): number {
  const revision = readRevision(db) + 1
  writeMeta(db, 'revision', String(revision))
  return revision
}

/**
 * The first id for new entries: above all that ever were, those in the trash included, so that an undone batch can come back as it
 * was and the text index never meets an id again. New batches must number their entries from here.
 */
export function nextEntryId(db: ReadableDB): number {
  return db
    .prepare(
      'SELECT max(coalesce((SELECT max(id) FROM entry), 0), coalesce((SELECT max(id) FROM trash_entry), 0)) + 1',
    )
    .pluck()
    .get() as number
}
