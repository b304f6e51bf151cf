import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AlertRuleBody } from '../../../shared/contract/alerts.ts'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

vi.setConfig({ testTimeout: 60_000 })

let farthing: TestApp
beforeEach(async () => {
  farthing = createTestApp(memorySecrets())
  await call('workspace.create', {
    path: join(farthing.folder, 'alerts.farthing'),
    name: 'Alerts',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 1,
  })
})
afterEach(async () => {
  vi.useRealTimers()
  await farthing.close()
})

async function call<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}

let files = 0
async function load(rows: readonly string[]): Promise<void> {
  const name = `purse-${(files += 1)}.csv`
  const text = ['Date,Payee,Category,Amount', ...rows].join('\n')
  const path = join(farthing.app.paths.temp, name)
  writeFileSync(path, text)
  const { token } = farthing.app.files.add(path, name, text.length, false)
  await call('import.commit', { token })
}

const watch = (rule: Input<'alerts.saveRule'>['rule']) => call('alerts.saveRule', { rule })
const dining = (limit: number): Input<'alerts.saveRule'>['rule'] => ({
  name: 'Dining',
  watch: { kind: 'threshold', filters: { members: { category: ['Dining'] } }, limit },
})

const PURSE = [
  '2025-03-05,Bistro,Dining,-150.00',
  '2025-04-03,Bistro,Dining,-390.00',
  '2025-05-02,Bistro,Dining,-300.00',
  '2025-05-09,Bistro,Dining,-120.50',
  '2025-05-10,Shop,Groceries,-999.00',
]

test('spending beyond a limit is said once, with the figure and the rows behind it', async () => {
  await load(PURSE)
  await watch(dining(400_00))
  const found = await call('alerts.look', {})
  expect(found).toMatchObject({ raised: 1, unread: 1, problems: [] })
  const [alert] = found.alerts
  expect(alert).toMatchObject({
    code: 'above',
    statement: 'Dining: 420.50 GBP in 2025-05, above the limit of 400.00 GBP.',
    figures: { step: '2025-05', value: '42050', limit: '40000' },
    severity: 'medium',
    read: false,
  })
  const { total } = await call('ledger.page', { filters: alert!.filters!, limit: 0 })
  expect(total).toBe(2)
  expect(await call('alerts.look', { force: true })).toMatchObject({ raised: 0, unread: 1 })
})

test('a limit is held while it is reached exactly, and broken by a penny', async () => {
  await load(PURSE)
  await watch(dining(420_50))
  expect((await call('alerts.look', {})).raised).toBe(0)
  await watch(dining(420_49))
  expect((await call('alerts.look', {})).raised).toBe(1)
})

test('an import is a reason to look again, and a month that it completes is heard as well', async () => {
  await load(PURSE)
  await watch(dining(400_00))
  await call('alerts.look', {})
  await load(['2025-04-29,Bistro,Dining,-11.00'])
  const found = await call('alerts.look', {})
  expect(found.raised).toBe(1)
  expect(found.alerts[0]?.statement).toContain('401.00 GBP in 2025-04')
})

test('what has not come at all is below a limit, and a month that runs is not judged', async () => {
  await load(PURSE)
  await watch({
    name: 'Salary',
    watch: { kind: 'threshold', filters: { members: { category: ['Salary'] } }, side: 'below', limit: 1 },
  })
  const { alerts } = await call('alerts.look', {})
  expect(alerts.map(alert => alert.figures['step'])).toEqual(['2025-04'])
  expect(alerts[0]?.statement).toBe('Salary: 0.00 GBP in 2025-04, below the limit of 0.01 GBP.')
})

