import { expect, test } from 'vitest'
import type { QueryResult } from '../../../shared/query/query.ts'
import { groupsOf } from './use-day-groups.ts'

const answer = (rows: QueryResult['rows']): QueryResult => ({ rows }) as QueryResult

test('a day of which nothing could be converted has no sum, a day that sums to nil has nil', () => {
  const groups = groupsOf(
    answer([
      ['2025-10-30', 2, 0, null],
      ['2025-10-31', 2, 0, -500],
    ]),
    answer([['2025-10-31', 500]]),
  )
  expect(groups.map(group => [group.sum, group.debits])).toEqual([
    [null, 0],
    [0, 500],
  ])
})
