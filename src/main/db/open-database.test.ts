import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FailureError, type FailureCode } from '../../shared/result/failure.ts'
import { failureOf } from '../compute/serve.ts'
import { writeMeta } from './meta.ts'
import { createDatabase, isOlder, openReadable, openWritable, takeLock } from './open-database.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

function refusal(run: () => unknown): FailureCode | 'none' {
  try {
    run()
    return 'none'
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code
    throw error
  }
}

test('every connection has the settings that the threat model asks for, read back from SQLite', () => {
  const reader = openReadable(workspace.path, workspace.key)
  const writer = openWritable(workspace.path, workspace.key)
  for (const db of [workspace.db, writer, reader]) {
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect(pragma('cipher')).toBe('sqlcipher')
    expect(Number(pragma('legacy'))).toBe(4)
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('temp_store')).toBe(2)
    expect(pragma('secure_delete')).toBe(1)
    expect(pragma('trusted_schema')).toBe(0)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('cell_size_check')).toBe(1)
    expect(pragma('cache_size')).toBe(db === reader ? -262_144 : -131_072)
  }
  expect(writer.pragma('journal_size_limit', { simple: true })).toBe(64 * 1024 * 1024)
  expect(reader.readonly).toBe(true)
  expect(reader.pragma('query_only', { simple: true })).toBe(1)
  expect(() => reader.exec("INSERT INTO workspace_meta VALUES ('a', 'b')")).toThrow(/readonly/)
  reader.close()
  writer.close()
})

test('a canary payee is in clear text nowhere: not in the file, the WAL, a copy or a temp file of a large sort', () => {
  const { db, path } = workspace
  const canary = `Canary-${randomBytes(8).toString('hex')}`
  const temp = mkdtempSync(join(dirname(path), 'temp-'))
  db.transaction(() => {
    const insert = db.prepare('INSERT INTO entry_text (entry_id, description) VALUES (?, ?)')
    for (let id = 1; id <= 20_000; id += 1) insert.run(id, `${canary} ${id} ${'x'.repeat(100)}`)
  }).immediate()
  const wal = readFileSync(`${path}-wal`)
  expect(wal.length).toBeGreaterThan(1_000_000)
  db.prepare('VACUUM INTO ?').run(join(dirname(path), 'copy.farthing'))
  const sort = (tempStore: string): number | null =>
    spawnSync(process.execPath, ['--input-type=module', '-e', SORT], {
      env: {
        ...process.env,
        SQLITE_TMPDIR: temp,
        MODULE: new URL('open-database.ts', import.meta.url).href,
        FILE: path,
        KEY: Buffer.from(workspace.key).toString('hex'),
        TEMP_STORE: tempStore,
      },
    }).status
  expect(sort('')).toBe(0)
  // The look-out works: without our setting the same sort does spill.
  if (process.platform === 'linux') expect(sort('FILE')).toBe(3)
  const files = [dirname(path), temp].flatMap(folder =>
    readdirSync(folder, { withFileTypes: true })
      .filter(e => e.isFile())
      .map(e => join(folder, e.name)),
  )
  expect(files.length).toBeGreaterThanOrEqual(4)
  const hits = files.filter(file => {
    const bytes = readFileSync(file)
    return bytes.includes(canary) || bytes.includes('SQLite format 3') || bytes.includes('entry_text')
  })
  expect(hits).toEqual([])
  expect(readdirSync(temp)).toEqual([])
})

// Sorts more than the cache holds and looks, in the middle of it, for open temp files of this process. Exit 3 where there is one.
const SORT = `
  const { openReadable } = await import(process.env.MODULE)
  const { readdirSync, readlinkSync, existsSync } = await import('node:fs')
  const db = openReadable(process.env.FILE, Buffer.from(process.env.KEY, 'hex'))
  db.pragma('cache_size = 50')
  if (process.env.TEMP_STORE) db.pragma('temp_store = ' + process.env.TEMP_STORE)
  const rows = db.prepare('SELECT a.description FROM entry_text a, (SELECT 1 UNION ALL SELECT 2) ORDER BY a.description DESC').iterate()
  rows.next()
  const name = fd => { try { return readlinkSync('/proc/self/fd/' + fd) } catch { return '' } }
  const open = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').map(name) : []
  if (open.some(file => file.startsWith(process.env.SQLITE_TMPDIR))) process.exit(3)
  rows.return()
  db.close()
`

