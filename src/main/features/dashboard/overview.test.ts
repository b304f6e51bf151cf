import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import { OverviewSchema, type Overview } from '../../../shared/contract/dashboard.ts'
import { QuerySchema, type Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine } from '../../engine/index.ts'
import {
  addCustomDimension,
  companyEntries,
  householdEntries,
  insertBatch,
  type TestEntry,
} from '../../engine/testing/ledger.ts'
import type { OverviewRequest } from './overview.ts'
import { dashboardReads } from './reads.ts'

const day = (text: string): number => parseIsoDate(text) as number
const entry = (date: string, amount: number, flow: string, rest: Record<string, string> = {}): TestEntry => ({
  day: day(date),
  amount,
  members: { flow, currency: 'GBP', scenario: 'Actual', ...rest },
})

let workspace: TestWorkspace
afterEach(() => workspace.close())

function view(request: Partial<OverviewRequest> = {}): Overview {
  const { dashboardOverview } = dashboardReads(workspace.db, createEngine(workspace.db))
  return OverviewSchema.parse(dashboardOverview({ filters: {}, top: 8, ...request }))
}

it('shows a ledger with dates at both ends of the calendar', () => {
  workspace = createTestWorkspace({ profile: 'personal' })
  insertBatch(workspace.db, 1, [
    // What some programs write for "no date".
    entry('0001-01-01', -1_00, 'expense', { category: 'Food' }),
    entry('2025-01-10', -2_00, 'expense', { category: 'Food' }),
    entry('9999-12-31', -3_00, 'expense', { category: 'Food' }),
  ])
  for (const filters of [{}, { from: '0001-01-01', to: '0001-01-31' }, { from: '9999-12-01' }])
    expect(view({ filters }).spending.total).toBeGreaterThan(0)
  expect(view().spending.total).toBe(6_00)
})

