import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { marksOf, rejectsTable, unguarded } from '../../../shared/csv/rejects.ts'
import { toCsv } from './csv.ts'

describe('rejects as CSV', () => {
  test('a row with more fields than the header keeps them all, with its line and reason at the end', () => {
    const table = rejectsTable(
      'csv',
      ['Date', 'Amount'],
      [{ line: 12, reason: 'More fields than columns.', cells: ['31.13.2025', '912.47', 'extra'], raw: '' }],
    )
    expect(table).toEqual([
      ['Date', 'Amount', 'farthing:more', 'farthing:line', 'farthing:reason'],
      ['31.13.2025', '912.47', 'extra', '12', 'More fields than columns.'],
    ])
    expect(marksOf(table[0] ?? [])).toEqual({ width: 2, fields: 3, format: 'csv' })
  })

  test('a statement’s record brings its text, and its format', () => {
    const row = { line: 4, reason: 'No day.', cells: ['', '-5.00'], raw: '<STMTTRN>' }
    const table = rejectsTable('ofx', ['Date', 'Amount'], [row])
    expect(table[1]).toEqual(['', '-5.00', '4', 'No day.', '<STMTTRN>'])
    expect(marksOf(table[0] ?? [])).toEqual({ width: 2, fields: 2, format: 'ofx' })
    expect(marksOf(['Date', 'Amount', 'Line', 'Reason'])).toBeUndefined()
  })

  test('what a spreadsheet would run is harmless in the file and itself again when it comes back', () => {
    for (const text of ['=1+1', '- Rent', '@home', "O'Neill", '-3.20'])
      expect(unguarded(Papa.parse<string[]>(toCsv([[text, 'x']])).data[0]?.[0] ?? '')).toBe(text)
  })

  test('a formula is made harmless, a negative amount is left alone', () => {
    expect(toCsv([['=HYPERLINK("x")', '-912.47', '@SUM', '+44 7700']])).toBe(
      `"'=HYPERLINK(""x"")",-912.47,'@SUM,+44 7700\r\n`,
    )
  })

  test('what is written is read back by papaparse, formulas aside', () => {
    const text = fc.string().map(s => s.replace(/^[\s=+\-@＝＋－＠]+/u, ''))
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        rows => {
          const back = Papa.parse<string[]>(toCsv(rows), { delimiter: ',', newline: '\r\n' }).data.slice(
            0,
            -1,
          )
          expect(back).toEqual(rows)
        },
      ),
    )
  })
})
