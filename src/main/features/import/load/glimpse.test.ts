import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpackPiece } from '../../../files/pieces.ts'
import { createImportBench, type ImportBench } from '../testing.ts'
import { glimpse, GlimpseCheck } from './glimpse.ts'
import { LARGE } from './sample.ts'

let bench: ImportBench
let folder: string
beforeAll(() => {
  bench = createImportBench()
  folder = mkdtempSync(join(tmpdir(), 'farthing-glimpse-'))
})
afterAll(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

const ROWS = 80
const BLANKS = Buffer.alloc(Math.ceil(LARGE / ROWS), ' ')
/** A file too large to be read twice, of few rows: blanks around a cell say nothing. */
const large = (
  name: string,
  day: string,
  last: Uint8Array,
): { path: string; bytes: Buffer; sha256: string } => {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const payee = i === ROWS - 1 ? last : Buffer.from(`Payee ${i}`)
    return [Buffer.from(`${day},`), payee, BLANKS, Buffer.from(`,Food,-${i + 1}.00\n`)]
  })
  const bytes = Buffer.concat([Buffer.from('Date,Payee,Category,Amount\n'), ...rows.flat()])
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
const all = (sql: string): unknown[] => bench.workspace.db.prepare(sql).pluck().all()
const files = () => all('SELECT sha256 FROM source_file')
const pieces = () => all('SELECT data FROM source_chunk ORDER BY file_id, sequence') as Buffer[]

test('a large file is read once: kept whole under the hash of what was loaded, and known when it comes again', async () => {
  const { path, bytes, sha256 } = large('once.csv', '2024-01-05', Buffer.from('Müller'))
  await expect(bench.commit(path, { sha256: 'f'.repeat(64) })).rejects.toThrow('changed since the preview')
  expect([files(), all('SELECT id FROM entry'), pieces()]).toEqual([[], [], []])

  const loaded = await bench.commit(path)
  expect(loaded).toMatchObject({
    ok: true,
    value: { sha256, counts: { loaded: ROWS }, sums: { GBP: '-3240.00' } },
  })
  expect(files()).toEqual([sha256])
  expect(Buffer.concat(pieces().map(unpackPiece)).equals(bytes)).toBe(true)

  // As the wizard asks, and as the command line does: no file of as many bytes is taken for another unread.
  for (const given of [{ sha256 }, {}]) {
    const again = await bench.commit(path, given)
    expect(again).toMatchObject({ ok: true, value: { sha256, counts: { loaded: 0, duplicate: ROWS } } })
    expect(files()).toEqual([sha256])
  }
  expect(Buffer.concat(pieces().map(unpackPiece)).equals(bytes)).toBe(true)
})

test('a large file that is not what it was taken for is read whole, then loaded', async () => {
  const { path, sha256 } = large('latin.csv', '2024-02-06', Buffer.from('Jörg', 'latin1'))
  const loaded = await bench.commit(path)
  expect(loaded).toMatchObject({
    ok: true,
    value: { sha256, counts: { loaded: ROWS }, sums: { GBP: '-3240.00' } },
  })
  expect(all("SELECT key FROM member WHERE dimension_id = 'payee' AND key LIKE 'J%'")).toEqual(['Jörg'])
  expect(all('SELECT count(*) FROM entry')).toEqual([ROWS * 2])
})

test('a file that was written to while it was loaded is refused, as is one that lost bytes', async () => {
  const { path, bytes } = large('late.csv', '2024-03-07', Buffer.from('Late'))
  const seen = await glimpse({ path })
  if (!seen) throw new Error('it was read through')
  const read = (part: Uint8Array): Promise<void> => {
    const check = new GlimpseCheck({ path }, 'late.csv', seen.state)
    check.push(part)
    return check.end()
  }
  await read(bytes)
  await expect(read(bytes.subarray(1))).rejects.toMatchObject({ failure: { code: 'import-refused' } })
  utimesSync(path, new Date(), new Date(Date.now() + 60_000))
  await expect(read(bytes)).rejects.toMatchObject({ failure: { code: 'import-refused' } })
})
