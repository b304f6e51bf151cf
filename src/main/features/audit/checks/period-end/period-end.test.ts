import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { periodEnd } from './period-end.ts'

test('large amounts in the last days of a month, February’s too', () => {
  const rows = populated([5000, 5000, 4999, -6000, 7000, 9000], {
    date: ['2024-02-27', '2024-02-26', '2024-02-29', '2024-02-29', '2024-03-28', ''],
  })
  const found = periodEnd(rows, { days: 3, minimum: 5000 }, noSteps)
  expect(found.exceptions.map(one => [one.rows[0], one.amount])).toEqual([
    [3, 6000],
    [0, 5000],
  ])
  // Five dated rows, six of the sixty days of February and March 2024.
  expect(found).toMatchObject({ dated: 5, inside: 3, expected: (5 * 6) / 60 })
})

test('without a minimum, what only one in a hundred reaches', () => {
  const amounts = Array.from({ length: 200 }, (_, i) => i + 1)
  const rows = populated(amounts, { date: amounts.map(() => '2024-01-31') })
  const found = periodEnd(rows, { days: 1 }, noSteps)
  expect(found.minimum).toBe(199)
  expect(found.exceptions.map(one => one.amount)).toEqual([200, 199])
})
