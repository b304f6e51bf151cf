import type { OpContext } from '../../compute/ops.ts'
import { bumpRevision } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { openChange } from './record.ts'
import { keep, piecesOf, watched } from './watch.ts'

export interface Purged {
  revision: number
  entries: number
  /** Files whose kept copies were given up with them. */
  files: number
}

/** An entry is gone from a dozen tables, each row overwritten: fewer at once than of other changes, so that a cancel is heard soon. */
const PURGED_AT_ONCE = 4000

/** Undo plays every row but these: a move of an entry that is gone for good, kept so that a later report can say why it left. */
export const PURGED = 'purged'

/**
 * Takes deleted entries away for good. What stays of each is its batch, line, amount, currency and fingerprint: the import's counts
 * and sums go on agreeing, and its file does not bring it back. Steps of the history with nothing left to take back are closed.
 * `files`: also the copies that the workspace keeps of the files they came from, in which their lines stand. Throws `cancelled`.
 */
export function purge(
  db: WritableDB,
  { ids, files }: { ids: ArrayLike<number>; files: boolean },
  op?: OpContext,
): Purged {
  const watch = watched(op, ids.length)
  const purged = db
    .transaction(() => {
      const changes = new Set<number>()
      const given = new Set<number>()
      let entries = 0
      for (const piece of piecesOf(ids, PURGED_AT_ONCE)) {
        const own = deletedOf(db, piece)
        if (files) for (const file of filesOf(db, own)) given.add(file)
        for (const change of purgePiece(db, own)) changes.add(change)
        entries += own.length
        watch.step(piece.length)
      }
      db.exec('DELETE FROM attachment WHERE id NOT IN (SELECT attachment_id FROM entry_attachment)')
      for (const change of changes) settle(db, change)
      for (const file of given) giveUp(db, file)
      if (entries > 0) noteStep(db, entries)
      keep(op, entries)
      return { revision: bumpRevision(db), entries, files: given.size }
    })
    .immediate()
  // Pages are overwritten where rows went (secure_delete); the log beside the file still holds them as they were.
  db.pragma('wal_checkpoint(TRUNCATE)')
  return purged
}

/**
 * The word index keeps words that were taken out until its parts are merged: step by step, so that a cancel is heard. Call before
 * `purge`, outside a transaction: it changes nothing that is found.
 */
export function mergeWords(db: WritableDB, op?: OpContext): void {
  const watch = watched(op, 0)
  const merge = db.prepare("INSERT INTO text_index (text_index, rank) VALUES ('merge', ?)")
  const changes = db.prepare('SELECT total_changes()').pluck()
  // Negative: all parts into one. A step that did nothing adds one change, its own.
  for (let pages = -MERGED; ; pages = MERGED) {
    const before = changes.get() as number
    merge.run(pages)
    if ((changes.get() as number) - before < 2) return
    watch.step(0)
  }
}

const MERGED = 500

const list = 'SELECT value FROM json_each(@ids)'

function deletedOf(db: WritableDB, ids: readonly number[]): number[] {
  return db
    .prepare(`SELECT entry_id FROM resting_entry WHERE place = 'deleted' AND entry_id IN (${list})`)
    .pluck()
    .all({ ids: JSON.stringify(ids) }) as number[]
}

