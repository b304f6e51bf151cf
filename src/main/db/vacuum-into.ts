import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import type { ReadableDB } from './types.ts'

/**
 * Writes a defragmented copy under the same key to a path where there is no file, for nobody else on this computer to read; it is on the
 * disk when this returns, and gone where this fails. Throws EEXIST where there is a file, which stays.
 */
export function vacuumInto(db: ReadableDB, path: string): void {
  // SQLite would make it with the rights that files usually get; one that is there and empty it takes as it is.
  const file = openSync(path, 'wx', 0o600)
  // What cannot write may be copied, too: SQLite lets a read-only connection, but `query_only` calls it a write.
  const held = db.pragma('query_only', { simple: true }) === 1
  try {
    if (held) db.pragma('query_only = OFF')
    db.prepare('VACUUM INTO ?').run(path)
    fsyncSync(file)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
    if (held) db.pragma('query_only = ON')
  }
}
