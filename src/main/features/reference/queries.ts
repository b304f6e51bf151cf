import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { codeColumn } from '../../engine/columns.ts'

export interface MemberRow {
  ordinal: number
  key: string
  label: string
}

export function membersOf(db: ReadableDB, dimension: string): MemberRow[] {
  return db
    .prepare('SELECT ordinal, key, label FROM member WHERE dimension_id = ? AND ordinal > 0')
    .all(dimension) as MemberRow[]
}

/** Type and levels of an account; what the file leaves blank stays as it is. Answers whether anything changed. */
export function setAccountDetail(
  db: WritableDB,
  ordinal: number,
  type: string,
  levels: readonly string[],
): boolean {
  const columns = ['type', ...levels.map((_, i) => `level_${i + 1}`)]
  const values = [type, ...levels]
  const given = columns
    .map((column, i) => ({ column, value: values[i] as string }))
    .filter(one => one.value !== '')
  if (given.length === 0) return false
  db.prepare('INSERT OR IGNORE INTO account_detail (ordinal) VALUES (?)').run(ordinal)
  const differs = given.map(one => `${one.column} <> ?`).join(' OR ')
  const done = db
    .prepare(
      `UPDATE account_detail SET ${given.map(one => `${one.column} = ?`).join(', ')} WHERE ordinal = ? AND (${differs})`,
    )
    .run(...given.map(one => one.value), ordinal, ...given.map(one => one.value))
  return done.changes > 0
}

/** Names a member that has none but its key. */
export function nameMember(db: WritableDB, dimension: string, ordinal: number, name: string): boolean {
  if (name === '') return false
  const done = db
    .prepare(
      'UPDATE member SET label = ? WHERE dimension_id = ? AND ordinal = ? AND label = key AND label <> ?',
    )
    .run(name, dimension, ordinal, name)
  return done.changes > 0
}

/** Entries of a cost centre that say nothing in another column. */
export function entriesWithout(db: ReadableDB, centre: number, column: string): number[] {
  return db
    .prepare(`SELECT id FROM entry WHERE cost_centre = ? AND ${codeColumn(column)} = 0`)
    .pluck()
    .all(centre) as number[]
}

interface Foreign {
  id: number
  amount: number
  baseAmount: number | null
  day: number
  currency: string
}

/** Entries in other currencies than the base; those without a base amount only where asked. */
export function foreignEntries(db: ReadableDB, base: string, missing: boolean): IterableIterator<Foreign> {
  const where = missing
    ? 'e.base_amount IS NULL'
    : "e.currency IN (SELECT ordinal FROM member WHERE dimension_id = 'currency' AND key <> ?)"
  const statement = db.prepare(
    `SELECT e.id, e.amount, e.base_amount AS baseAmount, e.day, m.key AS currency
     FROM entry e JOIN member m ON m.dimension_id = 'currency' AND m.ordinal = e.currency WHERE ${where}`,
  )
  return statement.iterate(...(missing ? [] : [base])) as IterableIterator<Foreign>
}

/** Entries in the trash come back as they are: what they lack is filled in there, outside the history. */
export function restingEntries(db: ReadableDB): Foreign[] {
  return db
    .prepare(
      `SELECT e.id, e.amount, e.base_amount AS baseAmount, e.day, m.key AS currency
       FROM trash_entry e JOIN member m ON m.dimension_id = 'currency' AND m.ordinal = e.currency
       WHERE e.base_amount IS NULL`,
    )
    .all() as Foreign[]
}

export function setRestingBase(db: WritableDB, id: number, base: number): void {
  db.prepare('UPDATE trash_entry SET base_amount = ? WHERE id = ?').run(base, id)
}

export function countUnconverted(db: ReadableDB): number {
  return db.prepare('SELECT count(*) FROM entry WHERE base_amount IS NULL').pluck().get() as number
}

interface RateSummary {
  currency: string
  rates: number
  from: number
  to: number
  latest: string
  source: string
  entries: number
  unconverted: number
}

/** Every currency that has rates or entries, the base left out. */
export function rateSummaries(db: ReadableDB, base: string): RateSummary[] {
  return db
    .prepare(
      `WITH used AS (
         SELECT m.key AS currency, count(*) AS entries, sum(e.base_amount IS NULL) AS unconverted
         FROM entry e JOIN member m ON m.dimension_id = 'currency' AND m.ordinal = e.currency GROUP BY e.currency),
       known AS (SELECT currency, count(*) AS rates, min(day) AS "from", max(day) AS "to" FROM rate GROUP BY currency)
       SELECT k.currency, k.rates, k."from", k."to", r.rate AS latest, r.source,
         coalesce(u.entries, 0) AS entries, coalesce(u.unconverted, 0) AS unconverted
       FROM known k JOIN rate r ON r.currency = k.currency AND r.day = k."to"
       LEFT JOIN used u ON u.currency = k.currency WHERE k.currency <> ? ORDER BY entries DESC, k.currency`,
    )
    .all(base) as RateSummary[]
}
