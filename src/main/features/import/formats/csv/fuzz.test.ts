import { expect, test } from 'vitest'
import { fuzzCount } from '../testing/fuzz.ts'
import { fuzzTable, type TableReading } from '../testing/tables.ts'
import { JUDGE } from '../../load/table-file.ts'
import { EncodingProbe, RecordReader, sniffLayout, type Block } from './index.ts'

const SEEDS = [
  'Date,Text,Amount\n2024-01-13,"Coffee, large",-3.20\n2024-01-14,"two\nlines",5.00\n\n2024-01-15,"a ""quoted"" word",7.00\n',
  'Konto;12345\r\n\r\nBuchungstag;Verwendungszweck;Betrag;Währung\r\n13.01.2024;Größe;-1.234,56;EUR\r\n14.01.2024;;12,00;EUR\r\n',
  'a\tb\tc\r1\t2\t3\r4\t5\t6\r',
  'sep=|\nDate|Amount\n2024-01-13|1\n',
].map(text => new TextEncoder().encode(text))
const WORDS = ['"', '""', '",', ',"', '"\n"', '\r', '\r\n', ';', '\t', '|', 'sep=;\n', '\0', '=1+1', '__proto__', '\u2028', '1e9'] // prettier-ignore

function read(bytes: Uint8Array, pieceSize: number): TableReading {
  const probe = new EncodingProbe()
  // The encoding is looked for in pieces of the disk's size, of which the first shows whether it is UTF-16.
  probe.push(bytes)
  const { encoding } = probe.settle()
  const layout = sniffLayout(new TextDecoder(encoding).decode(bytes), true, JUDGE)
  const reader = new RecordReader(layout.delimiter, layout.loneCr)
  const decoder = new TextDecoder(encoding)
  const rows: unknown[] = []
  const broken: unknown[] = []
  let wrong: string | undefined
  let last = 0
  const take = (block: Block): void => {
    for (let i = 0; i < block.count; i++) {
      const line = block.line(i)
      if (line <= last) wrong ??= `line ${line} behind line ${last}`
      last = line
      rows.push([line, block.raw(i), block.row(i)])
    }
    for (const { line, code } of block.broken) broken.push([line, code])
  }
  for (let at = 0; at < bytes.length; at += pieceSize)
    take(reader.push(decoder.decode(bytes.subarray(at, at + pieceSize), { stream: true })))
  take(reader.push(decoder.decode()))
  take(reader.end())
  return { rows: rows.length, problems: broken.length, content: [rows, broken], broken: wrong }
}

test('mutated tables end in records and broken lines, the same whatever the pieces', async () => {
  const result = await fuzzTable('csv', read, { seeds: SEEDS, words: WORDS }, fuzzCount())
  expect(result.withRecords).toBeGreaterThan(result.files / 2)
  expect(result.withProblems).toBeGreaterThan(result.files / 10)
}, 600_000)
