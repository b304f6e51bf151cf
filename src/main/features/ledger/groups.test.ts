import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntryGroup, EntryGrouping } from '../../../shared/contract/entry-groups.ts'
import { ENTRY_ORDERS, type EntryRow } from '../../../shared/contract/ledger.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine } from '../../engine/index.ts'
import { householdEntries, insertBatch } from '../../engine/testing/ledger.ts'
import { ledgerReads } from './reads.ts'

let workspace: TestWorkspace
let reads: ReturnType<typeof ledgerReads>
beforeAll(() => {
  workspace = createTestWorkspace({ profile: 'personal' })
  const huge = 9_007_199_254_740_000
  insertBatch(workspace.db, 1, householdEntries(31, 400))
  insertBatch(
    workspace.db,
    2,
    householdEntries(32, 60).map((entry, i) => (i % 9 === 0 ? { ...entry, baseAmount: huge - i } : entry)),
  )
  reads = ledgerReads(workspace.db, createEngine(workspace.db))
})
afterAll(() => workspace.close())

const anyGrouping = fc.constantFrom<EntryGrouping>(
  { dimension: 'category' },
  { dimension: 'payee' },
  { dimension: 'account' },
  { dimension: 'currency' },
  { dimension: 'category_group' },
  { dimension: 'tags' },
  { grain: 'day' },
  { grain: 'month' },
  { text: 'document' },
)
const anyFilters = fc.constantFrom<Filters>(
  {},
  { minAmount: -5000, maxAmount: 5000, absolute: true },
  { notMembers: { category: [''] } },
  { members: { category: [''] } },
  { batches: [1] },
  { from: '2999-01-01' },
)

/** What a row's group is called, by what the table shows of the row itself. */
function labelOf(row: EntryRow, groupBy: EntryGrouping): string | undefined {
  if ('text' in groupBy) return row.document
  if ('grain' in groupBy) return row.date.slice(0, groupBy.grain === 'day' ? 10 : 7)
  if (groupBy.dimension === 'category_group') return undefined
  return row.members[groupBy.dimension] ?? ''
}

const sumOf = (values: readonly (number | bigint | null)[]): bigint =>
  values.reduce((sum: bigint, value) => sum + BigInt(value ?? 0), 0n)

describe('the grouped ledger', () => {
  it('counts and adds up to the whole, and holds each entry once, under its own head and in order', () => {
    fc.assert(
      fc.property(
        anyGrouping,
        anyFilters,
        fc.constantFrom(...ENTRY_ORDERS),
        fc.boolean(),
        fc.integer({ min: 7, max: 200 }),
        (groupBy, filters, order, descending, limit) => {
          const asked = { filters, order, descending, groupBy }
          const heads: EntryGroup[] = []
          for (let all = 1; heads.length < all;) {
            const { total, groups } = reads.ledgerGroups({ ...asked, offset: heads.length, limit })
            expect(groups.length).toBe(Math.min(limit, total - heads.length))
            heads.push(...groups)
            all = total
          }
          const plain = []
          const rows: EntryRow[] = []
          const page = (offset: number, by?: EntryGrouping) =>
            reads.ledgerPage({ filters, order, descending, offset, limit, groupBy: by })
          const whole = page(0)
          for (let at = 0; at < whole.total; at += limit) {
            rows.push(...page(at, groupBy).rows)
            plain.push(...page(at).rows)
          }
          expect(heads.reduce((sum, head) => sum + head.entries, 0)).toBe(whole.total)
          expect(sumOf(heads.map(head => head.sum))).toBe(BigInt(whole.sum))
          expect(sumOf(heads.map(head => head.debits))).toBe(BigInt(whole.debits))
          expect(new Set(heads.map(head => head.key)).size).toBe(heads.length)
          expect(new Set(rows.map(row => row.id)).size).toBe(whole.total)
          const places = new Map(plain.map((row, i) => [row.id, i]))
          let first = 0
          for (const head of heads) {
            const own = rows.slice(first, first + head.entries)
            first += head.entries
            checkGroup(head, own, groupBy)
            const order_ = own.map(row => places.get(row.id) as number)
            expect(order_).toEqual(order_.toSorted((a, b) => a - b))
          }
        },
      ),
      { numRuns: 120, seed: 7 },
    )
  })

  it('begins with the newest month or the oldest, and ends with those that have no member', () => {
    const keys = (groupBy: EntryGrouping, descending: boolean): string[] =>
      reads
        .ledgerGroups({ filters: {}, order: 'date', descending, groupBy, offset: 0, limit: 4000 })
        .groups.map(head => head.key)
    const months = keys({ grain: 'month' }, false)
    expect(months).toEqual(months.toSorted())
    expect(keys({ grain: 'month' }, true)).toEqual(months.toReversed())
    const categories = keys({ dimension: 'category' }, false)
    expect(categories.at(-1)).toBe('')
    expect(categories.slice(0, -1)).not.toContain('')
    expect(keys({ dimension: 'category' }, true)).toEqual(categories)
  })

  it('is not made of single tags, of which an entry can have several', () => {
    expect(() =>
      reads.ledgerGroups({
        filters: {},
        order: 'date',
        descending: true,
        groupBy: { dimension: 'tag' },
        offset: 0,
        limit: 10,
      }),
    ).toThrow('Group by tags')
  })
})

function checkGroup(head: EntryGroup, own: readonly EntryRow[], groupBy: EntryGrouping): void {
  const amounts = own.flatMap(row => (row.baseAmount === null ? [] : [row.baseAmount]))
  expect(head.sum === null).toBe(amounts.length === 0)
  expect(BigInt(head.sum ?? 0)).toBe(sumOf(amounts))
  expect(BigInt(head.debits)).toBe(sumOf(amounts.filter(amount => amount > 0)))
  for (const row of own) {
    const label = labelOf(row, groupBy)
    if (label !== undefined) expect(label).toBe(head.label)
  }
}
