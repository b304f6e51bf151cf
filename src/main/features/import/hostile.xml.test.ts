import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createImportBench, endOf, type ImportBench } from './testing.ts'
import { workbook } from './formats/testing/workbook.ts'

// FARTHING_FUZZ_BIG=1 makes the bombs as large as a bomb is.
const BIG = process.env['FARTHING_FUZZ_BIG'] === '1'
const MIB = 1024 * 1024
// Beyond reading time, on a machine that does other things as well.
const SOON_MS = BIG ? 60_000 : 20_000

let folder = ''
let bench: ImportBench
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farthing-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  bench = createImportBench({ baseCurrency: 'EUR' })
})
afterEach(() => bench.close())

const entries = (): unknown =>
  bench.workspace.db
    .prepare('SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM batch)')
    .pluck()
    .get()

/** What an import of these bytes ends in; nothing of a refused file may stay. */
async function importOf(name: string, content: Uint8Array | string) {
  const path = join(folder, name)
  writeFileSync(path, content)
  const end = await endOf(bench.commit(path))
  expect(end.ms).toBeLessThan(SOON_MS)
  expect(end.longestPauseMs).toBeLessThan(3000)
  if (end.sentence !== undefined) expect([name, entries()]).toEqual([name, 0])
  return end
}

const row = (day: number): string =>
  `<row><c t="inlineStr"><is><t>2024-01-${day}</t></is></c><c t="inlineStr"><is><t>text</t></is></c><c><v>1.5</v></c></row>`
const HEADER =
  '<row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Text</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row>'
const zipped = (rows: string, changes: Zippable = {}): Uint8Array => zipSync(workbook(rows, changes))

describe('a workbook', () => {
  it('is read whatever its sheet says of its own size', async () => {
    const sheet = strToU8(
      `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${HEADER}${row(13)}${row(14)}</sheetData></worksheet>`,
    )
    const { value } = await importOf('lies.xlsx', zipped('', { 'xl/worksheets/sheet1.xml': sheet }))
    expect(value).toMatchObject({ counts: { loaded: 2, rejected: 0 }, sums: { EUR: '3.00' } })
  })

  it('is refused for a document type in any of its parts', async () => {
    const evil = (rest: string): Uint8Array => strToU8(`<!DOCTYPE a [<!ENTITY b "c">]>${rest}`)
    for (const part of ['_rels/.rels', 'xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml']) {
      // oxlint-disable-next-line no-await-in-loop -- one import after another
      const { sentence } = await importOf('doctype.xlsx', zipped(HEADER + row(13), { [part]: evil('<a/>') }))
      expect([part, sentence]).toEqual([part, expect.stringContaining('document type declaration')])
    }
  })

  it('is refused for names that lead out of it, and for sizes that are not so', async () => {
    const up = zipped(HEADER + row(13), { '../../evil.xml': strToU8('<a/>') })
    expect((await importOf('up.xlsx', up)).sentence).toContain('leads out of its folder')
    const lying = zipped(HEADER + row(13).repeat(200))
    const directory = Buffer.from(lying.buffer, lying.byteOffset, lying.byteLength)
    for (let at = directory.indexOf('PK\x01\x02'); at >= 0; at = directory.indexOf('PK\x01\x02', at + 1))
      directory.writeUInt32LE(10, at + 24)
    expect((await importOf('lying.xlsx', lying)).sentence).toContain('not as long as the archive says')
  })

  it('is refused once its parts unpack to more than the cap, however small it is', async () => {
    if (!BIG) return
    const bomb = zipped('', { 'xl/worksheets/sheet1.xml': new Uint8Array(600 * MIB).fill(32) })
    expect(bomb.length).toBeLessThan(2 * MIB)
    expect((await importOf('bomb.xlsx', bomb)).sentence).toContain('unpacks to more than 512 MB')
  }, 120_000)

  it('of many empty texts, many styles and relations that lead in circles is read as any other', async () => {
    const count = BIG ? 15_000_000 : 300_000
    const { value, sentence } = await importOf(
      'many.xlsx',
      zipped(HEADER + row(13), {
        'xl/sharedStrings.xml': strToU8(`<sst count="1000000000" uniqueCount="1000000000">${'<si><t/></si>'.repeat(count)}</sst>`), // prettier-ignore
        'xl/styles.xml': strToU8(`<styleSheet><cellXfs>${'<xf numFmtId="14" xfId="0"/>'.repeat(200_000)}</cellXfs><cellStyleXfs><xf xfId="0"/></cellStyleXfs></styleSheet>`), // prettier-ignore
        'xl/worksheets/_rels/sheet1.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="sheet1.xml"/></Relationships>'), // prettier-ignore
      }),
    )
    if (BIG && sentence !== undefined) expect(sentence).toContain('more memory')
    else expect(value).toMatchObject({ counts: { loaded: 1 } })
  }, 120_000)

  it('with one cell at the end of each row is read or refused within its memory', async () => {
    const before = process.memoryUsage.rss()
    const rows = '<row><c r="XFD"><v>1</v></c></row>'.repeat(BIG ? 1_000_000 : 4000)
    const { sentence, peakRss } = await importOf('last.xlsx', zipped(HEADER + rows))
    expect(sentence).toMatch(/\.$/)
    expect(peakRss - before).toBeLessThan(1200 * MIB)
  }, 120_000)

  it('of more rows than a sheet can have is refused', async () => {
    const count = BIG ? 1_048_577 : 1
    const rows = BIG ? '<row><c><v>1</v></c></row>'.repeat(count) : '<row r="1048577"><c><v>1</v></c></row>'
    expect((await importOf('rows.xlsx', zipped(HEADER + row(13) + rows))).sentence).toContain(
      '1,048,576 rows',
    )
  }, 120_000)
})

describe('a statement in XML', () => {
  const camt = (inner: string, before = ''): string =>
    `<?xml version="1.0"?>${before}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id></Acct>${inner}</Stmt></BkToCstmrStmt></Document>`
  const ofx = (inner: string): string =>
    `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="200"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKTRANLIST>${inner}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
  const laughs = `<!DOCTYPE a [${Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};&l${i};&l${i};">`).join('')}]>`
  const size = (BIG ? 200 : 4) * MIB

  it.each([
    ['entities within entities, CAMT', camt('<Ntry>&l20;</Ntry>', laughs)],
    [
      'entities within entities, OFX',
      ofx('<STMTTRN><MEMO>&l20;</STMTTRN>').replace('<OFX>', `${laughs}<OFX>`),
    ],
    ['an entity outside of it', camt('<Ntry>&x;</Ntry>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">')],
    ['tags that never close, CAMT', camt('<Ntry>'.repeat(size / 6))],
    ['tags that never close, OFX', ofx('<STMTTRN>'.repeat(size / 9))],
    ['an endless attribute', camt(`<Ntry a="${'x'.repeat(size)}`)],
    ['an endless text', camt(`<Ntry><AddtlNtryInf>${'x'.repeat(size)}`)],
    ['an endless comment', camt(`<!--${'-x'.repeat(size / 2)}`)],
    ['a name as long as the file', camt(`<${'n'.repeat(size)}`)],
    ['an endless field', ofx(`<STMTTRN><MEMO>${'x'.repeat(size)}`)],
  ])(
    'of %s ends in a sentence',
    async (_, content) => {
      const { sentence } = await importOf('bomb.xml', content)
      expect(sentence).toMatch(/[a-z].*[.?]$/s)
      expect(sentence).not.toContain('root:')
    },
    120_000,
  )
})
