import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { witnessPath } from '../files/workspace-files.ts'
import { bumpRevision, writeMeta } from './meta.ts'
import { openWritable } from './open-database.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'
import type { WritableDB } from './types.ts'
import { markLossesSeen, readLosses, readWitness } from './witness.ts'

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
  workspace.db.close()
})
afterEach(() => workspace.close())

const open = (): WritableDB => openWritable(workspace.path, workspace.key, { witness: true })
const change = (db: WritableDB): void => void db.transaction(() => bumpRevision(db)).immediate()

test('each transaction that changes something is witnessed once, a nested one with the outer one, an empty one not', () => {
  const db = open()
  const start = readWitness(workspace.path)?.commits ?? NaN
  change(db)
  expect(readWitness(workspace.path)).toMatchObject({ commits: start + 1, revision: 1 })
  db.transaction(() => {
    change(db)
    db.transaction(() => writeMeta(db, 'a', 'b')).immediate()
  }).immediate()
  expect(readWitness(workspace.path)).toMatchObject({ commits: start + 2, revision: 2 })
  db.transaction(() => db.prepare('SELECT 1').get()).immediate()
  expect(() =>
    db
      .transaction(() => {
        bumpRevision(db)
        throw new Error('taken back')
      })
      .immediate(),
  ).toThrow('taken back')
  expect(readWitness(workspace.path)).toMatchObject({ commits: start + 2, revision: 2 })
  expect(db.transaction((a: number) => a + 1).immediate(41)).toBe(42)
  db.close()
})

test('a workspace that went back is told of once, with what it lost; counting goes on above', () => {
  let db = open()
  change(db)
  db.close()
  const before = readFileSync(workspace.path)
  db = open()
  change(db)
  change(db)
  db.close()
  const witnessed = readWitness(workspace.path)?.commits ?? NaN
  writeFileSync(workspace.path, before)
  db = open()
  expect(readLosses(db)).toMatchObject([{ commits: 2, revisionSaved: 3, revisionFound: 1, seen: false }])
  expect(readWitness(workspace.path)?.commits).toBe(witnessed + 1)
  db.transaction(() => markLossesSeen(db)).immediate()
  db.close()
  db = open()
  expect(readLosses(db)).toMatchObject([{ commits: 2, seen: true }])
  db.close()
})

test.each([
  ['gone', (path: string) => rmSync(path)],
  ['emptied', (path: string) => truncateSync(path, 0)],
  ['noise', (path: string) => writeFileSync(path, Buffer.alloc(256, 7))],
])('a witness that is %s accuses nobody', (_how, spoil) => {
  let db = open()
  change(db)
  db.close()
  spoil(witnessPath(workspace.path))
  db = open()
  expect(readLosses(db)).toEqual([])
  change(db)
  db.close()
  expect(readWitness(workspace.path)?.commits).toBeGreaterThan(1)
})

test('a slot that was torn leaves the one before', () => {
  const db = open()
  change(db)
  change(db)
  const path = witnessPath(workspace.path)
  const latest = readWitness(workspace.path)?.commits ?? NaN
  const bytes = readFileSync(path)
  bytes.fill(0, (latest % 2) * 128 + 20, (latest % 2) * 128 + 60)
  writeFileSync(path, bytes)
  expect(readWitness(workspace.path)?.commits).toBe(latest - 1)
  db.close()
})
