import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createImportBench, endOf, type ImportBench } from './testing.ts'

// FARTHING_FUZZ_BIG=1 makes the files as large as the issue names them.
const BIG = process.env['FARTHING_FUZZ_BIG'] === '1'
const MIB = 1024 * 1024

let folder = ''
let bench: ImportBench
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farthing-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  bench = createImportBench({ baseCurrency: 'GBP' })
})
afterEach(() => bench.close())

function file(name: string, ...content: (string | Uint8Array)[]): string {
  const path = join(folder, name)
  const out = openSync(path, 'w')
  for (const piece of content) writeSync(out, typeof piece === 'string' ? Buffer.from(piece) : piece)
  closeSync(out)
  return path
}
const entries = (): unknown => bench.workspace.db.prepare('SELECT count(*) FROM entry').pluck().get()
const HEAD = 'Date,Text,Amount\n2024-01-13,first,1.00\n'

test('a quote that is never closed costs its line, not the file', async () => {
  const rows = Math.ceil(((BIG ? 50 : 3) * MIB) / 22)
  const many = Array.from({ length: rows }, (_, i) => `2024-01-15,${String(i).padStart(6, '0')},1.00\n`)
  const path = file('quote.csv', HEAD, '2024-01-14,"open,2.00\n', many.join(''))
  const { value, longestPauseMs } = await endOf(bench.commit(path))
  expect(value).toMatchObject({ counts: { read: rows + 2, loaded: rows + 1, rejected: 1, ignored: 0 } })
  expect(longestPauseMs).toBeLessThan(2000)
}, 400_000)

test('a quote opened on every line leaves no row without an account of it', async () => {
  const rows = 30_000
  const many = Array.from({ length: rows }, (_, i) => `2024-01-15,"row ${i},1.00\n`)
  const { value } = await endOf(bench.commit(file('quotes.csv', HEAD, ...many)))
  const { counts } = value as { counts: Record<string, number> }
  expect(counts['loaded']).toBeGreaterThan(0)
  expect((counts['loaded'] as number) + (counts['rejected'] as number) + (counts['ignored'] as number)).toBe(counts['read']) // prettier-ignore
  expect(entries()).toBe(counts['loaded'])
}, 120_000)

test('one line as long as a disk is put aside, and the next is read', async () => {
  const megabytes = BIG ? 1024 : 12
  const x = Buffer.alloc(MIB, 'x')
  const long = Array.from({ length: megabytes }, () => x)
  const path = file('line.csv', HEAD, '2024-01-14,', ...long, ',2.00\n2024-01-15,last,4.00\n')
  const before = process.memoryUsage.rss()
  const { value, peakRss, longestPauseMs } = await endOf(bench.commit(path))
  expect(value).toMatchObject({
    counts: { read: 3, loaded: 2, rejected: 1 },
    sums: { GBP: '5.00' },
  })
  expect(longestPauseMs).toBeLessThan(2000)
  if (BIG) expect(peakRss - before).toBeLessThan(400 * MIB)
}, 300_000)

test('a file that is one line is refused, or asked about; nothing of it loads', async () => {
  const x = Buffer.alloc(MIB, BIG ? 'x' : 'y')
  const path = file('no-end.csv', ...Array.from({ length: BIG ? 1024 : 3 }, () => x))
  const { sentence } = await endOf(bench.commit(path))
  expect(sentence).toMatch(/[a-z].*\.$/s)
  expect(entries()).toBe(0)
}, 300_000)

test('a nought deep in the file refuses it before anything loads', async () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `2024-01-15,row ${i},1.00\n`).join('')
  const { sentence } = await endOf(bench.commit(file('nought.csv', HEAD, many, '2024-01-16,a\0b,1.00\n')))
  expect(sentence).toContain('bytes of value nought')
  expect(entries()).toBe(0)
}, 60_000)

test('a file of two encodings is read in one, which is shown, and every row of it is kept', async () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `2024-01-15,Größe ${i},1.00\n`).join('')
  const path = file('mixed.csv', HEAD, many, Buffer.from('2024-01-16,Größe,2.00\n', 'latin1'))
  const preview = await bench.preview(path)
  expect(preview).toMatchObject({ ok: true, value: { mapping: { encoding: 'windows-1252' } } })
  const { value } = await endOf(bench.commit(path))
  expect(value).toMatchObject({ counts: { loaded: 60_002, rejected: 0 } })
  const last = bench.workspace.db.prepare('SELECT description FROM entry_text ORDER BY rowid DESC LIMIT 1')
  expect(last.pluck().get()).toBe('Größe')
}, 60_000)

test('columns may be called __proto__, constructor and toString, as dimensions too', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `2024-01-15,row ${i},1.00,p${i % 3},c${i % 2},t${i % 4}\n`,
  )
  const path = file('proto.csv', 'Date,Text,Amount,__proto__,constructor,toString\n', ...rows)
  const { value } = await endOf(bench.commit(path, { profile: 'ledger' }))
  expect(value).toMatchObject({ counts: { loaded: 60, rejected: 0 } })
  const names = bench.workspace.db.prepare("SELECT label FROM dimension WHERE kind = 'custom' ORDER BY label")
  expect(names.pluck().all()).toEqual(['__proto__', 'constructor', 'toString'])
  expect(({} as Record<string, unknown>)['p1']).toBeUndefined()
}, 60_000)

test('16,385 columns are refused; 16,384 are read', async () => {
  const table = (columns: number): string => {
    const more = Array.from({ length: columns - 3 }, (_, i) => `c${i}`)
    const row = (day: number): string => `2024-01-${day},text,1.00,${more.map(() => 'x').join(',')}\n`
    return `Date,Text,Amount,${more.join(',')}\n${row(13)}${row(14)}`
  }
  const { sentence } = await endOf(bench.commit(file('wide.csv', table(16_385))))
  expect(sentence).toContain('more than 16,384 columns')
  const { value } = await endOf(bench.commit(file('full.csv', table(16_384))))
  expect(value).toMatchObject({ counts: { loaded: 2, rejected: 0 } })
}, 60_000)
