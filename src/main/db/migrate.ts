import { FailureError } from '../../shared/result/failure.ts'
import { ensureDimensions } from './members.ts'
import { MIGRATIONS } from './migrations.generated.ts'
import type { WritableDB } from './types.ts'
import { say } from './messages.ts'

/** Number of migrations this program knows: a file's schema version is `PRAGMA user_version`. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** Marks a SQLite file as a Farthing workspace ("FTHG"). */
export const APPLICATION_ID = 0x46544847

export function schemaVersion(
  db: WritableDB | { pragma(source: string, o: { simple: true }): unknown },
): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Brings a workspace to `to`, all steps in one transaction: a kill in between leaves exactly the old schema, and so does a step
 * that changes a total. Returns how many steps ran. Throws `newer-version` where a newer Farthing made the file, before anything is touched.
 */
export function migrate(db: WritableDB, to = SCHEMA_VERSION): number {
  const from = schemaVersion(db)
  refuseNewer(from)
  if (from >= to) return 0
  db.transaction(() => {
    const before = from === 0 ? undefined : totals(db)
    for (const { statements } of MIGRATIONS.slice(from, to)) for (const sql of statements) db.exec(sql)
    if (to === SCHEMA_VERSION) ensureDimensions(db)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${to}`)
    if (before !== undefined && totals(db) !== before)
      throw new Error('bringing the workspace up to date would have changed its totals; it was left as it is')
  }).immediate()
  return to - from
}

/** Per account and currency, in the ledger and the trash: no step of any migration may change them. */
function totals(db: WritableDB): string {
  const of = (table: string): unknown[] =>
    db
      .prepare(
        `SELECT account, currency, count(*), CAST(sum(amount) AS TEXT), CAST(sum(base_amount) AS TEXT) FROM ${table} GROUP BY account, currency ORDER BY account, currency`,
      )
      .raw()
      .all()
  return JSON.stringify([of('entry'), of('trash_entry')])
}

export function refuseNewer(version: number): void {
  if (version > SCHEMA_VERSION)
    throw new FailureError('newer-version', say().newer, { version, known: SCHEMA_VERSION })
}