test('the header of a new file is not clear text, and a clear-text database is refused unread', () => {
  expect(readFileSync(workspace.path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  const plain = join(dirname(workspace.path), 'plain.farthing')
  writeFileSync(plain, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192)]))
  expect(refusal(() => openWritable(plain, workspace.key))).toBe('file-damaged')
  expect(refusal(() => openReadable(plain, workspace.key))).toBe('file-damaged')
})

test('an error never makes a file, nor changes one', () => {
  const missing = join(dirname(workspace.path), 'missing.farthing')
  expect(refusal(() => openWritable(missing, workspace.key))).toBe('not-found')
  expect(refusal(() => openReadable(missing, workspace.key))).toBe('not-found')
  expect(existsSync(missing)).toBe(false)

  writeFileSync(missing, '')
  expect(refusal(() => openWritable(missing, workspace.key))).toBe('file-damaged')
  expect(readFileSync(missing).length).toBe(0)
  rmSync(missing)

  const garbage = randomBytes(20_000)
  writeFileSync(missing, garbage)
  expect(refusal(() => openWritable(missing, workspace.key))).toBe('file-damaged')
  expect(readFileSync(missing).equals(garbage)).toBe(true)
  expect(refusal(() => createDatabase(missing, workspace.key))).toBe('bad-input')
  expect(readFileSync(missing).equals(garbage)).toBe(true)
})

test('another key is refused as damage: which key is right is settled by the slots before', () => {
  expect(refusal(() => openWritable(workspace.path, randomBytes(32)))).toBe('file-damaged')
  expect(() => openWritable(workspace.path, randomBytes(31))).toThrow(RangeError)
})

test('each of 60 single-bit flips in the pages is caught', () => {
  const { db, path, key } = workspace
  writeMeta(db, 'filler', 'y'.repeat(60_000))
  db.pragma('wal_checkpoint(TRUNCATE)')
  const sound = readFileSync(path)
  const copy = join(dirname(path), 'flipped.farthing')
  let caught = 0
  for (let i = 0; i < 60; i += 1) {
    const bytes = Buffer.from(sound)
    const at = Math.floor((i / 60) * bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 << (i % 8))
    writeFileSync(copy, bytes)
    try {
      const flipped = openReadable(copy, key)
      try {
        const answer = flipped.pragma('integrity_check', { simple: true })
        if (answer !== 'ok') caught += 1
      } finally {
        flipped.close()
      }
    } catch (error) {
      // Never an error that the user would be shown as a bug.
      expect(failureOf(error).code).toBe('file-damaged')
      caught += 1
    }
  }
  expect(caught).toBe(60)
})

test('a file of a newer Farthing is refused before anything in it is touched', () => {
  const { db, path, key } = workspace
  db.pragma('user_version = 999')
  db.pragma('wal_checkpoint(TRUNCATE)')
  const before = readFileSync(path)
  expect(refusal(() => openWritable(path, key))).toBe('newer-version')
  expect(refusal(() => openReadable(path, key))).toBe('newer-version')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a database under our key that is not a workspace is refused', () => {
  const { db, path, key } = workspace
  db.pragma('application_id = 1')
  expect(refusal(() => openReadable(path, key))).toBe('file-damaged')
})

test('versions of SQLite that can lose a commit are told from those that cannot', () => {
  const least = [3, 51, 3]
  expect(['3.51.2', '3.50.9', '2.99.99', '3.51'].map(version => isOlder(version, least))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['3.51.3', '3.51.10', '3.53.4', '4.0.0'].map(version => isOlder(version, least))).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('a lock is held by one at a time and leaves nothing but an empty file', () => {
  const path = `${workspace.path}-lock`
  const lock = takeLock(path)
  expect(takeLock(path)).toBeUndefined()
  lock?.release()
  const again = takeLock(path)
  expect(again).toBeDefined()
  again?.release()
  expect(readFileSync(path).length).toBe(0)
  expect(readdirSync(dirname(path)).filter(name => name.includes('lock'))).toEqual(['test.farthing-lock'])
})

test('a copy of the file and its WAL opens with what was committed', () => {
  const { db, path, key } = workspace
  writeMeta(db, 'name', 'In the WAL')
  const copy = join(mkdtempSync(join(tmpdir(), 'farthing-test-')), 'copy.farthing')
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  const other = openWritable(copy, key)
  expect(other.prepare("SELECT value FROM workspace_meta WHERE key = 'name'").pluck().get()).toBe(
    'In the WAL',
  )
  other.close()
  rmSync(dirname(copy), { recursive: true })
})
