import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { BackupContents } from '../../../shared/contract/backup.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { readMeta, readRevision } from '../../db/meta.ts'
import { schemaVersion } from '../../db/migrate.ts'
import type { ReadableDB } from '../../db/types.ts'

/**
 * What a copy must have in common with its original. `totals`: for each account and currency the number of entries and the exact sums
 * (minor units, as decimal texts: they pass 2^53). `commits`: how often the workspace was written to (db/witness).
 */
export interface Facts {
  schema: number
  revision: number
  commits: string
  rows: Record<string, number>
  totals: [account: string, currency: string, entries: number, sum: string, base: string][]
}

/** Of any schema since the first: only tables and columns that all have. */
export function readFacts(db: ReadableDB): Facts {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  const count = (table: string): number =>
    db
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() as number
  const totals = db
    .prepare(
      `SELECT coalesce(a.key, ''), coalesce(c.key, ''), count(*), CAST(sum(e.amount) AS TEXT), CAST(coalesce(sum(e.base_amount), 0) AS TEXT)
       FROM entry e LEFT JOIN member a ON a.dimension_id = 'account' AND a.ordinal = e.account
       LEFT JOIN member c ON c.dimension_id = 'currency' AND c.ordinal = e.currency
       GROUP BY e.account, e.currency ORDER BY e.account, e.currency`,
    )
    .raw()
    .all() as Facts['totals']
  return {
    schema: schemaVersion(db),
    revision: readRevision(db),
    commits: readMeta(db, 'commits') ?? '',
    rows: Object.fromEntries(tables.map(table => [table, count(table)])),
    totals,
  }
}

/** The counter of writes, which names a state of the file. */
export const readCommits = (db: ReadableDB): string => readMeta(db, 'commits') ?? ''

export function readContents(db: ReadableDB, { revision, totals }: Facts): BackupContents {
  const day = (end: 'min' | 'max'): string | null => {
    const found = db.prepare(`SELECT ${end}(day) FROM entry`).pluck().get() as number | null
    return found === null ? null : toIsoDate(found)
  }
  const sums = new Map<string, { entries: number; sum: bigint }>()
  for (const [, currency, entries, sum] of totals) {
    const before = sums.get(currency) ?? { entries: 0, sum: 0n }
    sums.set(currency, { entries: before.entries + entries, sum: before.sum + BigInt(sum) })
  }
  return {
    name: readMeta(db, 'name') ?? '',
    revision,
    entries: totals.reduce((all, [, , entries]) => all + entries, 0),
    firstDay: day('min'),
    lastDay: day('max'),
    totals: [...sums].map(([currency, { entries, sum }]) => ({
      currency,
      entries,
      sum: toDecimal(sum, exponentOf(currency)),
    })),
  }
}

/** 'ok', or what is wrong: reads every page through the cipher. */
export function integrityOf(db: ReadableDB): string {
  const lines = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  return lines.map(line => line.integrity_check).join('; ')
}
