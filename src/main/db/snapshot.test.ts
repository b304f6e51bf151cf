import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReadable } from './open-database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { onSnapshot } from './snapshot.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

test('what another connection commits meanwhile is not seen inside, and is seen after', () => {
  const { db, path, key } = workspace
  writeMeta(db, 'name', 'before')
  const reader = openReadable(path, key)
  const seen = onSnapshot(reader, () => {
    const first = readMeta(reader, 'name')
    writeMeta(db, 'name', 'after')
    return [first, readMeta(reader, 'name')]
  })
  expect(seen).toEqual(['before', 'before'])
  expect(readMeta(reader, 'name')).toBe('after')
  // A failure ends it, too.
  expect(() =>
    onSnapshot(reader, () => {
      throw new RangeError('within')
    }),
  ).toThrow('within')
  expect(reader.inTransaction).toBe(false)
  reader.close()
})
