import type { Attachment } from '../../../shared/contract/ledger.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { attachmentOf } from '../../engine/changes/record.ts'

/** The files that stand beside an entry. */
export function readAttachments(db: ReadableDB, entry: number): Attachment[] {
  return db
    .prepare(
      `SELECT a.id, e.name, a.bytes, a.sha256, e.added_at AS addedAt FROM entry_attachment e
       JOIN attachment a ON a.id = e.attachment_id WHERE e.entry_id = ? AND e.shown = 1 ORDER BY e.name, a.id`,
    )
    .all(entry) as Attachment[]
}

/** The name that a file has beside an entry, shown or not. */
export function attachmentName(db: ReadableDB, entry: number, field: string): string {
  return (db
    .prepare('SELECT name FROM entry_attachment WHERE entry_id = ? AND attachment_id = ?')
    .pluck()
    .get(entry, attachmentOf(field)) ?? '') as string
}

/** Some bytes of a file that is shown beside the entry. */
export function readAttachmentPiece(
  db: ReadableDB,
  entry: number,
  attachment: number,
  offset: number,
  length: number,
): { bytes: number; data: Buffer } | undefined {
  return db
    .prepare(
      `SELECT a.bytes, substr(a.data, ? + 1, ?) AS data FROM entry_attachment e
       JOIN attachment a ON a.id = e.attachment_id WHERE e.entry_id = ? AND e.attachment_id = ? AND e.shown = 1`,
    )
    .get(offset, length, entry, attachment) as { bytes: number; data: Buffer } | undefined
}

/** Keeps a file once, by its hash; answers its id. */
export function putAttachment(db: WritableDB, sha256: string, data: Buffer): number {
  const known = db.prepare('SELECT id FROM attachment WHERE sha256 = ?').pluck().get(sha256)
  if (known !== undefined) return known as number
  return db
    .prepare('INSERT INTO attachment (sha256, bytes, data) VALUES (?, ?, ?) RETURNING id')
    .pluck()
    .get(sha256, data.length, data) as number
}

/** Puts a file beside an entry, unseen yet: the step of the history shows it. */
export function putBeside(db: WritableDB, entry: number, attachment: number, name: string): void {
  db.prepare(
    `INSERT INTO entry_attachment (entry_id, attachment_id, name, added_at, shown) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT (entry_id, attachment_id) DO UPDATE SET name = excluded.name WHERE shown = 0`,
  ).run(entry, attachment, name, new Date().toISOString())
}

export const isInLedger = (db: ReadableDB, entry: number): boolean =>
  db.prepare('SELECT 1 FROM entry WHERE id = ?').get(entry) !== undefined
