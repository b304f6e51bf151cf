import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMoney } from './parse.ts'

const point = { decimal: '.', grouping: ',' } as const
const comma = { decimal: ',', grouping: '.' } as const

describe('money text', () => {
  it('comes back digit by digit from every style it can be written in', () => {
    const styles = [
      { style: point, group: ',' },
      { style: comma, group: '.' },
      { style: { decimal: ',', grouping: ' ' } as const, group: ' ' },
      { style: { decimal: ',', grouping: ' ' } as const, group: '\u00a0' },
      { style: { decimal: '.', grouping: "'" } as const, group: "'" },
      { style: { decimal: '.', grouping: "'" } as const, group: '\u2019' },
    ]
    const signs: ((digits: string) => string)[] = [
      d => `-${d}`,
      d => `${d}-`,
      d => `(${d})`,
      d => `\u2212${d}`,
      d => `- £${d}`,
      d => `£-${d}`,
      d => `${d} GBP-`,
      d => `${d} Cr`,
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999_999 }),
        fc.constantFrom(...styles),
        fc.option(fc.constantFrom(...signs)),
        (minorUnits, { style, group }, sign) => {
          const whole = Math.floor(minorUnits / 100)
            .toString()
            .replace(/\B(?=(\d{3})+$)/g, group)
          const digits = `${whole}${style.decimal}${String(minorUnits % 100).padStart(2, '0')}`
          const text = sign ? sign(digits) : digits
          expect([text, parseMoney(text, style, 'GBP')]).toEqual([
            text,
            { ok: true, value: sign ? -minorUnits : minorUnits },
          ])
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['616.23 ', 61623],
    ['1e+05', 10_000_000],
    ['.5', 50],
    ['7.', 700],
    ['+£327.49', 32749],
    ['12.3400', 1234],
    ['104758470.9000001', 10475847090],
    ['12.249999999998', 1225],
    ['1,00,000.00', 10_000_000],
  ])('%s is %i minor units', (text, value) =>
    expect(parseMoney(text, point, 'GBP')).toEqual({ ok: true, value }),
  )

  it.each([
    ['1.234', 'too-many-decimals'],
    ['12.345678', 'too-many-decimals'],
    ['9..9', 'bad-amount'],
    ['1,23', 'bad-amount'],
    ['INV 2001', 'bad-amount'],
    ['12a', 'bad-amount'],
    ['--5', 'bad-amount'],
    ['99999999999999999', 'amount-too-large'],
  ])('%s is refused: %s', (text, problem) =>
    expect(parseMoney(text, point, 'GBP')).toEqual({ ok: false, problem }),
  )

  it('has as many places as its currency', () => {
    expect(parseMoney('1200', point, 'JPY')).toEqual({ ok: true, value: 1200 })
    expect(parseMoney('1200.5', point, 'JPY')).toEqual({ ok: false, problem: 'too-many-decimals' })
    expect(parseMoney('1.234', point, 'KWD')).toEqual({ ok: true, value: 1234 })
  })
})

describe('a sign or code beside the digits', () => {
  it.each([
    ['£5.00', 'GBP', true],
    ['£5.00', 'EGP', true],
    ['5.00 GBP', 'GBP', true],
    ['$5.00', 'CAD', true],
    ['C$ 5.00', 'CAD', true],
    ['5.00 kr', 'NOK', true],
    ['5.00 Dr', 'EUR', true],
    ['5.00 USD', 'POUNDS', true],
    ['$5.00', 'GBP', false],
    ['5.00 USD', 'GBP', false],
    ['A$5.00', 'USD', false],
    ['5.00 kr', 'GBP', false],
    ['5.00 د.إ', 'GBP', false],
  ])('%s on a row of %s: %s', (text, currency, fits) =>
    expect(parseMoney(text, point, currency)).toEqual(
      fits ? { ok: true, value: expect.any(Number) } : { ok: false, problem: 'other-currency' },
    ),
  )
})
