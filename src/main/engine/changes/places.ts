import type { WritableDB } from '../../db/types.ts'
import type { Span, Watch } from './watch.ts'
import { textIndexTo } from '../../db/text-index.ts'

/** Moves what a change says between the ledger and the trash: `side` is the column of change_row that holds the place to move to. */
export function playPlaces(
  db: WritableDB,
  change: number,
  side: 'before' | 'after',
  { from, below, entries }: Span,
  watch: Watch,
): void {
  const at = new Date().toISOString()
  const wanted = (condition: string): string =>
    `SELECT entry_id FROM change_row WHERE change_id = ${change} AND field = 'place' AND entry_id >= ${from} AND entry_id < ${below} AND ${side} ${condition}`
  const leaving = wanted("<> 'ledger'")
  const coming = wanted("= 'ledger'")
  // Out: those that rest already only change their place.
  db.prepare(
    `INSERT INTO resting_entry (entry_id, batch_id, place, fingerprint, at)
     SELECT r.entry_id, coalesce(e.batch_id, t.batch_id), r.${side}, coalesce(e.fingerprint, t.fingerprint), ?
     FROM change_row r LEFT JOIN entry e ON e.id = r.entry_id LEFT JOIN trash_entry t ON t.id = r.entry_id
     WHERE r.change_id = ? AND r.field = 'place' AND r.entry_id >= ? AND r.entry_id < ? AND r.${side} <> 'ledger'
     ON CONFLICT (entry_id) DO UPDATE SET place = excluded.place, at = excluded.at`,
  ).run(at, change, from, below)
  db.exec(`
    INSERT INTO trash_entry_text SELECT * FROM entry_text WHERE entry_id IN (${leaving});
    DELETE FROM entry_text WHERE entry_id IN (${leaving});
    INSERT INTO trash_entry SELECT * FROM entry WHERE id IN (${leaving});
    DELETE FROM entry WHERE id IN (${leaving});
    INSERT INTO entry_text SELECT * FROM trash_entry_text WHERE entry_id IN (${coming});
    DELETE FROM trash_entry_text WHERE entry_id IN (${coming});
    INSERT INTO entry SELECT * FROM trash_entry WHERE id IN (${coming});
    DELETE FROM trash_entry WHERE id IN (${coming});
    DELETE FROM resting_entry WHERE entry_id IN (${coming});
  `)
  // A trigger takes texts out of the word index; those that come back below its mark are put in here.
  db.prepare(
    `INSERT INTO text_index (rowid, description, reference, document, note)
     SELECT entry_id, description, reference, document, note FROM entry_text
     WHERE entry_id IN (${coming}) AND entry_id <= ?`,
  ).run(textIndexTo(db))
  watch.step(entries)
}
