import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from './block.ts'
import { MAX_RECORD, RecordReader } from './records.ts'

/** Reads text in pieces of a size, as a file comes. */
function read(text: string, size = 7, loneCr = false) {
  const reader = new RecordReader(',', loneCr)
  const rows: string[][] = []
  const lines: number[] = []
  const raws: string[] = []
  const broken: Block['broken'] = []
  const take = (block: Block): void => {
    for (let i = 0; i < block.rows.length; i++) raws.push(block.raw(i))
    for (const row of block.rows) rows.push(row)
    for (const line of block.lines) lines.push(line)
    for (const line of block.broken) broken.push(line)
  }
  for (let at = 0; at < text.length; at += size) take(reader.push(text.slice(at, at + size)))
  take(reader.end())
  return { rows, lines, raws, broken }
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '1'), maxLength: 8 })
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('records', () => {
  it('come back as they were written, on the lines where they stand, whatever the pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        (table, size, end) => {
          const records = table.map(row => row.map(quote).join(','))
          const { rows, lines, raws, broken } = read(records.join(end) + end, size)
          expect(rows).toEqual(table)
          expect(broken).toEqual([])
          expect(raws).toEqual(records)
          let line = 1
          for (const [i, row] of table.entries()) {
            expect(lines[i]).toBe(line)
            line += 1 + (row.join('').match(/\n/g)?.length ?? 0)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('count lines alike under mixed line ends', () => {
    const { rows, lines } = read('a,1\r\nb,2\nc,3\rd,4\n', 3, true)
    expect(rows).toEqual([['a', '1'], ['b', '2'], ['c', '3'], ['d', '4']]) // prettier-ignore
    expect(lines).toEqual([1, 2, 3, 4])
  })

  it('keep a carriage return inside a line where the file does not use it as a line end', () => {
    expect(read('a\rb,1\nc,2\n').rows).toEqual([['a\rb', '1'], ['c', '2']]) // prettier-ignore
  })

  it('lose only the line on which a quote is left open', () => {
    const { rows, lines, broken } = read('a,1\nb,"2\nc,3\nd,4\n', 1000)
    expect(broken).toEqual([{ line: 2, code: 'open-quote', raw: 'b,"2' }])
    expect(rows).toEqual([['a', '1'], ['c', '3'], ['d', '4']]) // prettier-ignore
    expect(lines).toEqual([1, 3, 4])
  })

  it('never swallow lines into a text whose quotes are not as they should be', () => {
    const text = 'a,1\n"b"x,2\nc,3\nd,"4"\n"e "f" g",5\n"h\ni",6\n'
    for (const size of [3, 11, 1000]) {
      const { rows, lines, broken } = read(text, size)
      expect(broken).toEqual([{ line: 2, code: 'open-quote', raw: '"b"x,2' }])
      expect(rows).toEqual([['a', '1'], ['c', '3'], ['d', '4'], ['e "f" g', '5'], ['h\ni', '6']]) // prettier-ignore
      expect(lines).toEqual([1, 3, 4, 5, 6])
    }
  })

  it('get over a quote left open in front of five megabytes, and over a line as long, in a moment', () => {
    const line = 'x,12345678\n'
    const many = line.repeat(460_000)
    const open = read(`a,"1\n${many}`, 1_000_000)
    expect(open.broken.map(b => b.code)).toEqual(['open-quote'])
    expect(open.rows.length).toBe(460_000)
    const giant = read(`a,1\n${'y'.repeat(5_000_000)}\nb,2\n`, 1_000_000)
    expect(giant.broken).toMatchObject([{ line: 2, code: 'record-too-long' }])
    expect(giant.rows).toEqual([['a', '1'], ['b', '2']]) // prettier-ignore
    expect(giant.lines).toEqual([1, 3])
  }, 20_000)

  it('do not hang on quotes left open in every line', () => {
    const text = `${'"a\n'.repeat(200_000)}b,1\n`
    const { rows, broken } = read(text, 1_000_000)
    expect(rows.length + broken.length).toBe(200_001)
    expect(rows.at(-1)).toEqual(['b', '1'])
  }, 20_000)

  it('are refused beyond the cap wherever the pieces end', () => {
    const long = 'x'.repeat(MAX_RECORD)
    const text = `a,b\n"${long}",1\nc,d\n${long}yz,1\ne,f\n"g\n${long}",1\n${long},\nh,i\n`
    const results = [MAX_RECORD * 9, 400_000, MAX_RECORD + 7].map(size => {
      const { rows, lines, broken } = read(text, size)
      return {
        rows: rows.map(row => row.map(c => c.slice(0, 9))),
        lines,
        broken: broken.map(b => [b.line, b.code]),
      }
    })
    expect(results[0]).toEqual({
      rows: [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['h', 'i'],
      ],
      lines: [1, 3, 5, 9],
      broken: [
        [2, 'record-too-long'],
        [4, 'record-too-long'],
        [6, 'open-quote'],
        [7, 'record-too-long'],
        [8, 'record-too-long'],
      ],
    })
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
    const whole = `${'y'.repeat(MAX_RECORD - 2)},1`
    for (const size of [MAX_RECORD * 9, 300_000])
      expect(read(`a,b\n${whole}\nc,d\n`, size).rows).toHaveLength(3)
  })
})
