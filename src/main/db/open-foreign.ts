import { closeSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { FailureError } from '../../shared/result/failure.ts'
import type { ReadableDB } from './types.ts'

const HEADER = 'SQLite format 3\0'

/** Opens somebody else's SQLite file to read entries from it. It is never written, and no code that its schema names is run. */
export function openForeign(path: string): ReadableDB {
  const header = Buffer.alloc(16)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, header, 0, 16, 0)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new FailureError(
      'not-found',
      code === 'ENOENT'
        ? `There is no file ${path}. Check the path.`
        : `${path} cannot be read (${code ?? 'unknown'}). Check that this user may read it.`,
    )
  }
  if (header.toString('latin1') !== HEADER)
    throw new FailureError(
      'import-refused',
      `${path} is not an SQLite database, or an encrypted one. Choose another file, or one that was exported without a password.`,
    )
  const db = new Database(path, {
    readonly: true,
    fileMustExist: true,
    timeout: 5000,
  }) as unknown as ReadableDB
  db.pragma('query_only = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('temp_store = MEMORY')
  return db
}
