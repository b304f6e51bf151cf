import { afterAll, beforeAll, expect, it } from 'vitest'
import { toIsoDate, type Day } from '../../../shared/calendar/day.ts'
import type { EntryGroup, EntryGrouping } from '../../../shared/contract/entry-groups.ts'
import { total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { createTestWorkspace } from '../../db/testing.ts'
import { groupedPage } from '../postgres/grouped-page.ts'
import { companyEntries, householdEntries, insertBatch, type TestEntry } from '../testing/ledger.ts'
import { Columnar } from './columnar.ts'
import { Pager, type PageRequest } from './page.ts'

/** Entries as they are in the file, with their ids: what the groups are counted and added up from, one by one. */
function ledgerOf(entries: readonly TestEntry[], profile: 'personal' | 'ledger') {
  const workspace = createTestWorkspace({ profile })
  const half = Math.floor(entries.length / 2)
  const ids = [
    ...insertBatch(workspace.db, 1, entries.slice(0, half)),
    ...insertBatch(workspace.db, 2, entries.slice(half)),
  ]
  const engine = new Columnar(workspace.db)
  const pager = new Pager(engine)
  const all = entries.map((entry, i) => ({ ...entry, id: ids[i] as number }))
  return {
    all,
    close: () => workspace.close(),
    groups: (groupBy: EntryGrouping, filters: Filters = {}, descending = true) =>
      engine.read(() => pager.groups({ filters, groupBy, order: 'date', descending })),
    page: (request: Omit<PageRequest, 'offset' | 'limit'> & { offset?: number; limit?: number }) =>
      engine.read(() => pager.page({ offset: 0, limit: 1_000_000, ...request })),
  }
}

type Kept = TestEntry & { id: number }

const keyOf = (entry: TestEntry, groupBy: EntryGrouping): string => {
  if ('text' in groupBy) return entry.document ?? ''
  if ('dimension' in groupBy) return entry.members?.[groupBy.dimension] ?? ''
  return toIsoDate(entry.day as Day).slice(0, groupBy.grain === 'month' ? 7 : 10)
}

/** One entry after another, in whole numbers without a bound. */
function addedUp(
  entries: readonly Kept[],
  groupBy: EntryGrouping,
): Map<string, Omit<EntryGroup, 'key' | 'label'>> {
  const groups = new Map<string, { entries: number; sum: bigint; debits: bigint; converted: number }>()
  for (const entry of entries) {
    const key = keyOf(entry, groupBy)
    const one = groups.get(key) ?? { entries: 0, sum: 0n, debits: 0n, converted: 0 }
    groups.set(key, one)
    one.entries += 1
    const base = entry.baseAmount === undefined ? entry.amount : entry.baseAmount
    if (base === null) continue
    one.converted += 1
    one.sum += BigInt(base)
    if (base > 0) one.debits += BigInt(base)
  }
  return new Map(
    Array.from(groups, ([key, one]) => [
      key,
      { entries: one.entries, sum: one.converted === 0 ? null : total(one.sum), debits: total(one.debits) },
    ]),
  )
}

let household: ReturnType<typeof ledgerOf>
let company: ReturnType<typeof ledgerOf>
beforeAll(() => {
  household = ledgerOf(householdEntries(11, 240), 'personal')
  company = ledgerOf(companyEntries(12, 320), 'ledger')
})
afterAll(() => {
  household.close()
  company.close()
})

const GROUPINGS: EntryGrouping[] = [
  { dimension: 'payee' },
  { dimension: 'account' },
  { dimension: 'category' },
  { grain: 'month' },
  { grain: 'day' },
  { text: 'document' },
]

it.each(GROUPINGS)(
  'groups by %o are those added up one entry after another, of a household and a company',
  groupBy => {
    for (const { all, groups } of [household, company]) {
      const found = groups(groupBy)
      const expected = addedUp(all, groupBy)
      expect(new Map(found.map(({ key, label: _label, ...one }) => [key, one]))).toEqual(expected)
      expect(found).toHaveLength(expected.size)
      // What has none stands last; steps of time the newest first.
      if (!('grain' in groupBy)) expect(found.slice(0, -1).every(({ key }) => key !== '')).toBe(true)
      else expect(found.map(({ key }) => key)).toEqual([...expected.keys()].toSorted().toReversed())
    }
  },
)

it('a sum beyond 2^53 is exact, and one of entries without a rate is none', () => {
  const big = 9_007_199_254_740_991
  const entries: TestEntry[] = [
    { day: 20_000, amount: big, document: 'A', members: { payee: 'A' } },
    { day: 20_001, amount: big, document: 'A', members: { payee: 'A' } },
    { day: 20_002, amount: -3, document: 'A', members: { payee: 'A' } },
    { day: 20_003, amount: 5, baseAmount: null, document: 'B', members: { payee: 'B' } },
  ]
  const ledger = ledgerOf(entries, 'ledger')
  for (const groupBy of [{ text: 'document' }, { dimension: 'payee' }] as const)
    expect(ledger.groups(groupBy).map(({ entries: n, sum, debits }) => [n, sum, debits])).toEqual([
      [3, 18_014_398_509_481_979n, 18_014_398_509_481_982n],
      [1, null, 0],
    ])
  ledger.close()
})

it.each([true, false])(
  'the grouped table (newest first: %s) shows each entry once, group after group, inside one as without groups; so do pages of groups asked for one by one',
  async descending => {
    const { all, groups, page } = household
    const filters: Filters = { from: '2022-03-15', to: '2024-10-20', maxAmount: 50_000 }
    for (const groupBy of GROUPINGS) {
      const heads = groups(groupBy, filters, descending)
      const plain = page({ filters, order: 'date', descending }).ids
      const byId = new Map(all.map(entry => [entry.id, entry]))
      const expected = heads.flatMap(({ key }) =>
        plain.filter(id => keyOf(byId.get(id) as Kept, groupBy) === key),
      )
      expect(page({ filters, order: 'date', descending, groupBy }).ids).toEqual(expected)
      if ('text' in groupBy) continue
      // As a warehouse answers them: windows that begin and end inside groups.
      for (const [offset, limit] of [
        [0, 7],
        [23, 40],
        [expected.length - 5, 50],
      ] as const) {
        const request = { filters, order: 'date', descending, groupBy, offset, limit } as const
        const window = await groupedPage(request, heads, one => Promise.resolve(page(one)))
        expect(window.ids).toEqual(expected.slice(offset, offset + limit))
        expect(window.total).toBe(expected.length)
      }
    }
  },
)

it('a step of time is asked for within the days that are filtered', async () => {
  const asked: Filters[] = []
  const head = (key: string): EntryGroup => ({ key, label: key, entries: 1, sum: 0, debits: 0 })
  const page = (request: PageRequest) => {
    asked.push(request.filters)
    return Promise.resolve({ ids: [asked.length], total: 3, sum: 0, debits: 0, credits: 0, unconverted: 0, currency: 'GBP' }) // prettier-ignore
  }
  const filters: Filters = { from: '2024-02-10', to: '2024-03-05', members: { payee: ['A', 'B'] } }
  const request = { filters, order: 'amount', descending: true, offset: 0, limit: 10 } as const
  await groupedPage({ ...request, groupBy: { grain: 'month' } }, ['2024-03', '2024-02'].map(head), page)
  await groupedPage({ ...request, groupBy: { grain: 'day' } }, [head('2024-02-29')], page)
  await groupedPage({ ...request, groupBy: { dimension: 'payee' } }, [head('B'), head('')], page)
  const payees = { members: { payee: ['A', 'B'] } }
  expect(asked).toEqual([
    filters,
    { from: '2024-03-01', to: '2024-03-05', ...payees },
    { from: '2024-02-10', to: '2024-02-29', ...payees },
    filters,
    { from: '2024-02-29', to: '2024-02-29', ...payees },
    filters,
    { ...filters, members: { payee: ['B'] } },
    { ...filters, members: { payee: [''] } },
  ])
})
