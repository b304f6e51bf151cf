import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toIsoDate } from '../../../../../shared/calendar/day.ts'
import { periodWords } from './periods.ts'
import { unpivot, type UnpivotOptions } from './unpivot.ts'

const options: UnpivotOptions = { exponent: 2, fiscal: 1, spread: 'even' }
const read = (lines: string[], more: Partial<UnpivotOptions> = {}) =>
  unpivot(
    lines.map(line => line.split(';')),
    { ...options, ...more },
  )!
const short = (found: ReturnType<typeof read>) =>
  found.figures.map(f => [
    Object.values(f.dimensions).join('/') || f.text,
    toIsoDate(f.days[0]!),
    f.amounts.reduce((a, b) => a + b, 0),
  ])

test('wide: a column a month, the total column no figure, total rows held against the figures', () => {
  const found = read([
    'Account;Cost centre;Jan 2025;Feb 2025;Total',
    '7010;1100;1,000.50;-;1,000.50',
    '7300;1100;20;(5.25);14.75',
    'Total;;1,020.50;-5.25;1',
  ])
  expect(short(found)).toEqual([
    ['7010/1100', '2025-01-01', 1000_50],
    ['7300/1100', '2025-01-01', 20_00],
    ['7300/1100', '2025-02-01', -5_25],
  ])
  expect(found.controls.map(c => [c.row, c.column, c.agrees])).toEqual([
    [4, 'C', true],
    [4, 'D', true],
  ])
})

test('months without a year take the one given, by the fiscal calendar', () => {
  const found = read(['Konto;April;Dezember;Jänner;Januar', '1;1;2;9;3'], { year: 2025, fiscal: 4 })
  expect(short(found)).toEqual([
    ['1', '2025-04-01', 100],
    ['1', '2025-12-01', 200],
    ['1', '2026-01-01', 300],
  ])
  expect(read(['Account;Jan', '1;5']).problems[0]).toMatchObject({ row: 2, column: 'B' })
})

test('headers of two rows: the year reaches over its months', () => {
  const found = read(['Budget of all;;;', ';;;', 'Category;2025;;2026', ';Jan;Feb;Jan', 'Food;1;2;3'])
  expect(short(found)).toEqual([
    ['Food', '2025-01-01', 100],
    ['Food', '2025-02-01', 200],
    ['Food', '2026-01-01', 300],
  ])
})

test('blocks under headings, years, and increases that are no figures; a year goes over its months', () => {
  const found = read([
    ';Fiscal Year;;Fiscal Year',
    ';2016;Increase/;2017',
    ';Actual;(Decrease);Budget',
    'Museum',
    'Staff;100;1;120',
    'Total;100;1;120',
    'Library',
    'Books;50;2;61',
    'Total;50;2;60',
  ])
  expect(found.figures.map(f => [f.block, f.text, f.amounts.length, f.amounts[0], f.row, f.column])).toEqual([
    ['Museum', 'Staff', 12, 10_00, 5, 'D'],
    ['Library', 'Books', 12, 5_09, 8, 'D'],
  ])
  expect(found.controls.map(c => c.agrees)).toEqual([true, false])
})

test('estimates beside the budget are not the budget', () => {
  const found = read(['Account;FY2024 Estimated;FY2025 Budget', '1;12;24'])
  expect(found.figures.map(f => f.header)).toEqual(['FY2025 Budget'])
  expect(read(['Account;Forecast Jan 2025;Forecast Feb 2025', '1;12;24']).figures).toHaveLength(2)
})

test('below the total of all blocks nothing is taken up again, unless a header begins another table', () => {
  const block = (name: string, a: number): string[] => [`${name};`, `x;${a}`, `Total;${a}`]
  const found = read([
    'Account;2025-01',
    ...block('A', 10),
    ...block('B', 20),
    'Grand total;30',
    'By class;30',
    'Account;2026-01',
    'y;5',
  ])
  expect(short(found).map(f => [f[0], f[2]])).toEqual([
    ['x', 10_00],
    ['x', 20_00],
    ['y', 5_00],
  ])
  expect(found.rows).toMatchObject({ figures: 3, totals: 3, headings: 2, ignored: 1 })
})

