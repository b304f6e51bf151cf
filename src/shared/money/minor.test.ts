import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { divideRounded, exponentOf, minor, parseDecimal, toDecimal, total } from './minor.ts'

const safe = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })

describe('amounts', () => {
  test('become text and come back unchanged, whatever the currency', () => {
    fc.assert(
      fc.property(safe, fc.constantFrom(0, 2, 3, 4, 8), (value, exponent) => {
        expect(parseDecimal(toDecimal(value, exponent), exponent)).toBe(value === 0 ? 0 : value)
      }),
      { numRuns: 2000 },
    )
  })

  test('are read digit by digit: what a float cannot hold is still exact', () => {
    expect(parseDecimal('0.29')).toBe(29)
    expect(parseDecimal('1.005', 3)).toBe(1005)
    expect(parseDecimal('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER)
    expect(parseDecimal('-0.00')).toBe(0)
    expect(Object.is(parseDecimal('-0'), 0)).toBe(true)
  })

  test('that would be rounded, or are no plain decimals, are not read', () => {
    for (const text of ['1.005', '', '-', '.5', '1,000.00', '1e3', 'NaN', '0x10', '12 ', '90071992547409.92'])
      expect(parseDecimal(text), text).toBeUndefined()
    expect(parseDecimal('1.500')).toBe(150)
  })

  test('must be whole', () => {
    expect(() => minor(0.5)).toThrow(RangeError)
    expect(() => minor(2 ** 53)).toThrow(RangeError)
  })

  test('know the minor unit of ISO 4217', () => {
    expect([
      exponentOf('GBP'),
      exponentOf('JPY'),
      exponentOf('BHD'),
      exponentOf('CLF'),
      exponentOf('toString'),
    ]).toEqual([2, 0, 3, 4, 2])
  })

  test('whose sum passes 2^53 stay exact as bigint', () => {
    expect(total(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER)
    expect(total(2n ** 53n)).toBe(2n ** 53n)
    expect(toDecimal(2n ** 53n)).toBe('90071992547409.92')
  })
})

describe('division', () => {
  test('rounds to the nearest whole, halves away from zero', () => {
    expect([
      divideRounded(5n, 2n),
      divideRounded(-5n, 2n),
      divideRounded(4n, 3n),
      divideRounded(-4n, 3n),
      divideRounded(1n, 3n),
    ]).toEqual([3n, -3n, 1n, -1n, 0n])
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError)
  })

  test('is never further than half a unit from the exact quotient', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (a, b) => {
          const error = 2n * (divideRounded(a, b) * b - a)
          expect(error <= b && error >= -b).toBe(true)
        },
      ),
    )
  })
})

describe('allocate', () => {
  test('keeps the total, and no part is a whole unit from its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 }).filter(w => w.some(x => x > 0)),
        (amount, weights) => {
          const parts = allocate(minor(amount), weights)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(amount === 0 ? 0 : amount)
          const sum = weights.reduce((a, b) => a + b, 0)
          parts.forEach((part, i) =>
            expect(Math.abs(part - (amount * (weights[i] as number)) / sum)).toBeLessThan(1.001),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  test('splits ten pounds three ways as 3.34, 3.33, 3.33', () => {
    expect(allocate(minor(1000), [1, 1, 1])).toEqual([334, 333, 333])
    expect(() => allocate(minor(1), [0, 0])).toThrow(RangeError)
  })
})
