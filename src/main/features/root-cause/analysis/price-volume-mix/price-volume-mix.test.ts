import fc from 'fast-check'
import { expect, it } from 'vitest'
import { priceVolumeMix, type PricedMember } from './price-volume-mix.ts'

const member = (key: string, q0: number, v0: number, q1: number, v1: number): PricedMember => ({
  key,
  quantityBefore: BigInt(q0),
  valueBefore: BigInt(v0),
  quantityAfter: BigInt(q1),
  valueAfter: BigInt(v1),
})

it('a higher price alone is all price, more of the same all volume', () => {
  expect(priceVolumeMix([member('a', 10, 1000, 10, 1200)])).toMatchObject({ price: 200, volume: 0, mix: 0 })
  expect(priceVolumeMix([member('a', 10, 1000, 15, 1500)])).toMatchObject({ price: 0, volume: 500, mix: 0 })
})

it('more of the dearer at the same prices and the same number is all mix', () => {
  const effects = priceVolumeMix([member('cheap', 10, 1000, 5, 500), member('dear', 10, 3000, 15, 4500)])
  expect(effects).toMatchObject({ price: 0, volume: 0, mix: 1000 })
})

it('the formulas, worked by hand: 10 at 10.00 and 20 at 5.00 become 12 at 11.00 and 30 at 4.00', () => {
  // Q₀ 30, Q₁ 42, P̄₀ 6.6667: volume 12 × 6.6667 = 80.00. Price 12 × 1 + 30 × −1 = −18.00.
  // Mix 42 × ((12/42 − 10/30) × 10 + (30/42 − 20/30) × 5) = −10.00. Sum 52.00 = 252.00 − 200.00.
  const effects = priceVolumeMix([member('a', 10, 100_00, 12, 132_00), member('b', 20, 100_00, 30, 120_00)])
  expect(effects).toMatchObject({ volume: 80_00, price: -18_00, mix: -10_00, unpriced: 0, delta: 52_00 })
})

it('what has no quantity stands apart, and nothing before has no price to start from', () => {
  const effects = priceVolumeMix([member('a', 1, 100, 1, 100), member('fee', 0, 30, 0, 45)])
  expect(effects).toMatchObject({ unpriced: 15, price: 0, volume: 0, mix: 0 })
  expect(priceVolumeMix([member('a', 0, 0, 5, 500)])).toBeUndefined()
})

it('effects and what has no quantity sum to the change exactly, members’ prices to the price effect', () => {
  const quantity = fc.integer({ min: 0, max: 100_000 })
  const value = fc.integer({ min: -(10 ** 12), max: 10 ** 12 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(quantity, value, quantity, value), { minLength: 1, maxLength: 12 }),
      rows => {
        const effects = priceVolumeMix(rows.map((row, i) => member(String(i), ...row)))
        if (!effects) return
        const sum =
          BigInt(effects.price) + BigInt(effects.volume) + BigInt(effects.mix) + BigInt(effects.unpriced)
        const delta = rows.reduce((a, [, v0, , v1]) => a + BigInt(v1) - BigInt(v0), 0n)
        expect(sum).toBe(delta)
        expect(BigInt(effects.delta)).toBe(delta)
        expect(effects.members.reduce<bigint>((a, m) => a + BigInt(m.price), 0n)).toBe(BigInt(effects.price))
      },
    ),
    { numRuns: 500 },
  )
})
