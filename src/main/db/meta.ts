import type { ReadableDB, WritableDB } from './types.ts'

/** Single values of a workspace, by key: `name`, `profile`, `base_currency`, `fiscal_start_month`, `revision`, `text_index_to`, `created_at`. */
export function readMeta(db: ReadableDB, key: string): string | undefined {
  return db.prepare('SELECT value FROM workspace_meta WHERE key = ?').pluck().get(key) as string | undefined
}

export function writeMeta(db: WritableDB, key: string, value: string): void {
  db.prepare(
    'INSERT INTO workspace_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
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
