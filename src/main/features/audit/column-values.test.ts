import { describe, expect, test } from 'vitest'
import { plainAmounts } from './column-amounts.ts'
import { readDays } from './column-dates.ts'

describe('amounts of a column', () => {
  test('are read as people and programs write them', () => {
    expect(plainAmounts(['1,200.50', '(300.00)', '£12.00', '12.00-', 'EUR 5', '−4', '', 'NA'])).toEqual([
      '1200.50',
      '-300.00',
      '12.00',
      '-12.00',
      '5',
      '-4',
      '',
      'NA',
    ])
    expect(plainAmounts(['1.200,50', '-3,00', '1.000', "1'000,5 €"])).toEqual([
      '1200.50',
      '-3.00',
      '1000',
      '1000.5',
    ])
    expect(plainAmounts(['1,234', '5'])).toEqual(['1234', '5'])
    expect(plainAmounts(['(0.00)', '(-5)'])).toEqual(['0.00', '5'])
  })

  test('that are plain stay as they are, to the last digit', () => {
    const cells = ['1.234', '-0.5', '6e+05', '9007199254740993']
    expect(plainAmounts(cells)).toEqual(cells)
  })

  test('that contradict each other are left for the refusal', () => {
    expect(plainAmounts(['1,50', '2,345.10'])).toEqual(['1,50', '2,345.10'])
    expect(plainAmounts(['1,2,3', 'five', '12,34.5'])).toEqual(['1,2,3', 'five', '12,34.5'])
  })
})

describe('dates of a column', () => {
  const iso = (cells: string[]): (string | number)[] =>
    cells.map(cell => {
      const found = readDays(cells)(cell)
      return 'day' in found
        ? Number.isNaN(found.day)
          ? ''
          : new Date(found.day * 86_400_000).toISOString().slice(0, 10)
        : found.problem
    })

  test('are read in the styles of statements and extracts', () => {
    expect(
      iso([
        '2024-12-31T08:00',
        '20241231',
        '31.12.2024',
        '31 Dec 2024',
        '1-Mai-24',
        'Dec 31, 2024',
        '',
        '00000000',
      ]),
    ).toEqual(['2024-12-31', '2024-12-31', '2024-12-31', '2024-12-31', '2024-05-01', '2024-12-31', '', ''])
  })

  test('with strokes take day and month from the whole column, or say that nothing decides', () => {
    expect(iso(['31/12/2024', '01/02/2024'])).toEqual(['2024-12-31', '2024-02-01'])
    expect(iso(['12/31/2024', '01/02/2024'])).toEqual(['2024-12-31', '2024-01-02'])
    expect(iso(['01/02/2024', 'soon', '31 Feb 2024'])).toEqual(['doubt', 'none', 'none'])
  })
})
