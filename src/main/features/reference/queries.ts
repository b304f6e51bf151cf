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
  from: number | null
  to: number | null
  latest: string | null
  source: string | null
  gaps: number
  gapFrom: number | null
  gapTo: number | null
  entries: number
  unconverted: number
  wantingFrom: number | null
  wantingTo: number | null
}

/** Every currency that has rates or entries, the base left out. `limit`: days between two rates that are no gap yet. */
export function rateSummaries(db: ReadableDB, base: string, limit: number): RateSummary[] {
  return db
    .prepare(
      `WITH used AS (
         SELECT m.key AS currency, count(*) AS entries, sum(e.base_amount IS NULL) AS unconverted,
           min(CASE WHEN e.base_amount IS NULL THEN e.day END) AS wantingFrom,
           max(CASE WHEN e.base_amount IS NULL THEN e.day END) AS wantingTo
         FROM entry e JOIN member m ON m.dimension_id = 'currency' AND m.ordinal = e.currency GROUP BY e.currency),
       stepped AS (
         SELECT currency, day, lag(day) OVER (PARTITION BY currency ORDER BY day) AS before FROM rate),
       known AS (
         SELECT currency, count(*) AS rates, min(day) AS "from", max(day) AS "to",
           coalesce(sum(day - before > @limit), 0) AS gaps, max(day - before) AS widest
         FROM stepped GROUP BY currency),
       every AS (SELECT currency FROM used UNION SELECT currency FROM known)
       SELECT v.currency, coalesce(k.rates, 0) AS rates, k."from", k."to", r.rate AS latest, r.source,
         coalesce(k.gaps, 0) AS gaps, g.before AS gapFrom, g.day AS gapTo,
         coalesce(u.entries, 0) AS entries, coalesce(u.unconverted, 0) AS unconverted, u.wantingFrom, u.wantingTo
       FROM every v LEFT JOIN known k ON k.currency = v.currency LEFT JOIN used u ON u.currency = v.currency
       LEFT JOIN rate r ON r.currency = k.currency AND r.day = k."to"
       LEFT JOIN stepped g ON k.gaps > 0 AND g.currency = k.currency AND g.day - g.before = k.widest
       WHERE v.currency <> @base GROUP BY v.currency ORDER BY unconverted > 0 DESC, entries DESC, v.currency`,
    )
    .all({ base, limit }) as RateSummary[]
}

export function rateCount(db: ReadableDB, currency: string): number {
  return db.prepare('SELECT count(*) FROM rate WHERE currency = ?').pluck().get(currency) as number
}

/** The newest rates of a currency. */
export function newestRates(
  db: ReadableDB,
  currency: string,
  limit: number,
): { day: number; rate: string; source: string }[] {
  return db
    .prepare('SELECT day, rate, source FROM rate WHERE currency = ? ORDER BY day DESC LIMIT ?')
    .all(currency, limit) as { day: number; rate: string; source: string }[]
}

/** The last rate of each calendar month. SQLite takes the other columns from the row that has the greatest day. */
export function monthRates(db: ReadableDB, currency: string): { month: string; rate: string }[] {
  return db
    .prepare(
      `SELECT month, rate FROM (
         SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, max(day), rate FROM rate
         WHERE currency = ? GROUP BY 1) ORDER BY month`,
    )
    .all(currency) as { month: string; rate: string }[]
}

export function deleteRate(db: WritableDB, currency: string, day: number): boolean {
  return db.prepare('DELETE FROM rate WHERE currency = ? AND day = ?').run(currency, day).changes > 0
}

export interface AccountRow {
  key: string
  name: string
  type: string
  entries: number
  [level: `level_${number}`]: string
}

/** Accounts with what is known of them, the most used first. */
export function accountRows(db: ReadableDB, limit: number): AccountRow[] {
  return db
    .prepare(
      `WITH used AS (SELECT account, count(*) AS entries FROM entry GROUP BY account)
       SELECT m.key, m.label AS name, coalesce(u.entries, 0) AS entries, coalesce(d.type, '') AS type,
         ${LEVELS.map(level => `coalesce(d.${level}, '') AS ${level}`).join(', ')}
       FROM member m LEFT JOIN account_detail d ON d.ordinal = m.ordinal LEFT JOIN used u ON u.account = m.ordinal
       WHERE m.dimension_id = 'account' AND m.ordinal > 0 ORDER BY entries DESC, m.key LIMIT ?`,
    )
    .all(limit) as AccountRow[]
}

export const LEVELS = [1, 2, 3, 4, 5, 6, 7].map(n => `level_${n}` as const)

export function accountCounts(db: ReadableDB): { total: number; typed: number; placed: number } {
  return db
    .prepare(
      `SELECT count(*) AS total, coalesce(sum(coalesce(d.type, '') <> ''), 0) AS typed,
         coalesce(sum(${LEVELS.map(level => `coalesce(d.${level}, '')`).join(' || ')} <> ''), 0) AS placed
       FROM member m LEFT JOIN account_detail d ON d.ordinal = m.ordinal WHERE m.dimension_id = 'account' AND m.ordinal > 0`,
    )
    .get() as { total: number; typed: number; placed: number }
}
