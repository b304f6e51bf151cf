import { afterEach, expect, test } from 'vitest'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'
import { openReadable, openWritable } from './open-database.ts'

let workspace: TestWorkspace | undefined
afterEach(() => workspace?.close())

test('every connection has the settings that the threat model asks for, read back from SQLite', () => {
  workspace = createTestWorkspace()
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
  expect(reader.readonly).toBe(true)
  expect(reader.pragma('query_only', { simple: true })).toBe(1)
  reader.close()
  writer.close()
})
