import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from '../apportion/apportion.ts'
import { bridgeOf, figuresOf, sumOf } from './variance.ts'

const side = (actual: number, budget: number) => ({
  actual,
  budget,
  carried: 0,
  rowsActual: 1,
  rowsBudget: 1,
})

test('in a ledger: expense over budget is adverse, revenue over budget favourable', () => {
  expect(figuresOf(side(120_00, 100_00), -1)).toMatchObject({
    variance: 20_00,
    percent: 20,
    effect: -20_00,
    judgement: 'adverse',
  })
  expect(figuresOf(side(-120_00, -100_00), -1)).toMatchObject({
    variance: -20_00,
    percent: -20,
    judgement: 'favourable',
  })
  expect(figuresOf(side(-90_00, -100_00), -1).judgement).toBe('adverse')
})

test('at home: money out over budget is adverse', () => {
  expect(figuresOf(side(-120_00, -100_00), 1)).toMatchObject({ variance: -20_00, judgement: 'adverse' })
  expect(figuresOf(side(-80_00, -100_00), 1).judgement).toBe('favourable')
})

test('without a budget there is no percentage, and no variance is neither', () => {
  expect(figuresOf(side(5, 0), -1)).toMatchObject({ percent: null, judgement: 'adverse' })
  expect(figuresOf(side(5, 5), -1)).toMatchObject({ percent: 0, judgement: 'none' })
  expect(figuresOf(side(100, 3), -1).percent).toBe(3233.33)
})

test('where actual and budget have opposite signs no percentage is made: the amounts have to speak', () => {
  expect(figuresOf(side(150_000_00, -1_100_000_00), -1)).toMatchObject({
    variance: 1_250_000_00,
    percent: null,
    judgement: 'adverse',
  })
  expect(figuresOf(side(-1, 100), 1)).toMatchObject({ variance: -101, percent: null })
  // Nothing at all is no other sign: all of the budget is missing.
  expect(figuresOf(side(0, -100), -1).percent).toBe(100)
})

test('the bridge sums from budget to actual exactly, however many steps it has', () => {
  const member = fc.record({ actual: fc.maxSafeInteger(), budget: fc.maxSafeInteger() })
  fc.assert(
    fc.property(fc.array(member, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), (members, most) => {
      const named = members.map((m, i) => ({ ...side(m.actual, m.budget), key: String(i), label: '' }))
      const bridge = bridgeOf(named, most)
      const steps = [...bridge.steps, ...(bridge.others ? [bridge.others] : [])]
      expect(steps.reduce((sum, s) => sum + BigInt(s.delta), BigInt(bridge.from))).toBe(BigInt(bridge.to))
      expect(bridge.to).toBe(sumOf(named).actual)
      expect(steps.length).toBeLessThanOrEqual(most + 1)
    }),
  )
})

test('shares of a month sum to the share of its sum, none more than a unit from its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.maxSafeInteger(), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 31 }),
      (amounts, part) => {
        const shares = apportion(amounts.map(BigInt), part, 31)
        const sum = amounts.reduce((a, b) => a + BigInt(b), 0n) * BigInt(part)
        const off = shares.reduce((a, b) => a + b, 0n) * 31n - sum
        expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(31n)
        for (const [i, share] of shares.entries()) {
          const own = share * 31n - BigInt(amounts[i] as number) * BigInt(part)
          expect(own < 0n ? -own : own).toBeLessThan(31n)
        }
      },
    ),
  )
})