test('long: month and amount in columns, German decimals', () => {
  const found = read(['Kostenstelle;Monat;Betrag', '100;2025-03;1.234,50', '100;04/2025;2.000,00'])
  expect(short(found)).toEqual([
    ['100', '2025-03-01', 1234_50],
    ['100', '2025-04-01', 2000_00],
  ])
  const periods = read(['Account;Fiscal year;Period;Plan', '7010;2025;1;5', '7010;2025;12;6'], {
    fiscal: 7,
  })
  expect(short(periods).map(f => f[1])).toEqual(['2025-07-01', '2026-06-01'])
})

test('a header that stands again begins another block', () => {
  const found = read(['Account;Jan 2025', '1;10', '', 'Account;Jan 2026', '1;20'])
  expect(short(found)).toEqual([
    ['1', '2025-01-01', 10_00],
    ['1', '2026-01-01', 20_00],
  ])
})

test('words of time', () => {
  expect(periodWords('Sept 25')).toEqual({ month: 9, year: 2025 })
  expect(periodWords('P07')).toEqual({ period: 7 })
  expect(periodWords('Q3 2025')).toEqual({ quarter: 3, year: 2025 })
  expect(periodWords('FY2025/26')).toEqual({ year: 2025 })
  for (const none of ['Market', 'Total', '12', '', 'Decor', 'Mayor'])
    expect(periodWords(none)).toBeUndefined()
})

test('nothing that is no budget is one', () => {
  expect(
    unpivot(
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      options,
    ),
  ).toBeUndefined()
  expect(unpivot([], options)).toBeUndefined()
  // Without a header; a word of time further down is no header.
  const bare = [...Array.from({ length: 9 }, (_, i) => [`Row ${i}`, '5', '6']), ['Jan 2025', 'Feb 2025', '']]
  expect(unpivot([...bare, ['x', '1', '2']], options)).toBeUndefined()
})

test('whatever the layout, the figures keep the table’s total', () => {
  const amounts = fc.array(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 12, maxLength: 12 }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(amounts, fc.constantFrom('month', 'year'), (rows, kind) => {
      const head = Array.from({ length: 12 }, (_, i) =>
        kind === 'month' ? `2025-${String(i + 1).padStart(2, '0')}` : String(2000 + i),
      )
      const found = unpivot(
        [['Account', ...head], ...rows.map((row, i) => [`A${i}`, ...row.map(v => (v / 100).toFixed(2))])],
        options,
      )!
      const sum = found.figures.flatMap(f => f.amounts).reduce((a, b) => a + b, 0)
      expect(sum).toBe(rows.flat().reduce((a, b) => a + b, 0))
      expect(found.problems).toEqual([])
    }),
  )
})

test('a thirteenth period is a figure of the last month, and a row’s own total misses what was not read', () => {
  const found = read(['Account;P01;P12;P13;Total', '1;1;2;3;6', '2;1;2;-;4'], { year: 2024 })
  expect(short(found)).toEqual([
    ['1', '2024-01-01', 100],
    ['1', '2024-12-01', 200],
    ['1', '2024-12-01', 300],
    ['2', '2024-01-01', 100],
    ['2', '2024-12-01', 200],
  ])
  expect(found.controls).toEqual([
    { row: 3, column: 'E', label: '2', file: '4.00', farthing: '3.00', agrees: false },
  ])
})

test('figures in thousands are taken as such, where the file says so of all of them', () => {
  const titled = read(['Budget 2024 (in TEUR);;', 'Konto;Jan 2024;Summe', '1;1,5;1,5'])
  expect(short(titled)).toEqual([['1', '2024-01-01', 1500_00]])
  expect(titled.problems).toMatchObject([{ row: 1, column: 'A' }])
  const headed = read(['Account;2024 Budget £000;2025 Budget £000', '1;2;3'])
  expect(headed.figures.map(f => f.amounts.reduce((a, b) => a + b, 0))).toEqual([2000_00, 3000_00])
  const mixed = read(['Account;2024 Budget;Reserves £000', '1;2;3'])
  expect(mixed.problems).toEqual([])
  expect(mixed.figures.map(f => f.amounts.reduce((a, b) => a + b, 0))).toEqual([2_00])
})
