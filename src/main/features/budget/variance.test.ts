import { afterEach, expect, test } from 'vitest'
import fc from 'fast-check'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import { VarianceRequestSchema, type Variance } from '../../../shared/contract/budget.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine } from '../../engine/index.ts'
import { insertBatch, type TestEntry } from '../../engine/testing/ledger.ts'
import { budgetReads } from './reads.ts'
import { budgetWrites } from './writes.ts'

const entry = (date: string, amount: number, members: Record<string, string> = {}): TestEntry => ({
  day: parseIsoDate(date) as number,
  amount,
  members: { flow: 'expense', currency: 'GBP', scenario: 'Actual', ...members },
})
const planned = (date: string, amount: number, members: Record<string, string> = {}) =>
  entry(date, amount, { scenario: 'Budget', ...members })

let workspace: TestWorkspace
afterEach(() => workspace.close())

function open(profile: 'personal' | 'ledger', entries: readonly TestEntry[]) {
  workspace = createTestWorkspace({ profile })
  insertBatch(workspace.db, 1, entries)
  const { budgetVariance, budgetScenarios } = budgetReads(workspace.db, createEngine(workspace.db))
  return {
    scenarios: () => budgetScenarios({}),
    variance: (request: object = {}): Variance =>
      budgetVariance(VarianceRequestSchema.parse({ scenario: 'Budget', ...request })),
  }
}

const company = [
  entry('2025-04-10', 1200_00, { account: '7010', cost_centre: 'A' }),
  entry('2025-04-20', -5000_00, { account: '5010', cost_centre: 'A', flow: 'income' }),
  entry('2025-05-10', 900_00, { account: '7010', cost_centre: 'B' }),
  entry('2025-05-10', -900_00, { account: '1010', flow: 'balance' }),
  entry('2025-05-12', 70_00, { account: '7300', cost_centre: 'B' }),
  entry('2025-05-15', 400_00, { account: '0100', cost_centre: 'B', flow: 'balance' }),
  planned('2025-04-01', 1000_00, { account: '7010', cost_centre: 'A' }),
  planned('2025-04-01', -5500_00, { account: '5010', cost_centre: 'A', flow: 'income' }),
  planned('2025-05-01', 1000_00, { account: '7010', cost_centre: 'B' }),
  planned('2025-05-01', 310_00, { account: '0100', cost_centre: 'B', flow: 'balance' }),
  planned('2025-06-01', 999_00, { account: '7010', cost_centre: 'B' }),
]

test('variance is actual less budget, and revenue under budget is as adverse as expense over it', () => {
  const { variance } = open('ledger', company)
  const found = variance({ filters: { to: '2025-05-31' } })
  expect(
    found.lines.map(l => [l.members[0]?.key, l.side, l.actual, l.budget, l.variance, l.judgement]),
  ).toEqual([
    ['5010', 'income', -5000_00, -5500_00, 500_00, 'adverse'],
    ['7010', 'expense', 2100_00, 2000_00, 100_00, 'adverse'],
    ['7300', 'expense', 70_00, 0, 70_00, 'adverse'],
  ])
  expect(found.total).toMatchObject({
    actual: -2830_00,
    budget: -3500_00,
    variance: 670_00,
    judgement: 'adverse',
  })
  expect(found.income.variance).toBe(500_00)
  expect(found.expense).toMatchObject({ variance: 170_00, percent: 8.5 })
})

test('income and expense of one cost centre are one line, and capital expenditure is apart', () => {
  const { variance } = open('ledger', company)
  budgetWrites(workspace.db).budgetSetCapital({ rule: { accounts: ['0100'], categories: [] } })
  const found = variance({ by: ['cost_centre'], filters: { to: '2025-05-31' } })
  expect(found.lines.map(l => [l.members[0]?.key, l.side, l.variance])).toEqual([
    ['A', 'both', 700_00],
    ['B', 'expense', -30_00],
  ])
  expect(found.capital).toMatchObject({
    actual: 400_00,
    budget: 310_00,
    variance: 90_00,
    judgement: 'adverse',
  })
  expect(found.capital.lines.map(l => l.side)).toEqual(['capital'])
  expect(found.together.variance).toBe(760_00)
  expect(found.bridge).toMatchObject({ from: -3500_00, to: -2830_00 })
  // An account that runs through the result is taken out of it once it is marked.
  budgetWrites(workspace.db).budgetSetCapital({ rule: { accounts: ['7300'], categories: [] } })
  const marked = variance({ filters: { to: '2025-05-31' } })
  expect([marked.total.actual, marked.capital.actual, marked.together.actual]).toEqual([
    -2900_00, 70_00, -2830_00,
  ])
})

