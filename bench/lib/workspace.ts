import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addMembers } from '../../src/main/db/members.ts'
import { bumpRevision, writeMeta } from '../../src/main/db/meta.ts'
import { SCHEMA_VERSION } from '../../src/main/db/migrate.ts'
import { createDatabase } from '../../src/main/db/open-database.ts'
import { createSegmentWriter } from '../../src/main/engine/columnar/segments.ts'
import { cacheFolder, DIMENSIONS, keyOf, makeLedger, NAMES, type BenchLedger } from './ledger.ts'

/** The bench's own key: the file holds generated data only. */
export const KEY = new Uint8Array(32).fill(7)

/**
 * An encrypted workspace with the ledger's dictionaries and segments, made once for a schema: what the engine opens. The entries themselves
 * are left out, because no figure here reads them.
 */
export function workspaceOf(rows: number, given?: BenchLedger): string {
  const path = join(cacheFolder(), `ledger-${rows}-v3-schema${SCHEMA_VERSION}.farthing`)
  if (existsSync(path)) return path
  const ledger = given ?? makeLedger(rows)
  const part = `${path}.part`
  for (const suffix of ['', '-wal', '-shm']) rmSync(part + suffix, { force: true })
  const db = createDatabase(part, KEY)
  db.transaction(() => {
    writeMeta(db, 'profile', 'ledger')
    writeMeta(db, 'base_currency', 'GBP')
    writeMeta(db, 'fiscal_start_month', '4')
    for (const name of NAMES) {
      const members = Array.from({ length: DIMENSIONS[name] }, (_, i) => keyOf(name, i + 1))
      addMembers(
        db,
        name,
        members.map(key => ({ key, label: key })),
      )
    }
    const writer = createSegmentWriter(db, 1, NAMES)
    const codes = NAMES.map(() => 0)
    for (let i = 0; i < rows; i += 1) {
      for (const [n, name] of NAMES.entries()) codes[n] = ledger.codes[name][i] as number
      const amount = ledger.amounts[i] as number
      writer.push(i + 1, ledger.days[i] as number, amount, amount, codes)
    }
    writer.end()
    bumpRevision(db)
  }).immediate()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  renameSync(part, path)
  return path
}
