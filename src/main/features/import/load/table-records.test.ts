import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { unpackPiece } from '../../../files/pieces.ts'
import { mulberry32 as random } from '../../../../shared/stats/random.ts'
import { Lender } from '../lender.ts'
import { RecordReader, type Block, type Layout } from '../formats/csv/index.ts'
import { RawKeeper } from './keep.ts'
import { readRecords } from './table-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'farthing-records-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CELLS = ['1234.56', 'Straße', '日本', 'a b', '', '😀']
/** Lines of all kinds: most plain, a few with quotes, line ends in them, or a carriage return; some stretches longer than a piece. */
function textOf(seed: number, odd: number): string {
  const next = random(seed)
  let text = ''
  while (text.length < 700_000) {
    const cells = Array.from({ length: 12 }, () => CELLS[Math.floor(next() * CELLS.length)])
    if (next() < odd) cells[3] = '"said ""so"",\n then went"'
    text += `${cells.join(',')}${next() < odd ? '\r\n' : '\n'}`
  }
  return text + (next() < 0.5 ? 'no,line,end' : '')
}

const layout = { delimiter: ',', loneCr: false } as Layout
const op = { cancelled: () => false, progress: () => {} }
const recordsOf = (block: Block): [number, string[]][] =>
  Array.from({ length: block.count }, (_, i) => [block.line(i), block.row(i)])

describe('the records of a UTF-8 file', () => {
  it.each([
    [1, 0, ''],
    [2, 0.0002, ''],
    [3, 0.01, '\ufeff'],
    [4, 0, '\ufeff'],
  ])('are those of its text, piece after piece in buffers lent (%i, %d)', async (seed, odd, bom) => {
    const text = textOf(seed, odd)
    const bytes = Buffer.from(bom + text)
    const path = join(folder, `${seed}.csv`)
    writeFileSync(path, bytes)
    const whole = new RecordReader(',', false)
    const expected = [whole.push(text), whole.end()].flatMap(recordsOf)

    const lender = new Lender()
    const pieces: { firstLine: number; firstByte: number; data: Uint8Array }[] = []
    const keeper = new RawKeeper('utf-8', false, piece => pieces.push(piece), lender)
    const found: [number, string[]][] = []
    for await (const { block, nextLine, whole: all } of readRecords(
      { path },
      'utf-8',
      layout,
      op,
      piece => keeper.bytes(piece),
      lender,
    )) {
      found.push(...recordsOf(block))
      keeper.cut(nextLine, all)
    }
    await keeper.end()

    expect(found).toEqual(expected)
    const kept = pieces.map(piece => unpackPiece(piece.data))
    expect(Buffer.concat(kept).equals(bytes)).toBe(true)
    // A line is found again by the piece that it begins in.
    let [line, byte] = [1, 0]
    for (const [i, piece] of pieces.entries()) {
      expect([piece.firstLine, piece.firstByte]).toEqual([line, byte])
      line += (kept[i] as Buffer).filter(unit => unit === 10).length
      byte += (kept[i] as Buffer).length
    }
  })
})
