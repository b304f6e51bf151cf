import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Plan } from '../../../shared/contract/budget.ts'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'
import { monthsOfYear } from './plan.ts'
import { planEntries } from './set-plan.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  mkdirSync(farthing.folder, { recursive: true })
  await call('workspace.create', { name: 'P', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1 })
  const csv =
    'Date,Description,Category,Amount,Currency\n2025-01-05,Co-op,Food,-80.01,GBP\n2025-03-05,Co-op,Food,-70.00,GBP\n'
  const path = join(farthing.folder, 'e.csv')
  writeFileSync(path, csv)
  const { token } = farthing.app.files.add(path, 'e.csv', csv.length, false)
  await call('import.commit', { token, profile: 'personal' })
})
afterAll(() => farthing.close())

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

const asked = { scenario: 'Budget', by: 'category', year: 2026 } as const
const planned = async (key: string) =>
  (await call('budget.plan', asked)).rows.find(row => row.key === key)?.planned

test('a plan is spread, grown from last year, set by the cell, set back, and undone', async () => {
  expect((await call('budget.plan', asked)).rows).toMatchObject([
    { key: 'Food', flow: 'expense', before: [-80_01, 0, -70_00, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  ])
  await call('budget.setPlan', { ...asked, rows: [{ key: 'Food', how: 'even', total: -1000_00 }] })
  expect((await planned('Food'))?.slice(0, 5)).toEqual([-83_34, -83_34, -83_34, -83_34, -83_33])
  const grown = await call('budget.setPlan', {
    ...asked,
    rows: [{ key: 'Food', how: 'last-year', growth: 2.5 }],
  })
  expect(grown.entries).toBe(12)
  // 150.01 × 1.025 = 153.76025
  expect((await planned('Food'))?.reduce((a, b) => Number(a) + Number(b), 0)).toBe(-153_76)
  const cell = (amount: number) => ({ ...asked, cells: [{ key: 'Food', month: '2026-02', amount }] })
  for (const amount of [-5_00, 0, -5_00, 0, -5_00]) await call('budget.setPlan', cell(amount))
  expect((await planned('Food'))?.[1]).toBe(-5_00)
  expect(await call('budget.setPlan', cell(-5_00))).toEqual({ batch: null, entries: 0 })
  await call('ledger.undo', {})
  expect((await planned('Food'))?.[1]).toBe(0)
  const outside = await farthing.call('budget.setPlan', {
    ...asked,
    cells: [{ key: 'Food', month: '2027-01', amount: 1 }],
  })
  expect(outside.ok || outside.failure.message).toContain('no month of this fiscal year')
})

test('whatever is planned: the months sum to the year, and the entries lead from the old plan to the new', () => {
  const months = monthsOfYear(2026, 4)
  expect([months[0], months[11]]).toEqual(['2026-04', '2027-03'])
  const year = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 12, maxLength: 12 })
  const how = fc.oneof(
    fc.record({ how: fc.constant('even' as const), total: fc.integer({ min: -1e12, max: 1e12 }) }),
    fc.record({ how: fc.constant('last-year' as const), growth: fc.integer({ min: -100, max: 200 }) }),
  )
  fc.assert(
    fc.property(year, year, how, (old, before, row) => {
      const plan: Plan = {
        currency: 'GBP',
        profile: 'ledger',
        months,
        days: months.map(month => `${month}-01`),
        rows: [{ key: 'a', label: 'A', flow: 'expense', planned: old, before }],
      }
      const entries = planEntries(plan, { ...asked, cells: [], rows: [{ key: 'a', ...row }] }, '1')
      const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
      const now = sum(old) + sum(entries.map(e => e.amount))
      if (row.how === 'even') expect(now).toBe(row.total)
      else expect(Math.abs(now * 100 - sum(before) * (100 + row.growth))).toBeLessThanOrEqual(50)
    }),
  )
})
