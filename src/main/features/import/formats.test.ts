import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { FailureError, type Result } from '../../../shared/result/failure.ts'
import { zipOfBlanks } from './formats/testing/blank-zip.ts'
import { importService } from './service.ts'
import { createImportBench, type ImportBench } from './testing.ts'

let folder = ''
let bench: ImportBench
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farthing-formats-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  bench = createImportBench({ baseCurrency: 'GBP' })
})
afterEach(() => bench.close())

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const all = (sql: string): unknown[] => bench.workspace.db.prepare(sql).raw().all()
const one = (sql: string): unknown => bench.workspace.db.prepare(sql).pluck().get()
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const messageOf = async (work: Promise<Result<unknown>>): Promise<string> => {
  try {
    const result = await work
    return result.ok ? 'accepted' : result.failure.message
  } catch (error) {
    if (error instanceof FailureError) return error.failure.message
    throw error
  }
}

const sheets = (rows: unknown[][], more: { name: string; rows: unknown[][] }[] = []): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Bank', rows }, ...more] } as Parameters<typeof writeXlsx>[0])
const day = (d: number): Date => new Date(Date.UTC(2024, 0, d))
const BANK = [
  ['Any Bank, statement of account'],
  [],
  ['Date', 'Description', 'Amount', 'Balance'],
  [day(5), 'Coffee', -3.2, 96.8],
  [day(6), 'Pay, "January"', 2000, 2096.8],
  [day(7), 'Broken', 'twelve', 2084.8],
]

const movement = (day: string, amount: string, id: string, name: string): string =>
  `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>\n`
const ofx = (movements: string, balance = ''): string => `OFXHEADER:100
DATA:OFXSGML
VERSION:102

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP
<BANKACCTFROM><BANKID>1<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>
${movements}</BANKTRANLIST>
${balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`
const JANUARY = ofx(
  movement('20240105', '-3.20', 'A1', 'CORNER COFFEE') +
    movement('20240105', '-3.20', 'A2', 'CORNER COFFEE') +
    movement('20240108', '2000.00', 'A3', 'EMPLOYER LTD'),
)

test('a workbook’s rows load as a text file’s do, and lead back to their sheet row', async () => {
  const path = file('bank.xlsx', await sheets(BANK))
  const preview = must(await bench.preview(path))
  expect(preview).toMatchObject({ format: 'xlsx', sheets: [{ name: 'Bank', hidden: false }], questions: [] })
  expect(preview.mapping).toMatchObject({ place: 'row', sheet: 'Bank', format: 'xlsx' })
  const { counts, sums } = must(await bench.commit(path))
  expect([counts, sums]).toEqual([{ read: 4, loaded: 2, duplicate: 0, rejected: 1, ignored: 1 }, { GBP: '1996.80' }]) // prettier-ignore
  expect(all('SELECT line, amount FROM entry ORDER BY id')).toEqual([
    [4, -320],
    [5, 200000],
  ])
  expect(all("SELECT line, raw FROM unloaded_row WHERE outcome = 'rejected'")).toEqual([[6, '2024-01-07,Broken,twelve,2084.8']]) // prettier-ignore
  // The same sheet again, and the same table as CSV: known to the letter.
  expect(must(await bench.commit(path)).counts.duplicate).toBe(2)
  const csv = file('bank.csv', 'Date,Description,Amount,Balance\n2024-01-05,Coffee,-3.20,96.80\n2024-01-06,"Pay, ""January""",2000.00,2096.80\n') // prettier-ignore
  expect(must(await bench.commit(csv)).counts).toMatchObject({ loaded: 0, duplicate: 2 })
}, 120_000)

test('a workbook with several tables asks for its sheet, and knows it next time', async () => {
  const other = [['Category', 'Budget'], ['Food', 100], ['Rent', 200]] // prettier-ignore
  const path = file('several.xlsx', await sheets(BANK, [{ name: 'Plan', rows: other }]))
  expect(await messageOf(bench.commit(path))).toContain('tables on several sheets')
  expect(must(await bench.commit(path, { answers: { sheet: 'Bank' } })).counts.loaded).toBe(2)
  const later = BANK.map(row =>
    row[0] instanceof Date ? [day(row[0].getUTCDate() + 10), ...row.slice(1)] : row,
  )
  const next = file('later.xlsx', await sheets(later, [{ name: 'Plan', rows: other }]))
  const preview = must(await bench.preview(next))
  expect([preview.mappingOrigin, preview.questions]).toEqual(['recognised', []])
}, 120_000)