describe('a household’s overview', () => {
  beforeEach(() => {
    workspace = createTestWorkspace({ profile: 'personal' })
    insertBatch(workspace.db, 1, [
      entry('2024-01-10', -100_00, 'expense', { category: 'Rent', payee: 'Landlord' }),
      entry('2024-02-10', -50_00, 'expense', { category: 'Food', payee: 'Co-op' }),
      entry('2024-12-20', -70_00, 'expense', { category: 'Food', payee: 'Co-op' }),
      entry('2025-01-10', -110_00, 'expense', { category: 'Rent', payee: 'Landlord' }),
      entry('2025-01-15', -30_00, 'expense', { category: 'Food', payee: 'Co-op' }),
      entry('2025-01-16', 5_00, 'expense', { category: 'Food', payee: 'Co-op' }),
      entry('2025-01-25', 2000_00, 'income', { payee: 'Employer' }),
      entry('2025-01-26', -300_00, 'transfer'),
      entry('2025-03-02', -10_00, 'expense', { payee: 'Kiosk' }),
    ])
  })

  const firstQuarter: Filters = { from: '2025-01-01', to: '2025-03-31' }

  it('shows spending positive, refunds taken off, transfers left out', () => {
    const { spending, income, surplus, matched } = view({ filters: firstQuarter })
    expect(spending).toMatchObject({ total: 145_00, entries: 4 })
    expect(income.total).toBe(2000_00)
    expect(surplus).toBe(1855_00)
    expect(matched).toBe(6)
  })

  it('takes the mean over the months that the ledger covers, also one without spending', () => {
    const { spending } = view({ filters: firstQuarter })
    expect(spending.months).toBe(3)
    expect(spending.perMonth).toBe(48_33)
    expect(spending.lastMonth).toEqual({ month: '2025-03', value: 10_00 })
  })

  it('compares with the period before and the year before', () => {
    const shown = view({ filters: firstQuarter, comparison: { kind: 'previous-year' } })
    expect(shown.comparedWith).toEqual({ from: '2024-01-01', to: '2024-03-31' })
    expect(shown.spending).toMatchObject({ comparison: 150_00, previousYear: 150_00, previousPeriod: 70_00 })
    expect(shown.categories.rows).toEqual([
      { key: 'Rent', label: 'RENT', value: 110_00, before: 100_00, entries: 1 },
      { key: 'Food', label: 'FOOD', value: 25_00, before: 50_00, entries: 2 },
      { key: '', label: '', value: 10_00, before: 0, entries: 1 },
    ])
    expect(shown.trend.lines.map(l => l.values)).toEqual([
      [135_00, 0, 10_00],
      [100_00, 50_00, 0],
    ])
  })

  it('compares as many months as are entered, where the filter goes on beyond them', () => {
    const year = { from: '2025-01-01', to: '2025-12-31' }
    const shown = view({ filters: year, comparison: { kind: 'previous-year' } })
    expect(shown.comparedWith).toEqual({ from: '2024-01-01', to: '2024-03-31' })
    expect(shown.earlier).toEqual({
      previousPeriod: { from: '2024-10-01', to: '2024-12-31' },
      previousYear: { from: '2024-01-01', to: '2024-03-31' },
    })
    expect(shown.spending).toMatchObject({ comparison: 150_00, previousYear: 150_00, previousPeriod: 70_00 })
  })

  it('says nothing of a time that the ledger does not reach back to', () => {
    const shown = view({
      filters: { from: '2024-01-01', to: '2024-12-31' },
      comparison: { kind: 'previous-year' },
    })
    expect(shown.spending).toMatchObject({ comparison: null, previousYear: null, previousPeriod: null })
    expect(shown.comparedWith).toBeUndefined()
  })

  it('draws two months or less by day', () => {
    const { trend } = view({ filters: { from: '2025-01-10', to: '2025-01-16' } })
    expect(trend.x).toHaveLength(7)
    expect(trend.lines[0]?.values).toEqual([110_00, 0, 0, 0, 0, 30_00, -5_00])
  })

  it('draws by the grain that is asked for, whatever the span', () => {
    const years = view({ grain: 'year' }).trend
    expect(years.x).toEqual(['2024', '2025'])
    expect(years.lines[0]?.values).toEqual([220_00, 145_00])
    const quarters = view({ filters: firstQuarter, grain: 'quarter', comparison: { kind: 'previous-year' } })
    expect(quarters.trend.x).toEqual(['2025-Q1'])
    expect(quarters.trend.lines.map(l => l.values)).toEqual([[145_00], [150_00]])
    expect(view({ filters: firstQuarter, grain: 'day' }).trend.x).toHaveLength(61)
  })

  it('lays the heatmap’s months beside those a year before', () => {
    const { heatmap, heatmapDimension } = view({ filters: firstQuarter })
    expect(heatmapDimension).toBe('category')
    expect(heatmap.columns.map(c => c.key)).toEqual(['2025-01', '2025-02', '2025-03'])
    expect(heatmap.rows.map(r => r.key)).toEqual(['Rent', 'Food', ''])
    expect(heatmap.values).toEqual([
      [110_00, null, null],
      [25_00, null, null],
      [null, null, 10_00],
    ])
    expect(heatmap.before?.[1]).toEqual([null, 50_00, null])
  })

  it('puts what is not listed into the rest, to the penny', () => {
    const { categories } = view({ filters: firstQuarter, top: 1 })
    expect(categories.rest).toEqual({ members: 2, value: 35_00, before: null, entries: 3 })
    expect(categories.total).toBe(145_00)
  })

  it('is empty, not wrong, where nothing is found', () => {
    const shown = view({ filters: { from: '1999-01-01', to: '1999-12-31' } })
    expect(shown).toMatchObject({ matched: 0, spending: { total: 0, months: 0, perMonth: 0 }, surplus: 0 })
    expect(shown.trend.x).toEqual([])
  })
})

