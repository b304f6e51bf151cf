import { afterEach, beforeEach, expect, test } from 'vitest'
import { FailureError } from '../../shared/result/failure.ts'
import type { OpContext } from '../compute/ops.ts'
import { ensureTextIndex, indexRestoredTexts, textIndexLag, textIndexTo } from './text-index.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'

const patient: OpContext = { cancelled: () => false, progress: () => {} }

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

function enter(id: number, batch: number, description: string): void {
  const { db } = workspace
  db.prepare(
    'INSERT INTO entry (id, batch_id, line, day, amount, fingerprint) VALUES (?, ?, 1, 0, 0, ?)',
  ).run(id, batch, Buffer.from(`${id}`))
  db.prepare('INSERT INTO entry_text (entry_id, description) VALUES (?, ?)').run(id, description)
}

function find(words: string): number[] {
  return workspace.db
    .prepare('SELECT rowid FROM text_index WHERE text_index MATCH ? ORDER BY rowid')
    .pluck()
    .all(words) as number[]
}

function isSound(): boolean {
  workspace.db.exec("INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)")
  return true
}

test('words are found whatever their case and accents, once the index has caught up', () => {
  enter(1, 1, 'Café Zoë, Köln')
  enter(2, 1, 'Cafeteria of the town hall')
  expect(find('cafe')).toEqual([])
  expect(textIndexLag(workspace.db)).toBe(2)
  expect(ensureTextIndex(workspace.db, patient)).toBe(2)
  expect(find('cafe')).toEqual([1])
  expect(find('cafe*')).toEqual([1, 2])
  expect(find('KOLN zoe')).toEqual([1])
  expect(ensureTextIndex(workspace.db, patient)).toBe(0)
  enter(3, 2, 'Second café')
  expect(ensureTextIndex(workspace.db, patient)).toBe(1)
  expect(find('cafe')).toEqual([1, 3])
  expect(isSound()).toBe(true)
})

test('deleted and changed texts leave the index with their words; those not yet in it do no harm', () => {
  enter(1, 1, 'kept tea')
  enter(2, 1, 'undone tea')
  ensureTextIndex(workspace.db, patient)
  enter(3, 2, 'late tea')
  workspace.db.exec('DELETE FROM entry_text WHERE entry_id IN (2, 3); DELETE FROM entry WHERE id IN (2, 3)')
  expect(find('tea')).toEqual([1])
  workspace.db.exec("UPDATE entry_text SET description = 'coffee' WHERE entry_id = 1")
  expect([find('tea'), find('coffee')]).toEqual([[], [1]])
  expect(isSound()).toBe(true)
})

test('an undone batch comes back into the index, whether or not it was in it before', () => {
  enter(1, 1, 'first')
  ensureTextIndex(workspace.db, patient)
  enter(2, 2, 'second')
  // Undone before it was ever indexed; the index then passes its id.
  workspace.db.exec('DELETE FROM entry_text WHERE entry_id = 2; DELETE FROM entry WHERE id = 2')
  enter(3, 3, 'third')
  ensureTextIndex(workspace.db, patient)
  expect(textIndexTo(workspace.db)).toBe(3)
  enter(2, 2, 'second')
  indexRestoredTexts(workspace.db, 2)
  expect(find('second')).toEqual([2])
  // Beyond the index's mark: left to the next catching up.
  enter(4, 4, 'fourth')
  indexRestoredTexts(workspace.db, 4)
  expect(find('fourth')).toEqual([])
  ensureTextIndex(workspace.db, patient)
  expect(find('fourth')).toEqual([4])
  expect(isSound()).toBe(true)
})

test('it goes in chunks, says how far it is, and stops between two when cancelled', () => {
  workspace.db.transaction(() => {
    const insert = workspace.db.prepare('INSERT INTO entry_text (entry_id, description) VALUES (?, ?)')
    for (let id = 1; id <= 45_000; id += 1) insert.run(id, `payment ${id}`)
  })()
  const seen: number[] = []
  const impatient: OpContext = {
    cancelled: () => seen.length === 2,
    progress: progress => {
      expect(progress.total).toBe(45_000)
      seen.push(progress.done)
    },
  }
  expect(() => ensureTextIndex(workspace.db, impatient)).toThrow(FailureError)
  expect(seen).toEqual([0, 20_000])
  expect(textIndexTo(workspace.db)).toBe(40_000)
  expect(ensureTextIndex(workspace.db, patient)).toBe(5000)
  expect(find('payment').length).toBe(45_000)
})
