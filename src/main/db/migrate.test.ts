import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inlined } from './inline-migrations.ts'
import { MIGRATIONS } from './migrations.generated.ts'
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts'
import { openReadable, openWritable } from './open-database.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'
import { ensureTextIndex } from './text-index.ts'

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

/** Takes the schema back to its first version, as a file made by the first build has it, with the rows that it began with. */
function asFirstBuild(): void {
  const { db } = workspace
  const dimensions = db.prepare('SELECT id, label, kind, column_name FROM dimension').raw().all()
  const names = (type: string): string[] =>
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all(type) as string[]
  for (const trigger of names('trigger')) db.exec(`DROP TRIGGER ${trigger}`)
  // The index first: its own tables go with it.
  db.exec('DROP TABLE text_index')
  for (const table of names('table')) db.exec(`DROP TABLE ${table}`)
  for (const statement of MIGRATIONS[0]?.statements ?? []) db.exec(statement)
  const add = db.prepare('INSERT INTO dimension (id, label, kind, column_name) VALUES (?, ?, ?, ?)')
  for (const row of dimensions) add.run(row as unknown[])
  db.exec('PRAGMA user_version = 1')
}

const AWKWARD = [
  { id: 1, amount: Number.MIN_SAFE_INTEGER, base: null, text: '' },
  { id: 2, amount: 0, base: 0, text: "O'Neill; DROP TABLE entry; --" },
  { id: 7, amount: Number.MAX_SAFE_INTEGER, base: 1, text: 'Ärzte ohne Grenzen e.\u00a0V. 🎻\n second line' },
  { id: 4_000_000_000, amount: -1, base: -1, text: '\u202eright to left\u202c  "quoted"' },
]

test('the inlined SQL is what lies in migrations/', () => {
  const written = readFileSync(new URL('migrations.generated.ts', import.meta.url), 'utf8')
  const parse = (source: string): unknown =>
    source.replaceAll(/[\s,'"\\]/g, '').replaceAll(/tag:|statements:/g, '')
  expect(parse(written)).toBe(parse(inlined(new URL('migrations/', import.meta.url))))
})

test('a file of the first build with awkward rows comes up to date, every row as it was', () => {
  const { db, path, key } = workspace
  asFirstBuild()
  for (const { id, amount, base, text } of AWKWARD) {
    db.prepare(
      'INSERT INTO entry (id, batch_id, line, day, amount, base_amount, fingerprint) VALUES (?, 1, 1, -25567, ?, ?, ?)',
    ).run(id, amount, base, Buffer.from(`${id}`))
    db.prepare('INSERT INTO entry_text (entry_id, description) VALUES (?, ?)').run(id, text)
  }
  const rows = (on: typeof db): unknown => [
    on.prepare('SELECT * FROM entry ORDER BY id').all(),
    on.prepare('SELECT * FROM entry_text ORDER BY entry_id').all(),
    on.prepare('SELECT * FROM dimension ORDER BY id').all(),
  ]
  const before = rows(db)
  expect(() => openReadable(path, key)).toThrow(/older Farthing/)

  const migrated = openWritable(path, key)
  expect(schemaVersion(migrated)).toBe(SCHEMA_VERSION)
  // Columns that came later hold nothing.
  const [entries, ...others] = before as [object[], ...unknown[]]
  expect(rows(migrated)).toEqual([entries.map(entry => ({ ...entry, tags: 0 })), ...others])
  expect(ensureTextIndex(migrated, { cancelled: () => false, progress: () => {} })).toBe(AWKWARD.length)
  const found = migrated.prepare("SELECT rowid FROM text_index WHERE text_index MATCH 'arzte'").pluck().all()
  expect(found).toEqual([7])
  migrated.close()
})

test('a migration that fails leaves exactly the old schema', () => {
  const { db } = workspace
  asFirstBuild()
  // In the way of what the next step makes.
  db.exec('CREATE TABLE text_index (mine TEXT)')
  expect(() => migrate(db)).toThrow(/text_index/)
  expect(schemaVersion(db)).toBe(1)
  expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").pluck().get()).toBe(0)
  expect(db.inTransaction).toBe(false)
})

test('an up-to-date file is not touched', () => {
  expect(migrate(workspace.db)).toBe(0)
})
