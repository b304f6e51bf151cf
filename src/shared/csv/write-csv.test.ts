import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvRecord } from './write-csv.ts'

test('no text of a rejected row is a live formula, and every cell reads back as it was but for the apostrophe', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', ' =', '＝', '＋', '－', '＠', '"', '']
  const cell = fc.tuple(fc.constantFrom(...starts), fc.string({ unit: 'binary' })).map(([a, b]) => a + b)
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), cells => {
      const [read = []] = Papa.parse<string[]>(csvRecord(cells), { delimiter: ',', newline: '\r\n' }).data
      expect(read.map((text, i) => (text === `'${cells[i]}` ? cells[i] : text))).toEqual(cells)
      for (const text of read)
        expect(/^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u.test(text) && !/^[+-]?[\d.,' ]+$/.test(text)).toBe(false)
    }),
    { numRuns: 10_000 },
  )
})

test('plain numbers stay numbers', () => {
  expect(csvRecord(['-12.30', '+4', '1.234,56', '-1-2', '=1+1'])).toBe(`-12.30,+4,"1.234,56",'-1-2,'=1+1`)
})

test('a cell of a million digits and a letter takes no longer than any other of its length', () => {
  // A pattern that tries every split of the digits would be at it for the rest of the day.
  const cell = `+${'7'.repeat(1_000_000)}x`
  expect(csvRecord([cell])).toBe(`'${cell}`)
})
