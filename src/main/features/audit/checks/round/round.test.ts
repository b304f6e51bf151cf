import { expect, test } from 'vitest'
import { seeded } from '../random.ts'
import { amountsOnly, noSteps } from '../testing.ts'
import { roundAmounts } from './round.ts'

test('round amounts are multiples of the unit asked for, nil is none', () => {
  const found = roundAmounts(
    amountsOnly([100_000, 150_000, -300_000, 0, 100_001]),
    { multipleOf: 1000 },
    noSteps,
  )
  expect(found.exceptions.map(one => [one.rows[0], one.amount])).toEqual([
    [2, 300_000],
    [0, 100_000],
  ])
})

test('amounts that end in anything are as round as chance has it; a few hundred round ones are not', () => {
  const random = seeded(5)
  const amounts = Array.from({ length: 20_000 }, () => 10_000 + Math.floor(random() * 10_000_000))
  const plain = roundAmounts(amountsOnly(amounts), { multipleOf: 100 }, noSteps).levels.find(
    one => one.multipleOf === 1,
  )
  expect(plain?.expected).toBe(0.01)
  expect(plain?.p).toBeGreaterThan(0.001)
  const more = [...amounts, ...Array.from({ length: 300 }, (_, i) => 100_000 * (i + 1))]
  const found = roundAmounts(amountsOnly(more), { multipleOf: 1000 }, noSteps).levels.find(
    one => one.multipleOf === 100,
  )
  expect(found?.p).toBeLessThan(1e-9)
  expect(found?.count).toBeGreaterThanOrEqual(300)
})

test('a payee whose amounts are rounder than all others is named', () => {
  const random = seeded(6)
  const amounts = Array.from({ length: 1000 }, (_, i) =>
    i < 20 ? 100_000 * (i + 1) : 100_001 + Math.floor(random() * 900_000),
  )
  const payee = amounts.map((_, i) => (i < 20 ? 'Round & Co' : `Payee ${i % 30}`))
  const found = roundAmounts({ ...amountsOnly(amounts), payee }, { multipleOf: 1000 }, noSteps)
  expect(found.payees.map(one => one.payee)).toEqual(['Round & Co'])
  expect(found.payees[0]).toMatchObject({ n: 20, count: 20, share: 1 })
})