test('a part of a sheet is read alone, and the same part of the next workbook down to its end', async () => {
  const plan = (i: number) => ['Plan', 100 + i, null]
  const table = (n: number) => [
    ['Date', 'Text', 'Amount'],
    ...Array.from({ length: n }, (_, i) => [day(1 + i), `Row ${i}`, -1 - i]),
  ]
  const side = (n: number) => table(n).map((row, i) => [...plan(i), ...row])
  const foot = ['', '', '', day(28), 'no row of it', 999]
  const asked = { answers: { sheet: 'Bank', range: 'D1:F4' } }
  const path = file('side.xlsx', await sheets([...side(3), foot]))
  const { counts, sums } = must(await bench.commit(path, asked))
  expect([counts, sums]).toEqual([
    { read: 3, loaded: 3, duplicate: 0, rejected: 0, ignored: 0 },
    { GBP: '-6.00' },
  ])
  const next = must(await bench.preview(file('longer.xlsx', await sheets(side(6)))))
  expect([next.mappingOrigin, next.mapping.range]).toEqual(['recognised', 'D1:F'])
  expect(next.counts).toMatchObject({ read: 6, loaded: 3, duplicate: 3 })
}, 120_000)

test('a statement’s records load with its own references, and what it states is held against them', async () => {
  const preview = must(await bench.preview(file('january.ofx', JANUARY)))
  expect(preview).toMatchObject({
    format: 'ofx',
    mappingOrigin: 'format',
    questions: [],
    accounts: ['12345678'],
  })
  const batch = must(await bench.commit(file('january.ofx', JANUARY)))
  expect(batch).toMatchObject({ format: 'ofx', counts: { read: 3, loaded: 3 }, sums: { GBP: '1993.60' } })
  expect(all('SELECT t.reference, m.label FROM entry_text t JOIN entry e ON e.id = t.entry_id JOIN member m ON m.dimension_id = \'payee\' AND m.ordinal = e.payee ORDER BY e.id')).toEqual([['A1', 'CORNER COFFEE'], ['A2', 'CORNER COFFEE'], ['A3', 'EMPLOYER LTD']]) // prettier-ignore
  // The next download overlaps, and names a payee otherwise: the bank's reference makes it certain.
  const february = JANUARY.replace('EMPLOYER LTD', 'EMPLOYER LIMITED').replace('</BANKTRANLIST>', `${movement('20240203', '-9.00', 'A4', 'BOOKS')}</BANKTRANLIST>`) // prettier-ignore
  expect(must(await bench.commit(file('february.ofx', february))).counts).toMatchObject({ loaded: 1, duplicate: 3 }) // prettier-ignore
}, 120_000)

test('the same statement as OFX and as CSV is one: certain rows are left out, possible ones shown, as the user says', async () => {
  must(await bench.commit(file('a.ofx', JANUARY)))
  // Two equal coffees on one day, another payee's money, one booked two days off, and one that is new.
  const csv = file('a.csv', 'Date,Details,Amount\n2024-01-05,CARD PAYMENT CORNER COFFEE LONDON,-3.20\n2024-01-05,CARD PAYMENT CORNER COFFEE LONDON,-3.20\n2024-01-05,CARD PAYMENT CORNER COFFEE LONDON,-3.20\n2024-01-06,SALARY,2000.00\n2024-01-20,BOOKS,-9.00\n') // prettier-ignore
  const preview = must(await bench.preview(csv))
  expect(preview.counts).toMatchObject({ read: 5, loaded: 3, duplicate: 2 })
  expect(preview.possible).toBe(1)
  expect(preview.rows.map(r => [r.line, r.outcome, r.likely?.grade, r.likely?.date])).toEqual([
    [2, 'duplicate', 'certain', '2024-01-05'],
    [3, 'duplicate', 'certain', '2024-01-05'],
    [4, 'load', undefined, undefined],
    [5, 'load', 'possible', '2024-01-08'],
    [6, 'load', undefined, undefined],
  ])
  const skipped = must(await bench.commit(csv, { skipRows: [5], loadDuplicates: [3] }))
  expect(skipped.counts).toEqual({ read: 5, loaded: 3, duplicate: 2, rejected: 0, ignored: 0 })
  expect(all("SELECT line, code FROM unloaded_row WHERE outcome = 'duplicate' ORDER BY line")).toEqual([[2, 'likely-duplicate'], [5, 'likely-duplicate']]) // prettier-ignore
  expect(one('SELECT count(*) FROM entry')).toBe(6)
}, 120_000)

