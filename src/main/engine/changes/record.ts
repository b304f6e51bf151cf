import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { codeColumn, CODE_COLUMNS } from '../columns.ts'

/** Texts of an entry that a person may change; its document number is the file's. */
export const TEXT_FIELDS = ['description', 'reference', 'note'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

export type Place = 'ledger' | 'deleted' | 'split' | 'unmade' | 'purged'

/** A step of the history before its rows are known. `summary`: texts and numbers by which the page says what was done. */
export interface NewChange {
  kind: string
  batchId?: number
  summary?: Record<string, string | number>
  /** The change that this one is undone and redone with. */
  groupId?: number
}

/** Opens a step of the history; `closeChange` ends it. Call inside the writer's transaction. */
export function openChange(db: WritableDB, { kind, batchId, summary, groupId }: NewChange): number {
  const id = db.prepare('SELECT coalesce(max(id), 0) + 1 FROM change').pluck().get() as number
  db.prepare(
    "INSERT INTO change (id, group_id, kind, at, batch_id, entries, summary, state) VALUES (?, ?, ?, ?, ?, 0, ?, 'done')",
  ).run(id, groupId ?? id, kind, new Date().toISOString(), batchId ?? null, JSON.stringify(summary ?? {}))
  return id
}

/**
 * Writes how many entries the change touched, and answers the number; what was undone before cannot be redone from here on. A change
 * that touched nothing is taken out of the history again: it answers undefined.
 */
export function closeChange(db: WritableDB, id: number, entries?: number): number | undefined {
  const touched =
    entries ??
    (db
      .prepare('SELECT count(DISTINCT entry_id) FROM change_row WHERE change_id = ?')
      .pluck()
      .get(id) as number)
  const members = db
    .prepare('SELECT count(*) FROM change_member WHERE change_id = ?')
    .pluck()
    .get(id) as number
  if (touched + members === 0) {
    db.prepare('DELETE FROM change WHERE id = ?').run(id)
    return undefined
  }
  db.prepare("UPDATE change SET state = 'dropped' WHERE state = 'undone'").run()
  db.prepare('UPDATE change SET entries = ? WHERE id = ?').run(touched, id)
  return touched
}

/** Records that these entries get a member, those that have it already left out. Nothing is changed before `play`. */
export function recordCode(
  db: WritableDB,
  change: number,
  column: string,
  ids: readonly number[],
  ordinal: number,
): void {
  const name = codeColumn(column)
  // A second wish for one field of one change takes the place of the first; what was before stays.
  db.prepare(
    `INSERT INTO change_row (change_id, entry_id, field, before, after)
     SELECT ?, e.id, ?, e.${name}, ? FROM entry e
     WHERE e.id IN (SELECT value FROM json_each(?)) AND e.${name} <> ?
     ON CONFLICT (change_id, field, entry_id) DO UPDATE SET after = excluded.after`,
  ).run(change, name, ordinal, JSON.stringify(ids), ordinal)
}

export function recordText(
  db: WritableDB,
  change: number,
  field: TextField,
  ids: readonly number[],
  text: string,
): void {
  if (!TEXT_FIELDS.includes(field)) throw new RangeError('not a text that can be changed')
  db.prepare(
    `INSERT INTO change_row (change_id, entry_id, field, before, after)
     SELECT ?, t.entry_id, ?, t.${field}, ? FROM entry_text t
     WHERE t.entry_id IN (SELECT value FROM json_each(?)) AND t.${field} <> ?
     ON CONFLICT (change_id, field, entry_id) DO UPDATE SET after = excluded.after`,
  ).run(change, field, text, JSON.stringify(ids), text)
}

export function recordPlace(db: WritableDB, change: number, ids: readonly number[], after: Place): void {
  db.prepare(
    `INSERT INTO change_row (change_id, entry_id, field, before, after)
     SELECT ?, j.value, 'place', coalesce((SELECT place FROM resting_entry WHERE entry_id = j.value), 'ledger'), ?
     FROM json_each(?) j`,
  ).run(change, after, JSON.stringify(ids))
}

export function recordPair(db: WritableDB, change: number, entry: number, other: number | null): void {
  db.prepare(
    `INSERT OR REPLACE INTO change_row (change_id, entry_id, field, before, after)
     VALUES (?, ?, 'pair', (SELECT other_id FROM transfer_pair WHERE entry_id = ?), ?)`,
  ).run(change, entry, entry, other)
}

const ATTACHMENT = 'attachment:'
/** A field of the history that says whether an entry has a certain file: `attachment:` and the file's id. */
export const isAttachment = (field: string): boolean => field.startsWith(ATTACHMENT)
export const attachmentOf = (field: string): number => Number(field.slice(ATTACHMENT.length))

/** Records that an entry gets a file that lies in `entry_attachment` already, or no longer shows it. */
export function recordAttachment(
  db: WritableDB,
  change: number,
  entry: number,
  attachment: number,
  shown: boolean,
): void {
  db.prepare(
    `INSERT INTO change_row (change_id, entry_id, field, before, after)
     SELECT ?, entry_id, ?, shown, ? FROM entry_attachment WHERE entry_id = ? AND attachment_id = ? AND shown <> ?`,
  ).run(change, `${ATTACHMENT}${attachment}`, shown ? 1 : 0, entry, attachment, shown ? 1 : 0)
}

/** Records an entry's amount in the base currency: null where there is no rate. */
export function recordBase(db: WritableDB, change: number, entry: number, after: number | null): void {
  db.prepare(
    `INSERT INTO change_row (change_id, entry_id, field, before, after)
     SELECT ?, id, 'base_amount', base_amount, ? FROM entry WHERE id = ?`,
  ).run(change, after, entry)
}

/** Fields of a member that can change: its names, and a category's place. */
export const MEMBER_FIELDS = ['key', 'label', 'level_1', 'level_2', 'level_3', 'archived'] as const
export type MemberField = (typeof MEMBER_FIELDS)[number]

export function recordMember(
  db: WritableDB,
  change: number,
  dimension: string,
  ordinal: number,
  field: MemberField,
  after: string | number,
): void {
  if (!MEMBER_FIELDS.includes(field)) throw new RangeError('not a field of a member')
  const before =
    field === 'key' || field === 'label'
      ? db
          .prepare(`SELECT ${field} FROM member WHERE dimension_id = ? AND ordinal = ?`)
          .pluck()
          .get(dimension, ordinal)
      : (db.prepare(`SELECT ${field} FROM category_detail WHERE ordinal = ?`).pluck().get(ordinal) ??
        (field === 'archived' ? 0 : ''))
  if (before === after) return
  db.prepare(
    'INSERT OR REPLACE INTO change_member (change_id, dimension_id, ordinal, field, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(change, dimension, ordinal, field, before, after)
}

export const isCode = (field: string): boolean => CODE_COLUMNS.includes(field)

/** The history's newest step that is done, or oldest that is undone: what undo and redo would take next. */
export function nextGroup(db: ReadableDB, state: 'done' | 'undone'): number | undefined {
  const order = state === 'done' ? 'DESC' : 'ASC'
  return db
    .prepare(`SELECT group_id FROM change WHERE state = ? ORDER BY id ${order} LIMIT 1`)
    .pluck()
    .get(state) as number | undefined
}