test('to date ends with the month of the last actual day, and the full year keeps the rest of its budget', () => {
  const { variance } = open('ledger', company)
  const found = variance({ basis: 'to-date' })
  expect(found.span).toEqual({ from: '2025-04-01', to: '2025-05-31' })
  expect(found.asOf).toBe('2025-05-15')
  expect(found.total.budget).toBe(-3500_00)
  expect(variance().total.budget).toBe(-2501_00)
  expect(variance().toDate).toMatchObject({ budget: -3500_00, actual: -2830_00 })
  expect(found.fullYear).toMatchObject({
    budget: -2501_00,
    actual: -2830_00,
    remaining: 999_00,
    outlook: -1831_00,
  })
})

test('the full year by line: actual to date, and what another scenario says of the months to come', () => {
  const { variance } = open('ledger', [
    ...company,
    entry('2025-06-01', 600_00, { account: '7010', cost_centre: 'B', scenario: 'Forecast' }),
    entry('2025-06-01', 50_00, { account: '7300', cost_centre: 'B', scenario: 'Forecast' }),
    entry('2025-05-01', 1_00, { account: '7010', cost_centre: 'B', scenario: 'Forecast' }),
  ])
  expect(variance().fullYear?.lines.map(l => [l.members[0]?.key, l.outlook, l.variance])).toEqual([
    ['5010', -5000_00, 500_00],
    ['7010', 3099_00, 100_00],
    ['7300', 70_00, 70_00],
  ])
  const forecast = variance({ remaining: 'Forecast' }).fullYear
  expect(forecast).toMatchObject({ remainingFrom: 'Forecast', actualTo: '2025-05-31', remaining: 650_00 })
  expect(forecast).toMatchObject({ outlook: -2180_00, variance: 321_00, judgement: 'adverse' })
  expect(forecast?.lines.map(l => [l.members[0]?.key, l.remaining, l.outlook, l.judgement])).toEqual([
    ['5010', 0, -5000_00, 'adverse'],
    ['7010', 600_00, 2700_00, 'favourable'],
    ['7300', 50_00, 120_00, 'adverse'],
  ])
})

test('what was left of the budget of expenditure, or spent beyond it, is carried over on request only', () => {
  const { variance } = open('ledger', company)
  const may = { from: '2025-05-01', to: '2025-05-31' }
  expect(variance({ filters: may })).not.toHaveProperty('carriedFrom')
  const found = variance({ filters: may, rollover: true, by: ['cost_centre'], bridgeBy: 'account' })
  // April spent 200 more than its budget; the revenue that was missing is carried nowhere.
  expect(found.carriedFrom).toEqual({ from: '2025-01-01', to: '2025-04-30' })
  expect(found.lines.map(l => [l.members[0]?.key, l.actual, l.budget, l.carried, l.variance])).toEqual([
    ['A', 0, -200_00, -200_00, 200_00],
    ['B', 970_00, 1000_00, 0, -30_00],
  ])
  expect(found.total).toMatchObject({ budget: 800_00, carried: -200_00, actual: 970_00 })
  expect(found.bridge).toMatchObject({ dimension: 'account', from: 800_00, to: 970_00 })
  expect(found.bridge.steps.map(step => [step.key, step.delta])).toEqual([
    ['7010', 100_00],
    ['7300', 70_00],
  ])
})

test('comments hang on period and row: they are changed, taken away, and stay when entries come again', () => {
  const { variance } = open('ledger', company)
  const { budgetComment } = budgetWrites(workspace.db)
  const may = { scenario: 'Budget', from: '2025-05-01', to: '2025-05-31' }
  const place = { ...may, members: { cost_centre: 'B', account: '7010' } }
  const first = budgetComment({ place, text: 'Two sick', by: 'Ann', at: '2025-06-02T08:00:00.000Z' })
  const again = budgetComment({ place, text: 'Three sick', by: 'Ben', at: '2025-06-03T08:00:00.000Z' })
  expect(again).toEqual({
    ...first,
    text: 'Three sick',
    changedBy: 'Ben',
    changedAt: '2025-06-03T08:00:00.000Z',
  })
  budgetComment({
    place: { ...may, members: {} },
    text: 'A dear month',
    by: '',
    at: '2025-06-03T09:00:00.000Z',
  })
  budgetComment({ place: { ...may, scenario: 'Other', members: {} }, text: 'Else', by: '', at: '' })
  // Undone and imported again, entries have other ids.
  workspace.db.exec('DELETE FROM entry; DELETE FROM entry_text')
  insertBatch(workspace.db, 2, company)
  const told = (from: string, to: string): string[] =>
    variance({ filters: { from, to } }).comments.map(one => one.text)
  expect(told('2025-05-01', '2025-05-31')).toEqual(['Three sick', 'A dear month'])
  expect(told('2025-04-01', '2025-05-31')).toHaveLength(2)
  budgetComment({ place, text: '', by: 'Ann', at: '2025-06-04T08:00:00.000Z' })
  expect(told('2025-04-01', '2026-03-31')).toEqual(['A dear month'])
})