test('probable duplicates can all be left out, or all be loaded', async () => {
  const csv = file(
    'b.csv',
    'Date,Details,Amount\n2024-01-05,CORNER COFFEE,-3.20\n2024-01-06,SALARY,2000.00\n',
  )
  must(await bench.commit(file('b.ofx', JANUARY)))
  const left = must(await bench.commit(csv, { duplicates: 'skip' }))
  expect([left.counts.loaded, left.counts.duplicate, left.possible]).toEqual([0, 2, 0])
  const loaded = must(await bench.commit(csv, { duplicates: 'load' }))
  expect([loaded.counts.loaded, loaded.counts.duplicate, loaded.possible]).toEqual([2, 0, 2])
}, 120_000)

test('two files of one layout are held against each other to the letter only', async () => {
  const csv = (rows: string): string => `Date,Details,Amount\n${rows}`
  must(await bench.commit(file('c1.csv', csv('2024-01-30,COFFEE,-3.20\n'))))
  const next = must(
    await bench.commit(file('c2.csv', csv('2024-01-31,COFFEE,-3.20\n2024-01-30,COFFEE,-3.20\n'))),
  )
  expect([next.counts.loaded, next.counts.duplicate, next.possible]).toEqual([1, 1, 0])
}, 120_000)

test('a column of balances is a check of its rows', async () => {
  const rows = (broken: string): string =>
    `Date,Details,Amount,Balance\n2024-01-08,Books,-9.00,${broken}\n2024-01-06,Pay,2000.00,2096.80\n2024-01-05,Coffee,-3.20,96.80\n2024-01-04,Tea,-2.00,100.00\n`
  const control = async (text: string) => must(await bench.preview(file('balance.csv', text))).controls
  expect(await control(rows('2087.80'))).toMatchObject([{ code: 'running', agrees: true, file: '2087.80', farthing: '2087.80' }]) // prettier-ignore
  expect(await control(rows('2088.80'))).toMatchObject([{ code: 'running', agrees: false, file: '2088.80', farthing: '2087.80', lines: [3] }]) // prettier-ignore
}, 120_000)

test('a zip gives its files one by one, a gzip its own', async () => {
  const xlsx = await sheets(BANK)
  const zip = file('files.zip', zipSync({ 'a/january.ofx': strToU8(JANUARY), 'b.xlsx': xlsx, '__MACOSX/x': strToU8('x') })) // prettier-ignore
  const { archive, files } = must(await importService.members({ token: zip }, bench.context))
  expect([archive, files.map(f => f.name)]).toEqual([true, ['files.zip/a/january.ofx', 'files.zip/b.xlsx']])
  expect(await messageOf(bench.commit(zip))).toContain('is a zip archive')
  expect(must(await bench.commit(zip, { member: 'a/january.ofx' })).counts.loaded).toBe(3)
  // Its coffee of that day is the statement's.
  expect(must(await bench.commit(zip, { member: 'b.xlsx' })).counts).toMatchObject({
    loaded: 1,
    duplicate: 1,
  })
  const packed = file('january.ofx.gz', gzipSync(strToU8(JANUARY)))
  expect(must(await bench.commit(packed)).counts.duplicate).toBe(3)
  const single = must(await importService.members({ token: packed }, bench.context))
  expect(single).toEqual({ archive: false, files: [{ token: packed, name: 'january.ofx.gz', bytes: expect.any(Number) }] }) // prettier-ignore
}, 120_000)

