import { ACTUAL } from '../../../shared/query/scenario.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

/** Sums of a span of days by currency, as the ledger has them: every scenario but budgets. */
export function spanSums(
  db: ReadableDB,
  from: number,
  to: number,
): { currency: string; entries: number; sum: bigint }[] {
  return db
    .prepare(
      `SELECT coalesce((SELECT key FROM member WHERE dimension_id = 'currency' AND ordinal = e.currency), '') AS currency,
         count(*) AS entries, sum(e.amount) AS sum
       FROM entry e WHERE e.day BETWEEN ? AND ?
         AND e.scenario IN (0, (SELECT ordinal FROM member WHERE dimension_id = 'scenario' AND key = ?))
       GROUP BY e.currency ORDER BY 1`,
    )
    .safeIntegers()
    .all(from, to, ACTUAL)
    .map(row => {
      const { currency, entries, sum } = row as { currency: string; entries: bigint; sum: bigint }
      return { currency, entries: Number(entries), sum }
    })
}

export function daySpan(db: ReadableDB): { first: number | null; last: number | null } {
  return db.prepare('SELECT min(day) AS first, max(day) AS last FROM entry').get() as {
    first: number | null
    last: number | null
  }
}

export interface ClosedYear {
  year: number
  firstDay: number
  lastDay: number
  closedAt: string
  entries: number
  sums: string
}

export function closedYears(db: ReadableDB): ClosedYear[] {
  return db
    .prepare(
      `SELECT year, first_day AS firstDay, last_day AS lastDay, closed_at AS closedAt, entries, sums
       FROM closed_year ORDER BY year`,
    )
    .all() as ClosedYear[]
}

export function insertClosedYear(db: WritableDB, year: ClosedYear): void {
  db.prepare(
    `INSERT INTO closed_year (year, first_day, last_day, closed_at, entries, sums)
     VALUES (@year, @firstDay, @lastDay, @closedAt, @entries, @sums)`,
  ).run(year)
}

export function deleteClosedYear(db: WritableDB, year: number): void {
  db.prepare('DELETE FROM closed_year WHERE year = ?').run(year)
}

const LOCKS = {
  closed_entry_inserted: 'INSERT ON entry',
  closed_entry_updated: 'UPDATE ON entry',
  closed_entry_deleted: 'DELETE ON entry',
  closed_text_updated: 'UPDATE ON entry_text',
}

/** Triggers that refuse every change of a closed year. They are there only while a year is closed, so that others pay nothing. */
export function lockClosedYears(db: WritableDB): void {
  unlockClosedYears(db)
  if (closedYears(db).length === 0) return
  const inside = (day: string): string =>
    `EXISTS (SELECT 1 FROM closed_year WHERE ${day} BETWEEN first_day AND last_day)`
  for (const [name, event] of Object.entries(LOCKS)) {
    const days = event.includes('entry_text')
      ? ['(SELECT day FROM entry WHERE id = new.entry_id)']
      : event.startsWith('INSERT')
        ? ['new.day']
        : event.startsWith('DELETE')
          ? ['old.day']
          : ['old.day', 'new.day']
    db.exec(
      `CREATE TRIGGER ${name} BEFORE ${event} WHEN ${days.map(inside).join(' OR ')}
       BEGIN SELECT RAISE(ABORT, 'closed fiscal year'); END`,
    )
  }
}

export function unlockClosedYears(db: WritableDB): void {
  for (const name of Object.keys(LOCKS)) db.exec(`DROP TRIGGER IF EXISTS ${name}`)
}

export function retentionRules(db: ReadableDB): { kind: string; months: number }[] {
  return db.prepare('SELECT kind, months FROM retention_rule ORDER BY kind').all() as {
    kind: string
    months: number
  }[]
}

export function putRetentionRule(db: WritableDB, kind: string, months: number | null): void {
  if (months === null) db.prepare('DELETE FROM retention_rule WHERE kind = ?').run(kind)
  else
    db.prepare(
      'INSERT INTO retention_rule (kind, months) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET months = excluded.months',
    ).run(kind, months)
}

/** Kept files whose every import is older. */
export function filesBefore(db: ReadableDB, moment: string): number[] {
  return db
    .prepare(
      `SELECT f.id FROM source_file f WHERE f.kept = 1
         AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.file_id = f.id AND b.loaded_at >= ?)`,
    )
    .pluck()
    .all(moment) as number[]
}

export function deleteRecordsOf(db: WritableDB, file: number): void {
  db.prepare('DELETE FROM record_chunk WHERE batch_id IN (SELECT id FROM batch WHERE file_id = ?)').run(file)
}

export function rejectsBefore(db: ReadableDB, moment: string): number {
  return db
    .prepare(
      "SELECT count(*) FROM unloaded_row u JOIN batch b ON b.id = u.batch_id WHERE b.loaded_at < ? AND u.raw <> ''",
    )
    .pluck()
    .get(moment) as number
}

/** The count and the reason stay, so that every row of the file is still accounted for; its text goes. */
export function emptyRejectsBefore(db: WritableDB, moment: string): void {
  db.prepare(
    "UPDATE unloaded_row SET raw = '' WHERE batch_id IN (SELECT id FROM batch WHERE loaded_at < ?)",
  ).run(moment)
}
