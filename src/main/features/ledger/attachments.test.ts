import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { languageFrom } from '../../../shared/text/language.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine } from '../../engine/index.ts'
import { insertBatch } from '../../engine/testing/ledger.ts'
import { ledgerReads } from './reads.ts'
import { ledgerWrites } from './writes.ts'

let workspace: TestWorkspace
let reads: ReturnType<typeof ledgerReads>
let writes: ReturnType<typeof ledgerWrites>
let folder: string
let [one, two]: number[] = []

beforeEach(() => {
  workspace = createTestWorkspace()
  folder = mkdtempSync(join(tmpdir(), 'attached-'))
  const { db } = workspace
  const ids = insertBatch(db, 1, [
    { day: 19_800, amount: -1250, members: { payee: 'Aldi' } },
    { day: 19_801, amount: -700, members: { payee: 'Aldi' } },
  ])
  ;[one, two] = ids
  db.prepare("INSERT INTO source_file VALUES (1, 'hash', 'test.csv', 1, 0)").run()
  db.prepare("INSERT INTO mapping VALUES (0, 's', 1, '{}', '')").run()
  db.prepare('UPDATE batch SET mapping_id = 0').run()
  reads = ledgerReads(db, createEngine(db))
  writes = ledgerWrites(db)
})
afterEach(() => {
  workspace.close()
  rmSync(folder, { recursive: true })
})

const file = (name: string, bytes: Uint8Array | string): { path: string; name: string } => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, name }
}
const beside = (entry = one as number) => reads.ledgerAttachments({ entry }).map(({ name }) => name)

test('a file beside an entry comes back byte for byte, and comes and goes with the history', () => {
  const entry = one as number
  const bytes = Uint8Array.from({ length: 700_001 }, (_, i) => (i * 7) % 251)
  const receipt = file('receipt.pdf', bytes)
  expect(writes.ledgerAttach({ entry, ...receipt })).toMatchObject({ entries: 1 })
  const [kept] = reads.ledgerAttachments({ entry })
  expect(kept).toMatchObject({ name: 'receipt.pdf', bytes: 700_001 })
  const pieces: Buffer[] = []
  for (let offset: number | null = 0; offset !== null;) {
    const piece = reads.ledgerAttachmentPiece({ entry, attachment: kept?.id ?? 0, offset })
    pieces.push(Buffer.from(piece.base64, 'base64'))
    offset = piece.next
  }
  expect(pieces).toHaveLength(2)
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true)

  writes.ledgerUndo({})
  expect(beside()).toEqual([])
  expect(() => reads.ledgerAttachmentPiece({ entry, attachment: kept?.id ?? 0, offset: 0 })).toThrow(
    'not beside this entry',
  )
  writes.ledgerRedo({})
  expect(beside()).toEqual(['receipt.pdf'])
  writes.ledgerDetach({ entry, attachment: kept?.id ?? 0 })
  expect(beside()).toEqual([])
  writes.ledgerUndo({})
  expect(beside()).toEqual(['receipt.pdf'])
  expect(reads.ledgerEntry({ id: entry }).changes).toContainEqual(
    expect.objectContaining({ field: 'attachment', before: '', after: 'receipt.pdf', undone: false }),
  )
})

test('the same bytes are kept once; a deleted entry comes back with its files', () => {
  writes.ledgerAttach({ entry: one as number, ...file('a.pdf', 'same') })
  writes.ledgerAttach({ entry: two as number, ...file('b.pdf', 'same') })
  // A second time beside the same entry is no change.
  expect(writes.ledgerAttach({ entry: two as number, ...file('c.pdf', 'same') }).change).toBeNull()
  expect(workspace.db.prepare('SELECT count(*) FROM attachment').pluck().get()).toBe(1)
  expect([beside(), beside(two)]).toEqual([['a.pdf'], ['b.pdf']])
  writes.ledgerRemove({ ids: [one as number] })
  writes.ledgerRestore({ ids: [one as number] })
  expect(beside()).toEqual(['a.pdf'])
})

test('an empty file, one too large, one that is gone and an entry that is not there are refused in words', () => {
  const entry = one as number
  const large = file('large.tif', '')
  expect(() => writes.ledgerAttach({ entry, ...large })).toThrow('large.tif is empty')
  truncateSync(large.path, 26 * 1024 * 1024)
  expect(() => writes.ledgerAttach({ entry, ...large })).toThrow('has 26 MB; at most 25 MB')
  languageFrom(() => 'de')
  try {
    expect(() => writes.ledgerAttach({ entry, ...large })).toThrow('höchstens 25 MB')
  } finally {
    languageFrom(() => 'en')
  }
  expect(() => writes.ledgerAttach({ entry, path: join(folder, 'no'), name: 'no' })).toThrow('cannot be read')
  expect(() => writes.ledgerAttach({ entry: 99, ...file('x', 'x') })).toThrow('no entry 99')
})
