import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface PayeeRow {
  payee: number
  key: string
  name: string
  entries: number
  lastDay: number | null
}

/** Every payee with its entries, those in the trash left out. */
export function selectPayees(db: ReadableDB): PayeeRow[] {
  return db
    .prepare(
      `SELECT m.ordinal AS payee, m.key, m.label AS name, count(e.id) AS entries, max(e.day) AS lastDay
       FROM member m LEFT JOIN entry e ON e.payee = m.ordinal
       WHERE m.dimension_id = 'payee' GROUP BY m.ordinal ORDER BY m.label`,
    )
    .all() as PayeeRow[]
}

export function payeeNames(db: ReadableDB): { payee: number; key: string; name: string }[] {
  return db
    .prepare("SELECT ordinal AS payee, key, label AS name FROM member WHERE dimension_id = 'payee'")
    .all() as { payee: number; key: string; name: string }[]
}

/** The next texts of entries after `after`, in order. */
export function textsAfter(db: ReadableDB, after: number, limit: number): Record<string, string | number>[] {
  return db
    .prepare(
      `SELECT entry_id AS id, description, reference, document, note, extra FROM entry_text
       WHERE entry_id > ? ORDER BY entry_id LIMIT ?`,
    )
    .all(after, limit) as Record<string, string | number>[]
}

export function rejectsAfter(db: ReadableDB, after: number, limit: number): { id: number; raw: string }[] {
  return db
    .prepare('SELECT id, raw FROM unloaded_row WHERE id > ? ORDER BY id LIMIT ?')
    .all(after, limit) as { id: number; raw: string }[]
}

export function countTexts(db: ReadableDB): { texts: number; keptFiles: number } {
  return db
    .prepare(
      `SELECT (SELECT count(*) FROM entry_text) + (SELECT count(*) FROM unloaded_row) AS texts,
              (SELECT count(*) FROM source_file WHERE kept = 1) AS keptFiles`,
    )
    .get() as { texts: number; keptFiles: number }
}

/** Every column that may hold text, of every table but the audit log (which holds none) and SQLite's and the word index's own. */
export function textColumns(db: ReadableDB): { table: string; column: string }[] {
  return db
    .prepare(
      `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
         AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name NOT LIKE 'text\\_index%' ESCAPE '\\'
         AND t.name NOT IN ('audit_log', 'audit_key', 'workspace_user', 'dimension', 'source_chunk', 'record_chunk', 'segment')
         AND upper(c.type) NOT IN ('INTEGER', 'REAL')`,
    )
    .all() as { table: string; column: string }[]
}

/**
 * Puts `scrub(text)` in the place of every text that it changes; answers how many. `table` and `column` come from the schema itself. A text
 * that is part of a key and is there already in its new form leaves its row to go: both say the same then.
 */
export function scrubColumn(db: WritableDB, table: string, column: string, finds: string): number {
  const name = (id: string): string => `"${id.replaceAll('"', '""')}"`
  return db
    .prepare(
      `UPDATE OR REPLACE ${name(table)} SET ${name(column)} = privacy_scrub(${name(column)})
       WHERE typeof(${name(column)}) = 'text' AND ${finds}(${name(column)})`,
    )
    .run().changes
}

/** Entries of a payee, wherever they are, lose their texts; document numbers stay, as gaps in them mean something. */
export function emptyTexts(db: WritableDB, payee: number, pseudonym: string): number {
  const empty = (texts: string, entries: string): number =>
    db
      .prepare(
        `UPDATE ${texts} SET description = ?, reference = '', note = '', extra = ''
         WHERE entry_id IN (SELECT id FROM ${entries} WHERE payee = ?)`,
      )
      .run(pseudonym, payee).changes
  db.prepare(
    `DELETE FROM change_row WHERE field IN ('description', 'reference', 'note')
       AND entry_id IN (SELECT id FROM entry WHERE payee = @payee UNION ALL SELECT id FROM trash_entry WHERE payee = @payee)`,
  ).run({ payee })
  dropAttachments(db, payee)
  return empty('entry_text', 'entry') + empty('trash_entry_text', 'trash_entry')
}

