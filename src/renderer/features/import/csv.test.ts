import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { rejectsTable, toCsv } from './csv.ts'

describe('rejects as CSV', () => {
  test('a row with more fields than the header keeps them all, with its line and reason at the end', () => {
    const table = rejectsTable(
      ['Date', 'Amount'],
      [{ line: 12, reason: 'More fields than columns.', cells: ['31.13.2025', '912.47', 'extra'] }],
      { line: 'Line', reason: 'Reason' },
    )
    expect(table).toEqual([
      ['Date', 'Amount', '', 'Line', 'Reason'],
      ['31.13.2025', '912.47', 'extra', '12', 'More fields than columns.'],
    ])
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
