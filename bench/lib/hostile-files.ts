import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { zipOfBlanks } from '../../src/main/features/import/formats/testing/blank-zip.ts'
import { workbook } from '../../src/main/features/import/formats/testing/workbook.ts'

const MIB = 2 ** 20

/** A file that means harm, and what must come of it. */
export interface Attack {
  name: string
  file: string
  member?: string
  /** Rows may be loaded of it; else it must be refused with a sentence that matches. */
  answer: 'read' | RegExp
  /** Seconds that a file of a gigabyte may take, which is read to its end twice, and kept. */
  seconds?: number
}

const HEAD = 'Date,Text,Amount\n2024-01-13,first,1.00\n'
const lines = (bytes: number, line: (i: number) => string): Buffer[] => {
  const piece = (from: number): Buffer =>
    Buffer.from(Array.from({ length: 20_000 }, (_, i) => line(from + i)).join(''))
  const pieces: Buffer[] = []
  for (let length = 0, from = 0; length < bytes; from += 20_000) {
    const next = piece(from)
    pieces.push(next)
    length += next.length
  }
  return pieces
}
const plain = (i: number): string => `2024-01-15,row ${i},1.00\n`
const block = (byte: number): Buffer => Buffer.alloc(MIB, byte)
const repeated = (piece: Buffer, times: number): Buffer[] => Array.from({ length: times }, () => piece)
const X = 120

/** Makes them all in a folder. `size` in MB is that of most text attacks. */
export async function hostileFiles(folder: string, size: number): Promise<Attack[]> {
  mkdirSync(folder, { recursive: true })
  const bytes = size * MIB
  const put = (name: string, ...content: (string | Uint8Array)[]): string => {
    const path = join(folder, name)
    const out = openSync(path, 'w')
    for (const piece of content) writeSync(out, typeof piece === 'string' ? Buffer.from(piece) : piece)
    closeSync(out)
    return path
  }
  const camt = (...inner: (string | Uint8Array)[]): (string | Uint8Array)[] => [
    '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id></Acct>',
    ...inner,
  ]
  const ofx = (...inner: (string | Uint8Array)[]): (string | Uint8Array)[] => [
    'OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST>',
    ...inner,
  ]
  const zeros = join(folder, 'zeros.zip')
  await zipOfBlanks(zeros, 'a.csv', 4096)
  const spaces = join(folder, 'spaces.xlsx')
  await zipOfBlanks(spaces, 'xl/worksheets/sheet1.xml', 4096, workbook(''))
  const header =
    '<row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Text</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row>'
  const book = (rows: string, changes = {}): Uint8Array => zipSync(workbook(header + rows, changes))
  const laughs = `<!DOCTYPE a [${Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};&l${i};&l${i};">`).join('')}]>`
  const proto = `Date,Text,Amount,__proto__,constructor,toString\n${Array.from({ length: 500 }, (_, i) => `2024-01-15,row ${i},1.00,farthing${i % 3},c,t\n`).join('')}`
  return [
    { name: 'quote never closed, rows behind it', file: put('quote.csv', HEAD, '2024-01-14,"open,2.00\n', ...lines(bytes, plain)), answer: 'read' },
    { name: 'quote never closed, one line behind it', file: put('quote-line.csv', HEAD, '2024-01-14,"', ...repeated(block(X), size)), answer: 'read' },
    { name: 'quote opened on every line', file: put('quotes.csv', HEAD, ...lines(bytes, i => `2024-01-15,"row ${i},1.00\n`)), answer: 'read' },
    { name: 'line of 1 GB', file: put('line.csv', HEAD, '2024-01-14,', ...repeated(block(X), 1024), ',2.00\n2024-01-15,last,4.00\n'), answer: 'read', seconds: 20 },
    { name: 'nothing but a line of 1 GB', file: put('no-end.csv', ...repeated(block(X), 1024)), answer: /\.$/ },
    { name: 'NUL at the end', file: put('nul.csv', HEAD, ...lines(bytes, plain), '2024-01-16,a\0b,1.00\n'), answer: /bytes of value nought/ },
    { name: 'two encodings', file: put('mixed.csv', HEAD, ...lines(bytes / 10, i => `2024-01-15,Größe ${i},1.00\n`), Buffer.from('2024-01-16,Größe,2.00\n', 'latin1')), answer: 'read' },
    { name: 'columns __proto__, constructor, toString', file: put('proto.csv', proto), answer: 'read' },
    { name: 'zip of 4 GB of noughts', file: zeros, member: 'a.csv', answer: /more than 512 MB/ },
    { name: 'sheet of 4 GB of blanks', file: spaces, answer: /more than 512 MB/ },
    { name: 'sheet of 1,000,000 last cells', file: put('last.xlsx', book('<row><c r="XFD"><v>1</v></c></row>'.repeat(1_000_000))), answer: /\.$/ },
    { name: 'sheet with 15,000,000 blank texts', file: put('texts.xlsx', book('', { 'xl/sharedStrings.xml': strToU8(`<sst>${'<si><t/></si>'.repeat(15_000_000)}</sst>`) })), answer: /\.$/ },
    { name: 'workbook with a document type', file: put('doctype.xlsx', book('', { 'xl/workbook.xml': strToU8(`${laughs}<a/>`) })), answer: /document type/ },
    { name: 'CAMT, entities within entities', file: put('laughs.xml', laughs, ...camt('<Ntry>&l20;</Ntry>')), answer: /DOCTYPE/ },
    { name: 'CAMT, tags that never close', file: put('open.xml', ...camt(...repeated(Buffer.from('<Ntry>'.repeat(170_000)), size))), answer: /[.?]$/ },
    { name: 'CAMT, an endless text', file: put('text.xml', ...camt('<Ntry><AddtlNtryInf>', ...repeated(block(X), size))), answer: /[.?]$/ },
    { name: 'CAMT, an endless comment', file: put('comment.xml', ...camt('<!--', ...repeated(block(X), size))), answer: /[.?]$/ },
    { name: 'OFX, tags that never close', file: put('open.ofx', ...ofx(...repeated(Buffer.from('<STMTTRN>'.repeat(116_000)), size))), answer: /[.?]$/ },
    { name: 'OFX, an endless field', file: put('field.ofx', ...ofx('<STMTTRN><MEMO>', ...repeated(block(X), size))), answer: /[.?]$/ },
    { name: 'MT940, an endless line', file: put('line.sta', ':20:A\n:25:1\n:60F:C240101EUR1,00\n:61:', ...repeated(block(X), size)), answer: /[.?]$/ },
    { name: 'QIF larger than its cap', file: put('large.qif', '!Type:Bank\n', ...lines(70 * MIB, i => `D1/2/2024\nT-${i}.00\nPx\n^\n`)), answer: /64 MB/ },
    { name: 'ledger journal, one line', file: put('line.journal', '2024-01-01 a\n  b  1 EUR\n  c\n\n; ', ...repeated(block(X), size)), answer: 'read' },
    { name: 'beancount, a quote never closed', file: put('quote.beancount', '2024-01-01 * "open\n', ...lines(bytes, i => `  Assets:A  ${i} EUR\n`)), answer: /[.?]$/ },
  ] // prettier-ignore
}
