import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDate } from '../../../../../shared/calendar/day.ts'
import { noSteps, populated } from '../testing.ts'
import { aging } from './aging.ts'

const asOf = parseIsoDate('2024-06-30') as number
const settings = { asOf, days: [30, 60, 90], settle: 'none' as const }

test('each row by its age; from the due date where there is one; later and undated rows in no band', () => {
  const rows = populated([100, 200, 400, 800, 1600, 3200, 6400], {
    date: ['2024-06-30', '2024-05-31', '2024-05-30', '2024-03-31', '2024-05-01', '2024-07-01', ''],
    due: ['', '', '', '', '2024-07-15', '', ''],
    payee: ['A', 'A', 'a', 'B', 'B', 'A', 'A'],
  })
  const found = aging(rows, settings, noSteps)
  expect(found.bands.map(one => [one.from, one.to, one.count, one.sum])).toEqual([
    [null, -1, 1, 1600n],
    [0, 30, 2, 300n],
    [31, 60, 1, 400n],
    [61, 90, 0, 0n],
    [91, null, 1, 800n],
  ])
  expect(found.later).toEqual({ count: 1, sum: 3200n })
  expect(found.undated).toEqual({ count: 1, sum: 6400n })
  expect(found.difference).toBe(0n)
  expect(found.exceptions).toEqual([
    { rows: [3], code: 'overdue', values: { payee: 'B', days: 90, oldest: 91 }, amount: 800 },
  ])
})

test('a payment settles the payee’s oldest invoices first; what is left keeps its own age', () => {
  const rows = populated([1000, 1000, 1000, -1500, 700], {
    date: ['2024-01-10', '2024-05-10', '2024-06-20', '2024-06-25', '2024-01-10'],
    payee: ['A', 'A', 'A', 'A', 'B'],
  })
  const found = aging(rows, { ...settings, settle: 'oldest-first' }, noSteps)
  expect(found.bands.map(one => one.sum)).toEqual([0n, 1000n, 500n, 0n, 700n])
  expect(found.payees).toEqual([
    { payee: 'A', total: 1500n, sums: [0n, 1000n, 500n, 0n, 0n] },
    { payee: 'B', total: 700n, sums: [0n, 0n, 0n, 0n, 700n] },
  ])
})

test('whatever was paid, the bands add up to the ledger’s balance', () => {
  const row = fc.record({
    amount: fc.integer({ min: -1e12, max: 1e12 }),
    date: fc.oneof(fc.integer({ min: asOf - 900, max: asOf + 30 }), fc.constant(Number.NaN)),
    payee: fc.constantFrom('A', 'B', ''),
  })
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom('none' as const, 'oldest-first' as const), (rows, settle) => {
      const population = populated(
        rows.map(one => one.amount),
        { date: rows.map(one => one.date), payee: rows.map(one => one.payee) },
      )
      const found = aging(population, { ...settings, settle }, noSteps)
      expect(found.difference).toBe(0n)
      const whole = rows.filter(one => one.date <= asOf).reduce((sum, one) => sum + BigInt(one.amount), 0n)
      expect(found.bands.reduce((sum, band) => sum + band.sum, 0n)).toBe(whole)
      expect(found.payees.reduce((sum, one) => sum + one.total, 0n)).toBe(whole)
    }),
    { numRuns: 200 },
  )
})
