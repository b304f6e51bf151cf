import { expect, test } from 'vitest'
import { createTestWorkspace } from '../../db/testing.ts'
import { insertBatch } from '../../engine/testing/ledger.ts'
import { readFacts } from './queries.ts'

test('the ledger ends with its last actual entry, not with the budget; a budget alone ends with itself', () => {
  const { db, close } = createTestWorkspace({ profile: 'ledger' })
  const days = () => {
    const { firstDay, lastDay } = readFacts(db)
    return [firstDay, lastDay]
  }
  const on = (day: number, scenario: string) => ({ day, amount: 1, members: { scenario } })
  expect(days()).toEqual([null, null])
  insertBatch(db, 1, [on(100, 'Budget'), on(900, 'Budget')])
  expect(days()).toEqual([100, 900])
  insertBatch(db, 2, [on(200, 'Actual'), on(300, '')])
  expect(days()).toEqual([200, 300])
  close()
})
