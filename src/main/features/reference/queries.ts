import type { ReadableDB, WritableDB } from '../../db/types.ts'

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
