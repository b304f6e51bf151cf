import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSurplus, type Admits } from './align.ts'

const isDay: Admits = cell => /^\d{4}-\d\d-\d\d$/.test(cell)
const isMoney: Admits = cell => /^-?\d+\.\d\d$/.test(cell)
/** Date, text, amount. */
const admits = [isDay, undefined, isMoney]

describe('a record with more fields than the header', () => {
  it('a text that the delimiter cut is put together where only that fits', () => {
    expect(alignSurplus(['2024-01-05', 'Rail', ' Sons', '-12.50'], 3, ',', admits)).toEqual({
      cells: ['2024-01-05', 'Rail, Sons', '-12.50'],
      beyond: [],
    })
  })

  it('what lies behind the last column stays apart', () => {
    expect(alignSurplus(['2024-01-05', 'Rail', '-12.50', 'note'], 3, ',', admits)).toEqual({
      cells: ['2024-01-05', 'Rail', '-12.50'],
      beyond: ['note'],
    })
  })

  it('where two readings fit, or none, the row is not taken', () => {
    // 3.00 may be the amount, with 4.00 behind it, or the end of the text.
    expect(alignSurplus(['2024-01-05', 'Rail', '3.00', '4.00'], 3, ',', admits)).toBeUndefined()
    expect(alignSurplus(['2024-01-05', 'Rail', 'Sons', 'x'], 3, ',', admits)).toBeUndefined()
  })

  it('no text of a row is lost or misplaced: what is taken reads back as the fields that were there', () => {
    const text = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('a', 'b', ' ', '1') })
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 100, max: 99_999 }),
        (parts, units) => {
          const amount = (units / 100).toFixed(2)
          const cells = ['2024-01-05', ...parts, amount]
          const found = alignSurplus(cells, 3, ';', admits)
          if (found) {
            expect([...found.cells.join(';').split(';'), ...found.beyond]).toEqual(cells)
            expect(found.cells[2]).toBe(amount)
          } else expect(parts.at(0)?.trim() === '' || parts.at(-1)?.trim() === '').toBe(true)
        },
      ),
    )
  })
})
