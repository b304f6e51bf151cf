import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { dormantAccounts } from './dormant.ts'

test('a posting after a long pause, with the one before; a pause of just so many days is none', () => {
  const rows = populated([100, 200, -900, 300, 400], {
    account: ['Suspense', 'Rent', 'Suspense', 'Rent', 'Old'],
    date: ['2024-01-01', '2024-01-01', '2024-06-30', '2024-06-29', '2023-01-01'],
  })
  const found = dormantAccounts(rows, { days: 180 }, noSteps)
  expect(found.exceptions).toEqual([
    {
      rows: [0, 2],
      code: 'dormant-account',
      values: { account: 'Suspense', last: '2024-01-01', again: '2024-06-30', days: 181 },
      amount: 900,
    },
  ])
  expect(found).toMatchObject({ members: 3, resumed: 1, stale: 1 })
})
