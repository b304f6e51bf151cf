import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { sameUser } from './same-user.ts'

test('entered and approved by one person; who is not known is not judged', () => {
  const rows = populated([100, -300, 500, 700, 900], {
    user: ['Ann', 'ann ', 'Ann', '', 'Bob'],
    approver: ['ANN', 'Ann', 'Bob', '', ''],
  })
  const found = sameUser(rows, noSteps)
  expect(found.exceptions.map(one => [one.rows[0], one.amount])).toEqual([
    [1, 300],
    [0, 100],
  ])
  expect(found.users).toEqual([{ user: 'Ann', rows: 3, same: 2, sum: -200n }])
})
