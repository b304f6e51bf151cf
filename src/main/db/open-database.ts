import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { FailureError } from '../../shared/result/failure.ts'
import { KEY_BYTES } from '../secrets/key-slots.ts'
import { APPLICATION_ID, migrate, refuseNewer, SCHEMA_VERSION } from './migrate.ts'
import type { ReadableDB, WritableDB } from './types.ts'
import { witnessCommits } from './witness.ts'
import { say } from './messages.ts'

/** Pages kept in memory, in KiB: above the hot part of a million rows, so that decryption is paid once (PERFORMANCE.md). */
const WRITER_CACHE_KIB = 131_072
const READER_CACHE_KIB = 262_144
const COPY_CACHE_KIB = 65_536

const WAL_LIMIT_BYTES = 64 * 1024 * 1024

/** Older ones can lose a commit when a checkpoint and a write meet. */
const LEAST_SQLITE = [3, 51, 3] as const

const CLEAR_TEXT_HEADER = 'SQLite format 3\0'

/**
 * Opens the one connection that may write, and brings the schema up to date. The file must be there: only `createDatabase` makes
 * one, and no error ever does. `key` is the raw 256-bit data key, already known to be right (see secrets/key-slots), so that a refusal
 * of the file here means damage.
 */
export function openWritable(path: string, key: Uint8Array, options: WritableOptions = {}): WritableDB {
  const db = connect(path, key, { readonly: false, cacheKib: WRITER_CACHE_KIB })
  return orClose(db, path, () => {
    const version = readFirstPage(db, path)
    if (version < SCHEMA_VERSION) options.beforeMigration?.()
    if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw damaged(path)
    // A large import leaves a WAL of its own size; after the next checkpoint it shrinks to this.
    db.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`)
    migrate(db)
    if (options.witness) witnessCommits(db, path)
    return db
  })
}

export interface WritableOptions {
  /** Called before anything of an older schema is changed; where it throws, nothing is. */
  beforeMigration?: () => void
  /** Counts commits outside of the file too, and notes where some are missing. */
  witness?: boolean
}

/** Opens a connection that can only read. Throws `read-only` where the file waits for a migration that cannot be made. */
export function openReadable(path: string, key: Uint8Array, cacheKib = READER_CACHE_KIB): ReadableDB {
  const db = connect(path, key, { readonly: true, cacheKib })
  return orClose(db, path, () => {
    const version = readFirstPage(db, path)
    if (version < SCHEMA_VERSION) throw new FailureError('read-only', say().olderNotWritable)
    db.pragma('query_only = ON')
    return db
  })
}

/** Opens a workspace of any known schema to copy or check its file: nothing is brought up to date, no feature may ask it anything. */
export function openAsItIs(path: string, key: Uint8Array): ReadableDB {
  const db = connect(path, key, { readonly: true, cacheKib: COPY_CACHE_KIB })
  return orClose(db, path, () => {
    readFirstPage(db, path)
    return db
  })
}

/** Makes an encrypted, migrated workspace file at a path where there is none, and returns its writer. Throws `bad-input` where there is one. */
export function createDatabase(path: string, key: Uint8Array): WritableDB {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new FailureError('bad-input', say().taken(path))
    throw error
  }
  const db = connect(path, key, { readonly: false, cacheKib: WRITER_CACHE_KIB, empty: true })
  return orClose(db, path, () => {
    db.pragma('journal_mode = WAL')
    migrate(db)
    // The header must be on disk before it can be judged: until the first checkpoint all lies in the WAL.
    db.pragma('wal_checkpoint(TRUNCATE)')
    refuseClearText(path)
    return db
  })
}

/** Version of the SQLite that is built in. */
export function sqliteVersion(): string {
  const db = new Database(':memory:')
  try {
    return db.prepare('SELECT sqlite_version()').pluck().get() as string
  } finally {
    db.close()
  }
}

/**
 * An empty database that only serves as a lock between processes: the operating system drops the lock with its holder, so that
 * it can never be stale. Answers undefined where another process holds it.
 */
export function takeLock(path: string): { release(): void } | undefined {
  const db = new Database(path, { timeout: 250 })
  try {
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => void db.close() }
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}

/** Opens somebody else's SQLite file to read entries from it. It is never written, and no code that its schema names is run. */
export function openForeign(path: string): ReadableDB {
  const header = Buffer.alloc(16)
  try {
    // A pipe would be waited for; what is no file at all is told by the opening.
    if (!statSync(path).isFile()) throw Object.assign(new Error('no file'), { code: 'EINVAL' })
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
      code === 'ENOENT' ? say().noFile(path) : say().notReadable(path, code ?? '?'),
    )
  }
  if (header.toString('latin1') !== CLEAR_TEXT_HEADER)
    throw new FailureError('import-refused', say().notSqlite(path))
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

interface ConnectOptions {
  readonly: boolean
  cacheKib: number
  /** A file just made, of no bytes yet. */
  empty?: boolean
}

function connect(path: string, key: Uint8Array, options: ConnectOptions): WritableDB {
  if (key.length !== KEY_BYTES) throw new RangeError(`a data key has ${KEY_BYTES} bytes, not ${key.length}`)
  if (!options.empty) {
    if (sizeOf(path) === 0) throw damaged(path)
    refuseClearText(path)
  }
  const db = new Database(path, {
    readonly: options.readonly,
    fileMustExist: true,
    timeout: 5000,
  }) as unknown as WritableDB
  return orClose(db, path, () => {
    db.pragma("cipher = 'sqlcipher'")
    db.pragma('legacy = 4')
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    // Before anything is sorted: a temp file would hold payees in clear text.
    db.pragma('temp_store = MEMORY')
    db.pragma('trusted_schema = OFF')
    db.pragma('foreign_keys = ON')
    db.pragma('cell_size_check = ON')
    db.pragma('secure_delete = ON')
    db.pragma('synchronous = FULL')
    db.pragma(`cache_size = -${options.cacheKib}`)
    refuseOldSqlite(db)
    return db
  })
}

/** Reads the header through the cipher; returns the schema version. */
function readFirstPage(db: ReadableDB, path: string): number {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw damaged(path)
  const version = db.pragma('user_version', { simple: true }) as number
  refuseNewer(version)
  return version
}

function refuseOldSqlite(db: ReadableDB): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string
  if (isOlder(version, LEAST_SQLITE))
    throw new FailureError('unavailable', say().oldSqlite(version, LEAST_SQLITE.join('.')))
}

/** Compares a dotted version with the least one that will do. */
export function isOlder(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, floor] of least.entries()) {
    const part = parts[i] ?? 0
    if (part !== floor) return part < floor
  }
  return false
}

function refuseClearText(path: string): void {
  const header = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1') === CLEAR_TEXT_HEADER)
    throw new FailureError('file-damaged', say().clearText(path))
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new FailureError('not-found', say().noWorkspace(path))
    throw error
  }
}

function damaged(path: string): FailureError {
  return new FailureError('file-damaged', say().damaged(path))
}

/** SQLite says "not a database" of a first page that its key does not open; as the key is right, the page is damaged. */
function orClose<T>(db: ReadableDB, path: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    db.close()
    throw (error as { code?: string }).code === 'SQLITE_NOTADB' ? damaged(path) : error
  }
}

/** Whether the file is under this key, as far as its first page says. */
export function fitsKey(path: string, key: Uint8Array): boolean {
  try {
    openAsItIs(path, key).close()
    return true
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'file-damaged') return false
    throw error
  }
}

/** Puts a copy that nobody has open under another key: every page is written anew. Not for a workspace in use, whose WAL it cannot follow. */
export function rekey(path: string, key: Uint8Array, next: Uint8Array): void {
  if (next.length !== KEY_BYTES) throw new RangeError(`a data key has ${KEY_BYTES} bytes, not ${next.length}`)
  const db = connect(path, key, { readonly: false, cacheKib: COPY_CACHE_KIB })
  try {
    readFirstPage(db, path)
    // A WAL database cannot be put under another key.
    db.pragma('journal_mode = DELETE')
    db.pragma(`rekey = "x'${Buffer.from(next).toString('hex')}'"`)
  } finally {
    db.close()
  }
}
