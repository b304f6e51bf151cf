import { expect, it } from 'vitest'
import { testStyle } from './testing.ts'
import { matrixTwin, rankingTwin, seriesTwin, twinCsv } from './twin.ts'

const { words } = testStyle

it('a table twin holds every figure of the chart, in words and as data', () => {
  const twin = seriesTwin(
    {
      kind: 'series',
      unit: 'money',
      currency: 'GBP',
      x: ['2025-09', '2025-10'],
      lines: [{ id: 'a', label: 'This year', role: 'actual', values: [123_456, null] }],
    },
    'Month',
    words,
  )
  expect(twin.columns).toEqual(['Month', 'This year (GBP)'])
  expect(twin.rows[0]).toEqual({
    head: 'step 2025-09',
    headData: '2025-09',
    cells: [{ text: '£1234.56', data: '1234.56' }],
  })
  expect(twin.rows[1]?.cells).toEqual([{ text: 'no data', data: '' }])
  expect(twinCsv(twin)).toBe('\uFEFFMonth,This year (GBP)\r\n2025-09,1234.56\r\n2025-10,\r\n')
})

it('saved data runs no formula: names that look like one are defused, figures stay figures', () => {
  const csv = twinCsv(
    matrixTwin(
      {
        kind: 'matrix',
        unit: 'money',
        currency: 'GBP',
        rows: [
          { key: '1', label: '=HYPERLINK("http://x")' },
          { key: '2', label: '-1+1' },
          { key: '3', label: '@SUM(A1), "quoted"' },
        ],
        columns: [{ key: '2025-10', label: '' }],
        values: [[-12_345], [0], [null]],
      },
      'Payee',
      words,
    ),
  )
  expect(csv.split('\r\n').slice(1, 4)).toEqual([
    `"'=HYPERLINK(""http://x"")",-123.45`,
    `'-1+1,0.00`,
    `"'@SUM(A1), ""quoted""",`,
  ])
})

it("a ranking's twin ends with the rest and a total that the rows add up to", () => {
  const twin = rankingTwin(
    {
      dimension: 'payee',
      rows: [{ key: 'A', label: 'A', value: 70, before: 50, entries: 3 }],
      rest: { members: 2, value: 30, before: null, entries: 4 },
      total: 100,
      totalBefore: 50,
    },
    'GBP',
    {
      member: 'Payee',
      value: 'Spent',
      before: 'Before',
      entries: 'Entries',
      none: 'None',
      rest: '2 others',
      total: 'Total',
    },
    words,
  )
  expect(twin.rows.map(row => [row.head, ...row.cells.map(c => c.data)])).toEqual([
    ['A', '0.70', '0.50', '3'],
    ['2 others', '0.30', '', '4'],
    ['Total', '1.00', '0.50', '7'],
  ])
})
