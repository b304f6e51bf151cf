import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded } from './minor.ts'
import { roundColumn } from './round-column.ts'

describe('roundColumn', () => {
  it('gives the missing unit to the largest remainder', () => {
    // 10.40 + 10.40 + 10.40 = 31.20, printed 31: naive rounding prints 30.
    expect(roundColumn([1040, 1040, 1040], 100)).toEqual([11, 10, 10])
    // 1.50 + 1.50 = 3.00: naive rounding prints 2 + 2.
    expect(roundColumn([150, 150], 100)).toEqual([2, 1])
  })

  it('keeps a refund negative and whole pounds as they are', () => {
    expect(roundColumn([10_000, -2550, 49], 100)).toEqual([100, -25, 0])
    expect(roundColumn([500, -300, 0], 100)).toEqual([5, -3, 0])
  })

  it('adds up to the rounded total, each part within one unit of itself', () => {
    const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 30 }),
        fc.constantFrom(1, 100, 1000, 100_000),
        (parts, unit) => {
          const rounded = roundColumn(parts, unit).map(BigInt)
          const sum = parts.reduce((a, p) => a + p, 0n)
          expect(rounded.reduce((a, p) => a + p, 0n)).toBe(divideRounded(sum, BigInt(unit)))
          for (const [i, part] of parts.entries()) {
            const off = (rounded[i] as bigint) * BigInt(unit) - part
            expect(off > -BigInt(unit) && off < BigInt(unit)).toBe(true)
            if (part % BigInt(unit) === 0n) expect(off).toBe(0n)
          }
        },
      ),
    )
  })
})
