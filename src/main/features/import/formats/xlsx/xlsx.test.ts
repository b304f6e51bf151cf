import { expect, test } from 'vitest'
import { FailureError } from '../../../../../shared/result/failure.ts'
import { openWorkbook, readSheet, type OpenPart } from './index.ts'
import { dateOfSerial, decimalOf, isDateFormat } from './values.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (...targets: [string, string][]): string =>
  `<Relationships>${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** A workbook's parts, of one sheet with these rows. */
function parts(sheet: string, changes: Record<string, string> = {}): OpenPart {
  const all: Record<string, string> = {
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="${RELATIONS}"><x:workbookPr/><x:sheets><x:sheet name="Bank" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>Coffee</t></si><si><r><t>Two </t></r><r><t>runs</t></r><rPh><t>reading</t></rPh></si><si><t>a_x000A_b</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ...changes,
  }
  return name => (Object.hasOwn(all, name) ? bytesOf(all[name] as string) : undefined)
}

/** In pieces of seven bytes, so that tags and characters are cut. */
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
  await Promise.resolve()
}

async function rowsOf(open: OpenPart): Promise<[number, ...string[]][]> {
  const workbook = await openWorkbook(open)
  const rows: [number, ...string[]][] = []
  for await (const piece of readSheet(open, workbook, workbook.sheets[0] as (typeof workbook.sheets)[0]))
    for (const { row, cells } of piece) rows.push([row, ...cells])
  return rows
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof FailureError ? error.failure.message : String(error)),
  )

test('a sheet’s cells become texts: dates, exact decimals, formulas’ values, shared and inline strings', async () => {
  const sheet = `
    <row r="2"><c r="A2" s="1"><v>45296</v></c><c r="B2" t="s"><v>0</v></c><c r="C2"><f>1+2</f><v>-3.2000000000000002</v></c></row>
    <row r="5"><c r="A5" s="2"><v>45297.5</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" t="e"><v>#N/A</v></c></row>
    <row><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t="str"><f>A1</f><v>für</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
    <row r="7"><c r="A7" s="1"/></row>
    <row r="9"><c r="AB9" t="d"><v>2024-01-31T00:00:00</v></c></row>`
  expect(await rowsOf(parts(sheet))).toEqual([
    [2, '2024-01-05', 'Coffee', '-3.2'],
    [5, '2024-01-06 12:00:00', '', 'TRUE', '#N/A'],
    [6, 'inline', 'für', 'Two runs', 'a\nb'],
    [9, ...Array.from({ length: 27 }, () => ''), '2024-01-31'],
  ])
})

test('days count from 1900 or from 1904, as the workbook says', async () => {
  const of1904 = `<workbook xmlns:r="${RELATIONS}"><workbookPr date1904="true"/><sheets><sheet name="B" r:id="rId1"/></sheets></workbook>`
  const sheet = '<row r="1"><c s="1"><v>43834</v></c></row>'
  expect(await rowsOf(parts(sheet))).toEqual([[1, '2020-01-04']])
  expect(await rowsOf(parts(sheet, { 'xl/workbook.xml': of1904 }))).toEqual([[1, '2024-01-05']])
  // Excel's own: 1 is 1900-01-01, 59 the 28th of February, 61 the first of March.
  expect([1, 59, 61].map(n => dateOfSerial(n, false))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01'])
  expect([0.75, 2_958_466, -1, Number.NaN].map(n => dateOfSerial(n, false))).toEqual(['18:00:00', undefined, undefined, undefined]) // prettier-ignore
})

test('a number is the plain decimal that a spreadsheet shows', () => {
  const stored = ['12', '-0.5', '0.30000000000000004', '1E-3', '1.2345E+20', '123456789012345678', '0', '-0', '1234567.8900000001', '33.333333333333336', '9.9999999999909051E-3', '-4.9999999999954525E-2', '1E-12'] // prettier-ignore
  expect(stored.map(decimalOf)).toEqual(['12', '-0.5', '0.3', '0.001', '123450000000000000000', '123456789012346000', '0', '0', '1234567.89', '33.3333333333', '0.01', '-0.05', '0']) // prettier-ignore
})

test('number formats that show a day are told from those that do not', () => {
  const days = ['dd/mm/yyyy', 'd. mmmm yyyy', '[$-407]mmm yy;@', 'yyyy"年"m"月"', 'h:mm', 'mmm']
  const none = ['General', 'Standard', '0.00', '#,##0.00 "day"', '[Red]0', '0\\d', '[h]:mm', '0.00E+00', '_-* #,##0.00 [$€]_-', '@'] // prettier-ignore
  expect(days.filter(code => isDateFormat(164, code))).toEqual(days)
  expect(none.filter(code => isDateFormat(164, code))).toEqual([])
  expect([14, 22, 47, 0, 2, 49].map(id => isDateFormat(id, undefined))).toEqual([true, true, false, false, false, false]) // prettier-ignore
})

test('what no spreadsheet program writes is refused with a sentence', async () => {
  const cell = '<c r="A1"><v>1</v></c>'
  const refused: Record<string, OpenPart> = {
    'document type': parts('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
    'nested deeper': parts('<a>'.repeat(70)),
    'not well-formed': parts(`<row r="1">${cell}</rows>`),
    'out of their order': parts(`<row r="3">${cell}</row><row r="2">${cell}</row>`),
    '1,048,576 rows': parts(`<row r="1048577">${cell}</row>`),
    '16,384 columns': parts('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    'text that it does not hold': parts('<row r="1"><c t="s"><v>99</v></c></row>'),
    'no workbook': () => undefined,
    'no sheet with cells': parts('', { 'xl/_rels/workbook.xml.rels': rels(['chartsheet', 'x.xml']) }),
  }
  for (const [what, open] of Object.entries(refused)) expect(await refusal(rowsOf(open))).toContain(what)
})

test('columns may be called as objects’ own things are', async () => {
  const names = ['__proto__', 'constructor', 'toString']
    .map(n => `<c t="inlineStr"><is><t>${n}</t></is></c>`)
    .join('')
  expect(await rowsOf(parts(`<row>${names}</row>`))).toEqual([[1, '__proto__', 'constructor', 'toString']])
})
