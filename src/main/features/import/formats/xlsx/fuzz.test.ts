import { strFromU8, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { memoryAccess } from '../../archive/access.ts'
import { Budget, openZip } from '../../archive/zip.ts'
import { fuzzCount } from '../testing/fuzz.ts'
import { fuzzTable, type TableReading } from '../testing/tables.ts'
import { workbook } from '../testing/workbook.ts'
import { openWorkbook, readSheet, type OpenPart } from './index.ts'

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row><row r="2"><c r="A2" s="1"><v>45296.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2"><f>1+2</f><v>-3.2000000000000002</v></c><c r="D2" t="e"><v>#N/A</v></c></row><row><c t="str"><v>a_x000A_b</v></c></row>'
const WORDS =
  '<row> </row> <c> </c> <v> </v> r="XFD1048576" r="A0" r="" t="s" t="b" t="zz" s="-1" s="99999999999" <v>1e308</v> <v>-1</v> <v>NaN</v> <is> </is> <t> <rPh> &lt; &#0; &x; <!DOCTYPE <![CDATA[ ]]> <!-- --> <si> </sst> <numFmt/> Target="../../x" Id="rId1" <sheet/> date1904="1" <f> __proto__ PK\x01\x02 PK\x05\x06'.split(
    ' ',
  )

/** Parts in one text, so that a mutation of XML is not lost in the packing. */
const MARK = '\n===='
const parts = workbook(ROWS)
const loose = strToU8(Object.entries(parts).map(([name, bytes]) => `${MARK}${name}\n${strFromU8(bytes as Uint8Array)}`).join('')) // prettier-ignore

async function rowsOf(open: OpenPart): Promise<TableReading> {
  const book = await openWorkbook(open)
  const rows: unknown[] = []
  let broken: string | undefined
  let last = 0
  for (const sheet of book.sheets.slice(0, 1))
    for await (const piece of readSheet(open, book, sheet))
      for (const { row, cells } of piece) {
        if (row <= last) broken ??= `row ${row} behind row ${last}`
        if (cells.some(cell => typeof cell !== 'string')) broken ??= `row ${row} has a hole`
        last = row
        rows.push([row, cells])
      }
  return { rows: rows.length, problems: 0, content: rows, broken }
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

test('workbooks with mutated parts are read, or refused with a sentence', async () => {
  const read = (bytes: Uint8Array, size: number): Promise<TableReading> => {
    const found = new Map<string, Uint8Array>()
    for (const part of new TextDecoder().decode(bytes).split(MARK)) {
      const end = part.indexOf('\n')
      found.set(part.slice(0, end), strToU8(part.slice(end + 1)))
    }
    return rowsOf(name => {
      const part = found.get(name)
      return part && inPieces(part, size)
    })
  }
  const result = await fuzzTable('xlsx parts', read, { seeds: [loose], words: WORDS }, fuzzCount())
  expect(result.withRecords).toBeGreaterThan(result.files / 20)
  expect(result.refused).toBeGreaterThan(result.files / 10)
}, 600_000)

test('mutated archives are read, or refused with a sentence', async () => {
  const read = async (bytes: Uint8Array): Promise<TableReading> => {
    const zip = await openZip(memoryAccess(Buffer.from(bytes)))
    const budget = new Budget(16 * 1024 * 1024)
    return rowsOf(name => {
      const entry = zip.entries.find(e => e.name === name)
      return entry && zip.read(entry, budget)
    })
  }
  const seeds = [zipSync(parts), zipSync(parts, { level: 0 })]
  const result = await fuzzTable('xlsx archive', read, { seeds, words: WORDS }, fuzzCount())
  expect(result.withRecords).toBeGreaterThan(0)
  expect(result.refused).toBeGreaterThan(result.files / 2)
}, 600_000)
