import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { outliers } from './outliers.ts'

const settings = { threshold: 3.5, least: 12, ratio: 10 }

// Oracle: NumPy, 0.6745·(ln 5000 − median) ÷ MAD of the logarithms of these thirteen amounts = 27.68.
test('an amount far from what its payee is usually paid, by the robust z of logarithms', () => {
  const amounts = [90, 95, 100, 105, 110, 120, 80, 100, 98, 103, 130, 70, 5000].map(one => one * 100)
  const rows = populated(amounts, { payee: amounts.map(() => 'Acme') })
  const found = outliers(rows, settings, noSteps)
  expect(found.exceptions).toHaveLength(1)
  expect(found.exceptions[0]).toMatchObject({ rows: [12], code: 'extreme-amount', amount: 500_000 })
  expect(found.exceptions[0]?.values).toMatchObject({ usual: 10_000, of: 13 })
  expect(found.exceptions[0]?.values['z']).toBeCloseTo(27.68, 2)
  expect(found).toMatchObject({ payees: 1, tested: 1, extreme: 1, ratio: 1 })
})

test('with few amounts the largest against the next; credits are compared among themselves', () => {
  const rows = populated([1000, 9999, 500, 5000, -70_000, -100, 20], {
    payee: ['A', 'A', 'b', 'B', 'A', 'C', ''],
  })
  const found = outliers(rows, settings, noSteps)
  expect(found.exceptions).toEqual([
    { rows: [3], code: 'amount-ratio', values: { payee: 'b', next: 500, times: 10, of: 2 }, amount: 5000 },
  ])
})

test('amounts that are as good as equal have no outliers among them', () => {
  const amounts = [...Array.from({ length: 20 }, () => 10_000), 10_100]
  expect(
    outliers(populated(amounts, { payee: amounts.map(() => 'Rent') }), settings, noSteps).exceptions,
  ).toEqual([])
})