test('data that is too old is said once for each newest day', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2025, 5, 20, 12) })
  await load(PURSE)
  await watch({ name: 'Stale', watch: { kind: 'stale', days: 41 } })
  expect((await call('alerts.look', {})).raised).toBe(0)
  vi.setSystemTime(new Date(2025, 5, 21, 12))
  const found = await call('alerts.look', {})
  expect(found.alerts[0]?.statement).toBe(
    'Stale: the newest entry is of 10 May 2025, 42 days old; 41 are allowed.',
  )
  vi.setSystemTime(new Date(2025, 6, 21, 12))
  expect((await call('alerts.look', {})).raised).toBe(0)
})

test('an unusual entry is said once, however often one looks, and its filters select it', async () => {
  await load(
    Array.from({ length: 60 }, (_, n) => {
      const day = new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)
      return `${day},Market,Groceries,-${n === 40 ? '950.00' : `${10 + (n % 7)}.20`}`
    }),
  )
  await watch({ name: 'Odd', watch: { kind: 'anomalies', severity: 'high' } })
  const found = await call('alerts.look', {})
  expect(found.alerts).toHaveLength(1)
  expect(found.alerts[0]).toMatchObject({ code: 'anomaly', figures: { amount: '-95000' } })
  const { total } = await call('ledger.page', { filters: found.alerts[0]!.filters!, limit: 0 })
  expect(total).toBe(1)
  expect((await call('alerts.look', { force: true })).raised).toBe(0)
})

test('read, unread, dismissed: what is dismissed is not said again, and a rule takes its alerts along', async () => {
  await load(PURSE)
  const [rule] = await watch(dining(400_00))
  const { alerts } = await call('alerts.look', {})
  const ids = alerts.map(alert => alert.id)
  expect((await call('alerts.mark', { ids, as: 'read' })).unread).toBe(0)
  expect((await call('alerts.mark', { ids, as: 'unread' })).unread).toBe(1)
  expect((await call('alerts.mark', { as: 'dismissed' })).alerts).toEqual([])
  expect(await call('alerts.look', { force: true })).toMatchObject({ raised: 0, alerts: [] })
  expect(await call('alerts.deleteRule', { id: rule!.id })).toEqual([])
  await watch(dining(400_00))
  expect((await call('alerts.look', {})).raised).toBe(1)
})

test('a budget that is overrun, and one that is not there', async () => {
  await load(PURSE)
  const rule: AlertRuleBody = {
    name: 'Budget',
    enabled: true,
    watch: {
      kind: 'budget',
      filters: {},
      scenario: 'Plan',
      by: 'category',
      period: 'month',
      percent: 10,
      minimum: 0,
    },
  }
  const [kept] = await watch(rule)
  const before = await call('alerts.look', {})
  expect(before.problems).toEqual([
    {
      rule: kept!.id,
      name: 'Budget',
      message: 'There is no scenario Plan in this workspace any more.',
    },
  ])
  const text = [
    'Date,Category,Amount,Scenario',
    '2025-05-01,Dining,-400.00,Plan',
    '2025-05-01,Groceries,-500.00,Plan',
    '2025-04-01,Dining,-400.00,Plan',
  ].join('\n')
  const path = join(farthing.app.paths.temp, 'plan.csv')
  writeFileSync(path, text)
  const { token } = farthing.app.files.add(path, 'plan.csv', text.length, false)
  await call('import.commit', { token })
  const found = await call('alerts.look', {})
  expect(found.problems).toEqual([])
  // Dining: 420.50 against 400.00 is 5 % over, less than the rule asks for.
  expect(found.alerts.map(alert => alert.statement)).toEqual([
    'Budget: Groceries stands at 999.00 GBP in 2025-05, 499.00 GBP over 500.00 GBP in Plan.',
  ])
  expect(found.alerts[0]?.severity).toBe('high')
})

test('a rule that is off says nothing, and one without sense is refused', async () => {
  await load(PURSE)
  await watch({ ...dining(1), enabled: false })
  expect((await call('alerts.look', {})).raised).toBe(0)
  expect(await farthing.call('alerts.saveRule', { rule: dining(-5) })).toMatchObject({
    ok: false,
    failure: { code: 'bad-input' },
  })
})
