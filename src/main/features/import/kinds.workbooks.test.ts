import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { workbook } from './formats/testing/workbook.ts'
import { unitOfFormat } from './formats/xlsx/values.ts'
import { tryKind, type Kind, type Reading } from './kinds/try.ts'

/** A cell: text, a number, or a number with the index of its style. */
type Cell = string | number | [value: number, style: number]

function cellOf(cell: Cell, at: number, row: number): string {
  const name = `${String.fromCharCode(65 + at)}${row}`
  if (cell === '') return ''
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>`
  const [value, style] = typeof cell === 'number' ? [cell, 0] : cell
  return `<c r="${name}" s="${style}"><v>${value}</v></c>`
}

/** Style 0 is plain, 1 a date, from 2 on the codes. */
function tryRows(rows: Cell[][], codes: string[] = [], kind: Partial<Kind> = {}): Promise<Reading> {
  const cells = rows.map(
    (row, i) => `<row r="${i + 1}">${row.map((cell, at) => cellOf(cell, at, i + 1)).join('')}</row>`,
  )
  const formats = codes.map(
    (code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const styles = codes.map((_, i) => `<xf numFmtId="${170 + i}"/>`)
  const xml = `<styleSheet><numFmts>${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${styles.join('')}</cellXfs></styleSheet>`
  const bytes = zipSync(workbook(cells.join(''), { 'xl/styles.xml': strToU8(xml) }))
  return tryKind({ kind: '', csv: '', fileName: 'book.xlsx', bytes, ...kind })
}

const DAY = 45_306

test('headings of sections on a sheet are the account of the lines below them', async () => {
  const rows: Cell[][] = [
    ['Ledger report'],
    [],
    ['Date', 'Reference', 'Details', 'Amount'],
    ['5010 Rent'],
    [[DAY, 1], 'R1', 'Alpha', 100.5],
    ['Total 5010 Rent', '', '', 100.5],
    ['Sales'],
    [[DAY + 1, 1], 'R2', 'Beta', -9],
    ['Total Sales', '', '', -9],
  ]
  const reading = await tryRows(rows)
  expect(reading.entries).toEqual(['2024-01-15 100.50', '2024-01-16 -9.00'])
  expect(reading.accounts).toEqual(['5010 Rent', 'Sales'])
  expect(reading.claims).toEqual(['Total 5010 Rent 100.50 = 100.50', 'Total Sales -9.00 = -9.00'])
})

const amounts = (...cells: Cell[]): Cell[][] => [
  ['Date', 'Details', 'Amount'],
  ...cells.map((cell, i): Cell[] => [[DAY + i, 1], `Alpha ${i}`, cell]),
]

test('a currency that only the cells’ format shows is the file’s', async () => {
  const euros = await tryRows(amounts([5, 2], [6, 3], 7), ['#,##0.00 [$€-407]', '"€" 0.00'])
  expect(euros.asks).toEqual([])
  expect(euros.entries).toEqual(['2024-01-15 5.00 EUR', '2024-01-16 6.00 EUR', '2024-01-17 7.00 EUR'])
  const pieces = await tryRows(amounts([5, 2], [6, 2]), ['0.00 "pcs"'])
  expect(pieces.entries).toEqual(['2024-01-15 5.00', '2024-01-16 6.00'])
})

test('where the formats disagree, it is asked', async () => {
  const rows = amounts([5, 2], [6, 3])
  const codes = ['[$£-809]#,##0.00', '[$$-1009]#,##0.00']
  expect((await tryRows(rows, codes)).asks).toEqual(['currency'])
  const answered = await tryRows(rows, codes, { answers: { currency: 'CAD' } })
  expect(answered.asks).toEqual([])
  expect(answered.entries).toEqual(['2024-01-15 5.00 CAD', '2024-01-16 6.00 CAD'])
})

test('a column of currencies, or a header that names one, is believed before a format', async () => {
  const named = amounts([5, 2], [6, 2])
  named[0] = ['Date', 'Details', 'Amount (USD)']
  expect((await tryRows(named, ['[$€-407] 0.00'])).entries[0]).toBe('2024-01-15 5.00 USD')
  const column = amounts([5, 2], [6, 2]).map((row, i) => [...row, i === 0 ? 'Currency' : 'CHF'])
  expect((await tryRows(column, ['[$€-407] 0.00'])).entries[0]).toBe('2024-01-15 5.00 CHF')
})

test('a shape that is known in one currency is not read by it once the workbook shows another', async () => {
  const pounds = await tryRows(amounts([5, 2]), ['[$£-809] 0.00'])
  const known = [pounds.mapping]
  expect((await tryRows(amounts([5, 2]), ['[$£-809] 0.00'], { known })).origin).toBe('recognised')
  const euros = await tryRows(amounts([5, 2]), ['[$€-2] 0.00'], { known })
  expect([euros.origin, euros.entries[0]]).toEqual(['proposed', '2024-01-15 5.00 EUR'])
})

test('what number formats show beside the number', () => {
  const shown = ['[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00', '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-', '[$EUR] 0', '£0.00', '[$$-409]0', '[$¥-0804]0', '0.00', '[$-409]d-mmm', '[Red]0', undefined] // prettier-ignore
  expect(shown.map(unitOfFormat)).toEqual(['£', '€', 'EUR', '£', 'USD', 'CNY', undefined, undefined, undefined, undefined]) // prettier-ignore
})
