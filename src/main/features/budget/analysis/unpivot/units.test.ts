import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letters } from './letters.ts'
import { unitOf, withoutUnit } from './units.ts'

describe('a column’s letters', () => {
  it('are those of a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(letters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ])
  })

  it('read back as digits of 26 they are the column again', () => {
    const read = (name: string): number =>
      [...name].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
    fc.assert(
      fc.property(fc.nat(1_000_000), column => {
        expect(read(letters(column))).toBe(column)
      }),
    )
  })
})

describe('what figures are counted in', () => {
  const power = (words: string): number | undefined => unitOf([[words]], [])?.power

  it.each([
    ['Budget 2025 (in thousands)', 3],
    ['Angaben in TEUR', 3],
    ['in Tsd. €', 3],
    ['Budget £000', 3],
    ['$’000s', 3],
    ['Plan kEUR', 3],
    ['£k', 3],
    ['in millions of pounds', 6],
    ['Angaben in Mio. EUR', 6],
    ['£m', 6],
  ])('%s', (words, expected) => {
    expect(power(words)).toBe(expected)
  })

  it.each([
    'Budget 2025',
    'GBP',
    '£1,000',
    // A limit is no unit.
    'Items above £0005',
    'Mein Budget',
    'Museum',
    'Thousand Oaks branch',
    '',
  ])('%s is no unit', words => {
    expect(power(words)).toBeUndefined()
  })

  it('a title is the whole table’s, a header only where all figures’ headers say the same', () => {
    const header = ['Account', 'Jan £000', 'Feb £000']
    const figures = (second: string) => [
      { header: 'Jan £000', column: 1 },
      { header: second, column: 2 },
    ]
    expect(unitOf([header], figures('Feb £000'))).toEqual({ power: 3, words: 'Jan £000', place: { row: 1, column: 'B' } }) // prettier-ignore
    expect(unitOf([['Account', 'Jan £000', 'Feb']], figures('Feb'))).toBeUndefined()
    expect(unitOf([['Account', 'Jan £000', 'Feb £m']], figures('Feb £m'))).toBeUndefined()
    expect(unitOf([['Town budget', 'in £m'], header], figures('Feb £000'))?.place).toEqual({
      row: 1,
      column: 'B',
    })
  })

  it('a header without it keeps the year, and no nought of it is read as a figure', () => {
    expect(withoutUnit('2024 Budget £000').trim()).toBe('2024 Budget')
    expect(withoutUnit('Plan 2025').trim()).toBe('Plan 2025')
    expect(withoutUnit('Mio. EUR 2025').trim()).toBe('2025')
  })
})
