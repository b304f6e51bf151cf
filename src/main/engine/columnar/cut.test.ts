import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toIsoDate, type Day } from '../../../shared/calendar/day.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { householdEntries, insertBatch } from '../testing/ledger.ts'
import { Columnar } from './columnar.ts'
import { memberCondition, narrow, type Selection } from './select.ts'

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

const rowsOf = ({ parts }: Selection): number[] =>
  parts.flatMap(({ segment, low, rows, count }) =>
    Array.from({ length: count }, (_, i) => segment.start + (rows ? (rows[i] as number) : low + i)),
  )

it('days cut out of a kept selection are the entries that a fresh one finds, narrowed too', () => {
  for (const batch of [1, 2, 3]) insertBatch(workspace.db, batch, householdEntries(batch, 300))
  const kept = new Columnar(workspace.db)
  const day = fc.option(
    fc.integer({ min: 18_900, max: 20_200 }).map(d => toIsoDate(d as Day)),
    { nil: undefined },
  )
  const others = fc.constantFrom<Filters>(
    {},
    { members: { category: ['Food', 'Rent'] } },
    { notMembers: { payee: ['a'] }, minAmount: -100_000 },
  )
  fc.assert(
    fc.property(others, day, day, (other, from, to) => {
      const filters = { ...other, ...(from ? { from } : {}), ...(to ? { to } : {}) }
      const fresh = new Columnar(workspace.db)
      const expected = fresh.read(() => fresh.select(filters))
      kept.read(() => {
        kept.select(other)
        const found = kept.select(filters)
        expect(found.count).toBe(expected.count)
        expect(rowsOf(found)).toEqual(rowsOf(expected))
        const condition = memberCondition(fresh.dictionaries, 'flow', ['expense'], 1)
        expect(rowsOf(kept.narrow(found, 'flow', 'expense'))).toEqual(rowsOf(narrow(expected, condition)))
      })
    }),
  )
})