/** A receipt names whom it is from: the files beside a payee's entries go, unless they stand beside another's, too. */
function dropAttachments(db: WritableDB, payee: number): void {
  const own =
    'SELECT id FROM entry WHERE payee = @payee UNION ALL SELECT id FROM trash_entry WHERE payee = @payee'
  // The history tells the name of a file, which may be the person's.
  db.prepare(
    `UPDATE change SET summary = '{}' WHERE kind IN ('attach', 'detach')
       AND id IN (SELECT change_id FROM change_row WHERE entry_id IN (${own}))`,
  ).run({ payee })
  db.prepare(`DELETE FROM change_row WHERE field LIKE 'attachment:%' AND entry_id IN (${own})`).run({ payee })
  db.prepare(`DELETE FROM entry_attachment WHERE entry_id IN (${own})`).run({ payee })
  db.prepare('DELETE FROM attachment WHERE id NOT IN (SELECT attachment_id FROM entry_attachment)').run()
}

export function renamePayee(db: WritableDB, payee: number, pseudonym: string): void {
  db.prepare(
    "UPDATE member SET key = @pseudonym, label = @pseudonym WHERE dimension_id = 'payee' AND ordinal = @payee",
  ).run({ payee, pseudonym })
}

/** The word index keeps taken-out words until its parts are merged. */
export function mergeTextIndex(db: WritableDB): void {
  db.prepare("INSERT INTO text_index (text_index) VALUES ('optimize')").run()
}

export interface KeptPiece {
  row: number
  file: number
  /** Whether the file was cut where lines end; others are cut anywhere. */
  lines: boolean
  encoding: string | null
}

/** The kept pieces of files, without their data. */
export function keptPieces(db: ReadableDB): KeptPiece[] {
  return db
    .prepare(
      `SELECT c.rowid AS row, c.file_id AS file, c.first_line > 0 AS lines,
         (SELECT json_extract(m.json, '$.encoding') FROM batch b JOIN mapping m ON m.id = b.mapping_id
          WHERE b.file_id = c.file_id LIMIT 1) AS encoding
       FROM source_chunk c ORDER BY c.file_id, c.sequence`,
    )
    .all()
    .map(row => ({ ...(row as KeptPiece), lines: (row as { lines: number }).lines === 1 }))
}

/** The pieces of records that were kept apart. */
export function recordPieces(db: ReadableDB): { row: number; file: number }[] {
  return db
    .prepare(
      'SELECT r.rowid AS row, (SELECT file_id FROM batch WHERE id = r.batch_id) AS file FROM record_chunk r',
    )
    .all() as { row: number; file: number }[]
}

export function pieceData(db: ReadableDB, table: 'source_chunk' | 'record_chunk', row: number): Buffer {
  return db.prepare(`SELECT data FROM ${table} WHERE rowid = ?`).pluck().get(row) as Buffer
}

/** Files that brought entries of a payee. */
export function filesOfPayee(db: ReadableDB, payee: number): number[] {
  return db
    .prepare(
      `SELECT DISTINCT b.file_id FROM batch b WHERE b.id IN
         (SELECT batch_id FROM entry WHERE payee = @payee UNION SELECT batch_id FROM trash_entry WHERE payee = @payee)`,
    )
    .pluck()
    .all({ payee }) as number[]
}

/** What is kept of the file is no longer the file as it came. */
export function markScrubbed(db: WritableDB, file: number): void {
  db.prepare('UPDATE source_file SET kept = 0 WHERE id = ?').run(file)
}

export function putPiece(
  db: WritableDB,
  table: 'source_chunk' | 'record_chunk',
  rowid: number,
  data: Uint8Array,
): void {
  db.prepare(`UPDATE ${table} SET data = ? WHERE rowid = ?`).run(data, rowid)
}

/** The kept copy goes; the batch and what was read from it stay. */
export function giveUpFile(db: WritableDB, file: number): void {
  db.prepare('DELETE FROM source_chunk WHERE file_id = ?').run(file)
  db.prepare('UPDATE source_file SET kept = 0 WHERE id = ?').run(file)
}

/** Free pages and the write-ahead log hold what was taken out until the file is written anew. */
export function compactAway(db: WritableDB): void {
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
}
