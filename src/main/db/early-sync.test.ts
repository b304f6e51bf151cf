import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { syncedEarly } from './early-sync.ts'
import { createDatabase } from './open-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'farthing-early-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

it('leaves a write what it is: all of it or nothing, and its failure', async () => {
  const path = join(folder, 'a.farthing')
  const db = createDatabase(path, new Uint8Array(32).fill(1))
  db.exec('CREATE TABLE t (x BLOB)')
  const insert = db.prepare('INSERT INTO t VALUES (randomblob(100000))')
  const until = Date.now() + 400
  const rows = await syncedEarly(path, async () => {
    db.exec('BEGIN IMMEDIATE')
    let count = 0
    // As long as two rounds of it last.
    while (Date.now() < until) {
      insert.run()
      count++
      await pause()
    }
    db.exec('COMMIT')
    return count
  })
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(rows)
  const failed = syncedEarly(path, async () => {
    db.exec('BEGIN IMMEDIATE')
    insert.run()
    await pause()
    db.exec('ROLLBACK')
    throw new Error('cancelled')
  })
  await expect(failed).rejects.toThrow('cancelled')
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(rows)
  db.pragma('wal_checkpoint(TRUNCATE)')
  expect(statSync(`${path}-wal`).size).toBe(0)
  db.close()
})

it('does without a log', async () => {
  expect(await syncedEarly(join(folder, 'none.farthing'), async () => 1)).toBe(1)
})
