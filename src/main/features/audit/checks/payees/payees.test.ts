import { expect, test } from 'vitest'
import { noSteps, rows } from '../testing.ts'
import { payees } from './payees.ts'

const lines = [
  '2022-01-01  Acme  10.00',
  '2022-03-01  Bell  20.00',
  '2023-06-01  Bell  30.00',
  '2024-06-01  Acme  40.00',
  '2024-05-20  Crane  50.00',
  '2024-06-30  crane  60.00',
  '2022-02-01  Dorn  70.00',
]

test('new, resumed and stale payees as of the last day', () => {
  const found = payees(rows(...lines), { newDays: 90, staleDays: 365 }, noSteps)
  expect(found.exceptions.map(one => [one.code, [...one.rows], one.values['payee']])).toEqual([
    ['new-payee', [4, 5], 'Crane'],
    ['resumed-payee', [0, 3], 'Acme'],
    ['resumed-payee', [1, 2], 'Bell'],
    ['stale-payee', [2], 'Bell'],
    ['stale-payee', [6], 'Dorn'],
  ])
  expect(found).toMatchObject({ members: 4, fresh: 1, resumed: 2, stale: 2 })
})

test('as of an earlier day nothing later is seen, and nobody is new where the ledger begins', () => {
  const found = payees(rows(...lines), { asOf: 19_100, newDays: 90, staleDays: 365 }, noSteps)
  expect(found).toMatchObject({ members: 3, fresh: 0, resumed: 0, stale: 0 })
})
