import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rejectsTable } from '../../../shared/csv/rejects.ts'
import { csvRecord } from '../../../shared/csv/write-csv.ts'
import type { Result } from '../../../shared/result/failure.ts'
import { importService } from './service.ts'
import { createImportBench, type ImportBench } from './testing.ts'

let bench: ImportBench
let folder: string

beforeEach(() => {
  bench = createImportBench()
  folder = mkdtempSync(join(tmpdir(), 'farthing-rejects-'))
})

afterEach(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** The rejects of a batch as the file that the button and the command write. */
async function rejectsFile(batch: number): Promise<string> {
  const { format, header, rows } = must(await importService.rejects({ batch, offset: 0, limit: 1000 }, bench.context)) // prettier-ignore
  return rejectsTable(format, header, rows)
    .map(row => `${csvRecord(row)}\r\n`)
    .join('')
}

const all = (sql: string): unknown[] => bench.workspace.db.prepare(sql).raw().all()

const GERMAN = [
  'Buchungstag;Verwendungszweck;Betrag;Saldo',
  '03.04.2026;Miete;-1.200,00;800,00',
  '13.04.2026;Laden;-54,20;745,80',
  '31.04.2026;- Strom, Abschlag;-80,00;665,80',
  '05.05.2026;Gehalt;zwei;2.665,80',
  '06.05.2026;Bäcker; Markt;-3,20;2.662,60',
  '',
].join('\n')
const MENDED = GERMAN.replace('31.04.', '30.04.')
  .replace('zwei', '2.000,00')
  .replace('Bäcker; Markt', '"Bäcker; Markt"')

test('rejected rows of a table are mended in their own file and load once', async () => {
  const first = must(await bench.commit(file('april.csv', GERMAN)))
  expect(first.counts).toEqual({ read: 5, loaded: 2, duplicate: 0, rejected: 3, ignored: 0 })
  const text = await rejectsFile(first.id)
  expect(text.split('\r\n')[0]).toBe(
    'Buchungstag,Verwendungszweck,Betrag,Saldo,farthing:more,farthing:line,farthing:reason',
  )
  // One row is mended, in a spreadsheet that writes semicolons; the others come back as they are.
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  const asExcel = (table: string[][]): string => `\uFEFF${Papa.unparse(table, { delimiter: ';' })}`
  rows[1]?.splice(0, 1, '30.04.2026')
  const part = file('abgewiesen.csv', asExcel(rows))
  const preview = must(await bench.preview(part))
  expect([preview.mappingOrigin, preview.questions]).toEqual(['recognised', []])
  expect(must(await bench.commit(part)).counts).toEqual({ read: 3, loaded: 1, duplicate: 0, rejected: 2, ignored: 0 }) // prettier-ignore
  // The rest, too; what came before is known again.
  rows[2]?.splice(2, 1, '2.000,00')
  rows[3]?.splice(1, 4, 'Bäcker; Markt', '-3,20', '2.662,60', '')
  const whole = must(await bench.commit(file('abgewiesen-2.csv', asExcel(rows))))
  expect(whole.counts).toEqual({ read: 3, loaded: 2, duplicate: 1, rejected: 0, ignored: 0 })
  // Each entry leads to the line of the file that it came from; the text is the source's, without the spreadsheet's guard.
  expect(
    all(
      `SELECT b.file_name, e.line, e.amount, t.description FROM entry e JOIN batch b ON b.id = e.batch_id
       JOIN entry_text t ON t.entry_id = e.id ORDER BY e.id`,
    ),
  ).toEqual([
    ['april.csv', 2, -120000, 'Miete'],
    ['april.csv', 3, -5420, 'Laden'],
    ['abgewiesen.csv', 2, -8000, '- Strom, Abschlag'],
    ['abgewiesen-2.csv', 3, 200000, 'Gehalt'],
    ['abgewiesen-2.csv', 4, -320, 'Bäcker; Markt'],
  ])
  // The original adds up as before, and mended itself it brings nothing twice.
  const [original] = must(await importService.batches({}, bench.context)).filter(b => b.id === first.id)
  expect(original?.counts).toEqual(first.counts)
  const again = must(await bench.preview(file('april-mended.csv', MENDED)))
  expect(again.mappingOrigin).toBe('recognised')
  expect(again.counts).toEqual({ read: 5, loaded: 0, duplicate: 5, rejected: 0, ignored: 0 })
}, 120_000)

const OFX = `OFXHEADER:100
DATA:OFXSGML
VERSION:102

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP
<BANKACCTFROM><BANKID>1<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>POS<DTPOSTED>20260413<TRNAMT>-54.20<FITID>A1<NAME>CORNER SHOP</STMTTRN>
<STMTTRN><TRNTYPE>POS<DTPOSTED>20260431<TRNAMT>-54.20<FITID>A2<NAME>CORNER SHOP</STMTTRN>
<STMTTRN><TRNTYPE>POS<DTPOSTED>20260430<TRNAMT>-1.234<FITID>A3<NAME>PETROL</STMTTRN>
</BANKTRANLIST>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`

test('rejected records of a statement come as a table that is filled in, and are known again as the statement’s own', async () => {
  const first = must(await bench.commit(file('april.ofx', OFX)))
  expect(first.counts).toEqual({ read: 3, loaded: 1, duplicate: 0, rejected: 2, ignored: 0 })
  const rows = Papa.parse<string[]>(await rejectsFile(first.id), { skipEmptyLines: true }).data
  const header = rows[0] ?? []
  const at = (name: string): number => header.indexOf(name)
  // A record that was read has its cells; of one that was not there is the text, and what the whole statement says.
  expect(rows[1]?.[at('Account')]).toBe('12345678')
  expect(rows[1]?.[at('farthing:ofx')]).toContain('<DTPOSTED>20260431')
  expect([rows[2]?.[at('Amount')], rows[2]?.[at('Payee')]]).toEqual(['-1.234', 'PETROL'])
  const fill = (row: number, cells: Record<string, string>): void => {
    for (const [name, cell] of Object.entries(cells)) rows[row]?.splice(at(name), 1, cell)
  }
  fill(1, { Date: '2026-04-14', Amount: '-54.20', Payee: 'CORNER SHOP', 'Bank reference': 'A2', Type: 'POS' })
  fill(2, { Amount: '-12.34' })
  const second = must(await bench.commit(file('rejects.csv', Papa.unparse(rows))))
  // The same amount at the same shop a day later is no other file's copy of the first.
  expect([second.format, second.counts]).toEqual(['csv', { read: 2, loaded: 2, duplicate: 0, rejected: 0, ignored: 0 }]) // prettier-ignore
  expect(
    all("SELECT e.amount, m.label FROM entry e JOIN member m ON m.dimension_id = 'account' AND m.ordinal = e.account ORDER BY e.id"), // prettier-ignore
  ).toEqual([-5420, -5420, -1234].map(amount => [amount, '12345678']))
  const mended = OFX.replace('20260431', '20260414').replace('-1.234', '-12.34')
  const again = must(await bench.preview(file('april-mended.ofx', mended)))
  expect([again.mappingOrigin, again.counts.loaded, again.counts.duplicate]).toEqual(['format', 0, 3])
}, 120_000)