describe('a company’s overview', () => {
  beforeEach(() => {
    workspace = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 4 })
    addCustomDimension(workspace.db)
  })

  it('draws fiscal years and quarters where its year does not start in January', () => {
    insertBatch(workspace.db, 1, [
      entry('2024-03-31', 1_00, 'expense'),
      entry('2024-04-01', 2_00, 'expense'),
      entry('2024-07-01', 4_00, 'expense'),
      entry('2025-04-30', 8_00, 'expense'),
    ])
    const years = view({ grain: 'year' }).trend
    expect(years.x).toEqual(['FY2023', 'FY2024', 'FY2025'])
    expect(years.lines[0]?.values).toEqual([1_00, 6_00, 8_00])
    const quarters = view({ filters: { from: '2024-04-01', to: '2025-03-31' }, grain: 'quarter' }).trend
    expect(quarters.x).toEqual(['FY2024-Q1', 'FY2024-Q2', 'FY2024-Q3', 'FY2024-Q4'])
    expect(quarters.lines[0]?.values).toEqual([2_00, 4_00, 0, 0])
  })

  it('shows debits of expense accounts as spending and credits of revenue as income', () => {
    insertBatch(workspace.db, 1, [
      entry('2025-04-01', 80_00, 'expense', { cost_centre: 'Roads' }),
      entry('2025-04-02', -100_00, 'income'),
      entry('2025-04-02', -80_00, 'balance'),
      { ...entry('2025-04-03', 5000_00, 'expense'), members: { flow: 'expense', scenario: 'Budget' } },
    ])
    const shown = view()
    expect([shown.spending.total, shown.income.total, shown.surplus]).toEqual([80_00, 100_00, 20_00])
    expect(shown.matched).toBe(3)
    expect(shown.heatmapDimension).toBe('cost_centre')
  })

  it('opens doors that sum to its figures: every one agrees with SQLite', () => {
    insertBatch(
      workspace.db,
      1,
      companyEntries(11, 1200).map(e => ({ ...e, amount: e.amount % 1e9 })),
    )
    insertBatch(workspace.db, 2, companyEntries(12, 300))
    const engine = createEngine(workspace.db)
    const { dashboardOverview } = dashboardReads(workspace.db, engine)
    const date = fc
      .integer({ min: 18_900, max: 20_000 })
      .map(d => new Date(d * 86_400_000).toISOString().slice(0, 10))
    const filters = fc.record(
      {
        from: date,
        to: date,
        members: fc.constantFrom<Record<string, string[]>>({ directorate: ['D1', 'D2'] }, { category: [''] }),
      },
      { requiredKeys: [] },
    )
    const figure = (door: Filters, groupBy: { dimension: string }[] = []): unknown[][] =>
      engine.query({
        query: QuerySchema.parse({ measures: [{ op: 'sum' }, { op: 'count' }], filters: door, groupBy }),
        engine: 'sqlite',
      }).rows
    fc.assert(
      fc.property(filters, wanted => {
        const shown = OverviewSchema.parse(dashboardOverview({ filters: wanted, top: 3 }))
        const door = withActual({ ...wanted, members: { ...wanted.members, flow: ['expense'] } })
        expect(figure(door)).toEqual([[shown.spending.total, shown.spending.entries]])
        const members = new Map(figure(door, [{ dimension: 'payee' }]).map(([key, sum]) => [key, sum]))
        for (const row of shown.payees.rows) expect(members.get(row.key)).toEqual(row.value)
        for (const ranking of [shown.payees, shown.categories]) {
          const listed = ranking.rows.reduce(
            (sum, row) => sum + BigInt(row.value),
            BigInt(ranking.rest.value),
          )
          expect(listed).toBe(BigInt(shown.spending.total))
        }
        const drawn = (shown.trend.lines[0]?.values ?? []).reduce<bigint>(
          (sum, v) => sum + BigInt(v ?? 0),
          0n,
        )
        expect(drawn).toBe(BigInt(shown.spending.total))
      }),
      { numRuns: 60, seed: 3 },
    )
  }, 60_000)
})

describe('a household with a currency without rates', () => {
  it('counts what it cannot convert, and keeps it out of the sums', () => {
    workspace = createTestWorkspace({ profile: 'personal' })
    const entries = householdEntries(9, 300)
    insertBatch(workspace.db, 1, entries)
    const shown = view()
    expect(shown.unconverted).toBe(entries.filter(e => e.baseAmount === null).length)
    const spent = entries
      .filter(e => e.members?.['flow'] === 'expense')
      .reduce((sum, e) => sum - (e.baseAmount ?? 0), 0)
    expect(shown.spending.total).toBe(spent)
  })
})
