import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { dating } from './dating.ts'

test('entered long after its date, or dated long after it was entered; the bounds themselves are good', () => {
  const rows = populated([100, 200, 300, -400, 500], {
    date: ['2024-01-31', '2024-01-31', '2024-03-08', '2024-03-09', ''],
    entered: ['2024-03-01', '2024-03-02', '2024-03-03', '2024-03-03', '2024-03-03'],
  })
  const found = dating(rows, { back: 30, forward: 5 }, noSteps)
  expect(found.exceptions).toEqual([
    {
      rows: [3],
      code: 'forward-dated',
      values: { date: '2024-03-09', entered: '2024-03-03', days: 6 },
      amount: 400,
    },
    {
      rows: [1],
      code: 'back-dated',
      values: { date: '2024-01-31', entered: '2024-03-02', days: 31 },
      amount: 200,
    },
  ])
  // Days from date to entry: 30, 31, −5, −6.
  expect(found).toMatchObject({ dated: 4, back: 1, forward: 1, medianDays: 12.5 })
})
