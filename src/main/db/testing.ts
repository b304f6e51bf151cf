import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeMeta } from './meta.ts'
import { createDatabase } from './open-database.ts'
import type { WritableDB } from './types.ts'

export interface TestWorkspace {
  db: WritableDB
  path: string
  key: Uint8Array
  /** Closes the connection and deletes the folder. */
  close(): void
}

/** For tests: a real, encrypted, migrated workspace file in a folder of its own under the system's temp folder. Personal, GBP, from January. */
export function createTestWorkspace(
  settings: { profile?: 'personal' | 'ledger'; baseCurrency?: string; fiscalStartMonth?: number } = {},
): TestWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const path = join(folder, 'test.farthing')
  const key = new Uint8Array(randomBytes(32))
  const db = createDatabase(path, key)
  writeMeta(db, 'name', 'Test')
  writeMeta(db, 'profile', settings.profile ?? 'personal')
  writeMeta(db, 'base_currency', settings.baseCurrency ?? 'GBP')
  writeMeta(db, 'fiscal_start_month', String(settings.fiscalStartMonth ?? 1))
  return {
    db,
    path,
    key,
    close() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
