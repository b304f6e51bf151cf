import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BUILT_IN_DIMENSIONS, CUSTOM_DIMENSIONS } from '../../shared/query/dimensions.ts'
import {
  addMembers,
  customDimension,
  customDimensionsLeft,
  loadMembers,
  memberCount,
  memberOrdinals,
} from './members.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

test('a new workspace knows the built-in dimensions, each by its own column', () => {
  const rows = workspace.db.prepare('SELECT id, column_name AS columnName FROM dimension').all() as {
    id: string
    columnName: string
  }[]
  expect(rows.map(row => row.id).sort()).toEqual(BUILT_IN_DIMENSIONS.map(d => d.id).sort())
  expect(rows.every(row => row.id === row.columnName)).toBe(true)
})

test('members are numbered densely in the order given; none is ordinal 0 and is not stored', () => {
  const { db } = workspace
  const ordinals = addMembers(db, 'payee', [
    { key: 'Aldi', label: 'Aldi' },
    { key: '', label: '' },
    { key: 'Boots', label: 'Boots' },
    { key: 'Aldi', label: 'ALDI' },
  ])
  expect([...ordinals]).toEqual([
    ['Aldi', 1],
    ['', 0],
    ['Boots', 2],
  ])
  addMembers(db, 'payee', [
    { key: 'Boots', label: 'Boots' },
    { key: 'Coop', label: 'Coop' },
  ])
  expect([...loadMembers(db, 'payee')]).toEqual([
    ['Aldi', 1],
    ['Boots', 2],
    ['Coop', 3],
  ])
  expect(memberOrdinals(db, 'payee', ['Coop', '', 'Nobody'])).toEqual([3, 0, undefined])
})

test('however members arrive, ordinals stay dense and each key keeps its first', () => {
  const { db } = workspace
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ maxLength: 3, unit: 'binary' }))), batches => {
      // One transaction a run, rolled back: a commit here would wait for the disk.
      db.exec('SAVEPOINT run')
      const first = new Map<string, number>()
      for (const batch of batches)
        for (const [key, ordinal] of addMembers(
          db,
          'account',
          batch.map(key => ({ key, label: key })),
        ))
          expect(first.get(key) ?? ordinal).toBe((first.set(key, first.get(key) ?? ordinal), ordinal))
      const stored = loadMembers(db, 'account')
      expect([...stored.values()].sort((a, b) => a - b)).toEqual(Array.from(stored.keys(), (_, i) => i + 1))
      expect(memberCount(db, 'account')).toBe(stored.size)
      db.exec('ROLLBACK TO run; RELEASE run')
    }),
    { numRuns: 50 },
  )
})

test('a header names one custom dimension however it is spelt, until all are taken', () => {
  const { db } = workspace
  const made = customDimension(db, 'Purchase order ')
  expect(made).toEqual({ id: 'custom_1', column: 'custom_1' })
  expect(customDimension(db, 'purchase ORDER')).toEqual(made)
  for (let i = 2; i <= CUSTOM_DIMENSIONS; i += 1) customDimension(db, `Header ${i}`)
  expect(customDimensionsLeft(db)).toBe(0)
  expect(() => customDimension(db, 'One more')).toThrow(/cannot become a dimension/)
})

test('members that only their unstorable halves of characters tell apart are one, also where all are said to be new', () => {
  const { db } = workspace
  const member = (key: string) => ({ key, label: key })
  const many = Array.from({ length: 40 }, (_, i) => member(`M${i}`))
  const keys = ['cut \ud83d', 'cut \ud83e', 'cut \ufffd']
  const ordinals = addMembers(db, 'payee', [...many, ...keys.map(member)], true)
  expect(keys.map(key => ordinals.get(key))).toEqual([41, 41, 41])
  expect(memberCount(db, 'payee')).toBe(41)
  expect(memberOrdinals(db, 'payee', ['M0', 'M15', 'M16', 'M39'])).toEqual([1, 16, 17, 40])
})