test('archives that lie, lead out of their folder or hold archives are refused with a sentence', async () => {
  const members = (name: string, content: Uint8Array) =>
    messageOf(importService.members({ token: file(name, content) }, bench.context))
  expect(await members('up.zip', zipSync({ '../up.csv': strToU8('x') }))).toContain('leads out of its folder')
  expect(await members('root.zip', zipSync({ '/etc/x.csv': strToU8('x') }))).toContain(
    'leads out of its folder',
  )
  expect(await members('cut.zip', zipSync({ 'a.csv': strToU8('x'.repeat(500)) }).subarray(0, 60))).toContain('damaged') // prettier-ignore
  expect(await members('none.zip', zipSync({}))).toContain('no file in it')
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array(0)]))
  expect(await members('many.zip', zipSync(many, { level: 0 }))).toContain('10001 entries')
  const inner = zipSync({ 'a.csv': strToU8('Date,Text,Amount\n2024-01-01,a,1.00\n') })
  const nested = file('nested.zip', zipSync({ 'inner.zip': inner }))
  expect(await messageOf(bench.commit(nested, { member: 'inner.zip' }))).toContain(
    'archive within an archive',
  )
  // A header that states fewer bytes than are packed.
  const lying = zipSync({ 'a.csv': strToU8('Date,Text,Amount\n'.padEnd(5000, 'x')) })
  const view = new DataView(lying.buffer, lying.byteOffset)
  for (let at = 0; at + 4 < lying.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  expect(await messageOf(bench.commit(file('lying.zip', lying), { member: 'a.csv' }))).toContain('not as long as the archive says') // prettier-ignore
}, 120_000)

test('a bomb is refused by what it unpacks to, not by its ratio', async () => {
  const bomb = file('bomb.zip', '')
  await zipOfBlanks(bomb, 'a.csv', 513)
  expect(await messageOf(bench.preview(bomb, { member: 'a.csv' }))).toContain('more than 512 MB')
}, 120_000)

test('files of other kinds are refused with what to do instead', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  const refused: [string, Uint8Array, string][] = [
    ['old.xls', ole, 'save it as .xlsx'],
    ['secret.xlsx', encrypted, 'without the password'],
    ['a.pdf', Buffer.from('%PDF-1.7\n'), 'is a PDF'],
    ['a.ods', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }), 'an OpenDocument file'],
    ['a.docx', zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') }), 'a text document'], // prettier-ignore
    ['a.xlsb', zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.bin': strToU8('') }), '.xlsb'],
    ['page.html', Buffer.from('<html><body>Log in first</body></html>\n'), 'neither a table nor a statement'],
  ]
  for (const [name, content, sentence] of refused)
    expect([name, await messageOf(bench.preview(file(name, content)))]).toEqual([name, expect.stringContaining(sentence)]) // prettier-ignore
}, 120_000)

test('mappings are listed, renamed, shared and forgotten; entries keep theirs', async () => {
  const csv = file('m.csv', 'Date,Details,Amount\n2024-01-30,COFFEE,-3.20\n')
  must(await bench.commit(csv))
  const { context } = bench
  const list = async () => must(await importService.mappings({}, context))
  const [saved] = await list()
  const id = saved?.id as number
  const mapping = { ...(saved?.mapping as NonNullable<typeof saved>['mapping']), name: 'My bank' }
  expect(must(await importService.saveMapping({ mapping }, context))).toEqual({ id })
  const shared = must(await importService.exportMapping({ id }, context))
  expect([shared.name, JSON.parse(shared.json)]).toEqual(['My bank.json', mapping])
  must(await importService.deleteMapping({ id }, context))
  expect(await list()).toEqual([])
  expect(one('SELECT count(*) FROM batch b JOIN mapping m ON m.id = b.mapping_id')).toBe(1)
  must(await importService.saveMapping({ mapping }, context))
  expect((await list()).map(m => m.mapping.name)).toEqual(['My bank'])
  expect(must(await bench.preview(csv)).mappingOrigin).toBe('recognised')
}, 120_000)

test('the workspace is sound after all of it: kept files have their hashes, entries their records', async () => {
  must(await bench.commit(file('v.ofx', JANUARY)))
  must(await bench.commit(file('v.xlsx', await sheets(BANK))))
  const { writer } = bench.context.app.workspace as NonNullable<typeof bench.context.app.workspace>
  const checks = await writer.call('verifyWorkspace', {})
  expect(checks.filter(c => !c.ok)).toEqual([])
  expect(one('SELECT count(DISTINCT batch_id) FROM record_chunk')).toBe(2)
  bench.workspace.db.exec("UPDATE record_chunk SET data = x'03' WHERE batch_id = 1; DELETE FROM record_chunk WHERE batch_id = 1 AND sequence > 0") // prettier-ignore
  const broken = await writer.call('verifyWorkspace', {})
  expect(broken.filter(c => !c.ok).map(c => c.check)).toEqual(['raw-files'])
}, 120_000)