/** One piece; answers the steps of the history that touched it. */
function purgePiece(db: WritableDB, own: readonly number[]): number[] {
  // Parts of splits that were taken back before the entry was deleted say what it said.
  const parts = db
    .prepare(
      `WITH RECURSIVE part (id) AS (
         SELECT entry_id FROM entry_part WHERE parent_id IN (${list})
         UNION SELECT p.entry_id FROM entry_part p JOIN part ON p.parent_id = part.id)
       SELECT id FROM part JOIN resting_entry r ON r.entry_id = part.id WHERE r.place = 'unmade'`,
    )
    .pluck()
    .all({ ids: JSON.stringify(own) }) as number[]
  const mine = { ids: JSON.stringify(own) }
  const all = { ids: JSON.stringify([...own, ...parts]) }
  const touched = db
    .prepare(`SELECT DISTINCT change_id FROM change_row WHERE entry_id IN (${list})`)
    .pluck()
    .all(all) as number[]
  const run = (sql: string, which: { ids: string }): void => void db.prepare(sql).run(which)
  run(`DELETE FROM change_row WHERE entry_id IN (${list})`, { ids: JSON.stringify(parts) })
  run(`DELETE FROM change_row WHERE field <> 'place' AND entry_id IN (${list})`, mine)
  // A part comes and goes with its split: undo and redo of that one leave it purged, or unmade.
  const comes = "(before = 'unmade' OR after = 'unmade')"
  run(
    `UPDATE change_row SET before = CASE before WHEN 'unmade' THEN before ELSE '${PURGED}' END,
       after = CASE after WHEN 'unmade' THEN after ELSE '${PURGED}' END
     WHERE field = 'place' AND ${comes} AND entry_id IN (${list})`,
    mine,
  )
  run(
    `UPDATE change_row SET field = '${PURGED}' WHERE field = 'place' AND NOT ${comes} AND entry_id IN (${list})`,
    mine,
  )
  // The same file once more: its rows that were duplicates of these.
  run(
    `UPDATE unloaded_row SET raw = '' WHERE outcome = 'duplicate' AND (batch_id, line) IN (
       SELECT again.id, t.line FROM trash_entry t JOIN batch b ON b.id = t.batch_id
       JOIN batch again ON again.file_id = b.file_id WHERE t.id IN (${list}))`,
    mine,
  )
  run(`DELETE FROM transfer_pair WHERE entry_id IN (${list}) OR other_id IN (${list})`, all)
  run(`DELETE FROM transfer_refusal WHERE first_id IN (${list}) OR second_id IN (${list})`, all)
  run(`DELETE FROM entry_attachment WHERE entry_id IN (${list})`, all)
  run(`DELETE FROM trash_entry_text WHERE entry_id IN (${list})`, all)
  run(`UPDATE trash_entry SET ${forgotten(db)} WHERE id IN (${list})`, all)
  db.prepare(`UPDATE resting_entry SET place = '${PURGED}', at = @at WHERE entry_id IN (${list})`).run({
    ...mine,
    at: new Date().toISOString(),
  })
  return touched
}

const STAYS = new Set(['id', 'batch_id', 'line', 'amount', 'currency', 'fingerprint'])

/** Every column but those that stay, set to nothing. A base amount of 0, not null: null asks for a rate. */
function forgotten(db: WritableDB): string {
  const columns = db.prepare("SELECT name FROM pragma_table_info('trash_entry')").pluck().all() as string[]
  return columns
    .filter(column => !STAYS.has(column))
    .map(column => `${column} = 0`)
    .join(', ')
}

/** A step whose entries are all gone cannot be taken back or done again; one of others still can, for these. */
function settle(db: WritableDB, change: number): void {
  const left = db
    .prepare(`SELECT count(DISTINCT entry_id) FROM change_row WHERE change_id = ? AND field <> '${PURGED}'`)
    .pluck()
    .get(change) as number
  const others = db
    .prepare(
      `SELECT kind LIKE 'import%' OR EXISTS (SELECT 1 FROM change_member WHERE change_id = change.id) FROM change WHERE id = ?`,
    )
    .pluck()
    .get(change) as number
  if (left > 0 || others === 1) {
    if (left > 0) db.prepare('UPDATE change SET entries = ? WHERE id = ?').run(left, change)
    return
  }
  // A note that was typed or a file's name is in the summary.
  db.prepare(
    `UPDATE change SET state = CASE state WHEN 'done' THEN 'closed' ELSE 'dropped' END,
       summary = CASE WHEN kind IN ('edit', 'attach', 'detach') THEN '{}' ELSE summary END WHERE id = ?`,
  ).run(change)
}

/** The purge itself in the history, closed from the start. Steps that were undone can still be done again. */
function noteStep(db: WritableDB, entries: number): void {
  const id = openChange(db, { kind: 'purge' })
  db.prepare("UPDATE change SET state = 'closed', entries = ? WHERE id = ?").run(entries, id)
}

function filesOf(db: WritableDB, ids: readonly number[]): number[] {
  return db
    .prepare(
      `SELECT DISTINCT b.file_id FROM trash_entry t JOIN batch b ON b.id = t.batch_id
       JOIN source_file f ON f.id = b.file_id AND f.kept = 1 WHERE t.id IN (${list})`,
    )
    .pluck()
    .all({ ids: JSON.stringify(ids) }) as number[]
}

function giveUp(db: WritableDB, file: number): void {
  db.prepare('DELETE FROM source_chunk WHERE file_id = ?').run(file)
  db.prepare('DELETE FROM record_chunk WHERE batch_id IN (SELECT id FROM batch WHERE file_id = ?)').run(file)
  db.prepare('UPDATE source_file SET kept = 0 WHERE id = ?').run(file)
}