test('flexed, a running month’s budget counts by its days: 15 of 31', () => {
  const { variance } = open('ledger', company)
  const found = variance({ basis: 'flexed', by: ['account'] })
  // 100000 × 15 ÷ 31 = 48387.1 pence.
  expect(found.lines.find(l => l.members[0]?.key === '7010')?.budget).toBe(1000_00 + 483_87)
  expect(found.total.budget).toBe(-5500_00 + 1000_00 + 483_87)
  expect(variance({ basis: 'flexed', asOf: '2025-05-31' }).total.budget).toBe(-3500_00)
})

test('at home: money out is negative, saving is favourable', () => {
  const { variance } = open('personal', [
    entry('2025-01-05', -80_00, { category: 'Food' }),
    planned('2025-01-01', -100_00, { category: 'Food' }),
  ])
  expect(variance().lines[0]).toMatchObject({ variance: 20_00, percent: 20, judgement: 'favourable' })
})

test('a scenario that is not there, a budget without actual entries and one outside the days are said', () => {
  const { variance, scenarios } = open('ledger', company)
  expect(variance({ scenario: 'Budget Q1' }).missing).toBe('scenario')
  expect(variance({ filters: { from: '2031-01-01', to: '2031-12-31' } })).toMatchObject({
    missing: 'budget',
    lines: [],
  })
  expect(variance({ filters: { from: '2025-06-01', to: '2025-06-30' } }).missing).toBe('actual')
  expect(scenarios()).toEqual([
    { name: 'Actual', entries: 6, from: '2025-04-10', to: '2025-05-15' },
    { name: 'Budget', entries: 5, from: '2025-04-01', to: '2025-06-01' },
  ])
})

test('the variances of any dimension, of any basis, sum to the total and to the bridge', () => {
  const one = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.integer({ min: 1, max: 28 }),
    amount: fc.integer({ min: -1e12, max: 1e12 }),
    scenario: fc.constantFrom('Actual', 'Budget', ''),
    flow: fc.constantFrom('income', 'expense', 'balance', 'transfer'),
    account: fc.constantFrom('', '1', '2', '3', '4'),
    cost_centre: fc.constantFrom('', 'A', 'B', 'C'),
    category: fc.constantFrom('', 'x', 'y'),
  })
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 40 }),
      fc.constantFrom('period', 'to-date', 'flexed'),
      fc.subarray(['account', 'cost_centre', 'category'], { minLength: 1 }),
      fc.constantFrom('personal' as const, 'ledger' as const),
      fc.boolean(),
      (rows, basis, by, profile, rollover) => {
        const entries = rows.map(({ month, dayOfMonth, amount, ...members }) =>
          entry(
            `2025-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`,
            amount,
            members,
          ),
        )
        const { variance } = open(profile, entries)
        budgetWrites(workspace.db).budgetSetCapital({ rule: { accounts: ['2'], categories: ['y'] } })
        const found = variance({ basis, by, steps: 2, top: 3, rollover, bridgeBy: 'cost_centre' })
        const sum = (key: 'actual' | 'budget' | 'variance' | 'effect' | 'carried'): bigint =>
          [...found.lines, ...(found.others ? [found.others] : [])].reduce((n, l) => n + BigInt(l[key]), 0n)
        for (const key of ['actual', 'budget', 'variance', 'effect', 'carried'] as const)
          expect(sum(key)).toBe(BigInt(found.total[key]))
        expect(BigInt(found.income.variance) + BigInt(found.expense.variance)).toBe(
          BigInt(found.total.variance),
        )
        expect(BigInt(found.total.variance) + BigInt(found.capital.variance)).toBe(
          BigInt(found.together.variance),
        )
        const steps = [...found.bridge.steps, ...(found.bridge.others ? [found.bridge.others] : [])]
        expect(steps.reduce((n, s) => n + BigInt(s.delta), BigInt(found.bridge.from))).toBe(
          BigInt(found.total.actual),
        )
        // The same total by whichever dimension it is taken apart.
        expect(variance({ basis, rollover, by: ['account'] }).total).toEqual(found.total)
        const { fullYear: year } = found
        for (const key of ['budget', 'actual', 'remaining', 'outlook', 'variance', 'effect'] as const)
          expect(year?.lines.reduce((n, l) => n + BigInt(l[key]), 0n) ?? 0n).toBe(BigInt(year?.[key] ?? 0))
        workspace.close()
      },
    ),
    { numRuns: 15 },
  )
  workspace = createTestWorkspace()
})
