import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  await call('workspace.sample', { kind: 'household' })
})
afterAll(() => farthing.close())

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)
const total = (values: number[]): number => values.reduce((a, b) => a + b, 0)

test('series of the ledger are what the ledger’s own totals are, and parts sum to the total', async () => {
  const found = await call('forecast.run', { by: 'category', top: 4, horizon: 6, levels: [80, 95] })
  const [whole, ...parts] = found.series
  expect(whole!.role).toBe('total')
  expect(parts.map(one => one.role)).toEqual(['member', 'member', 'member', 'member', 'others'])
  const asked = await call('explore.query', {
    query: {
      measures: [{ op: 'sum' }],
      filters: { members: { flow: ['expense'] } },
      groupBy: [{ grain: 'month' }],
    },
  })
  const sums = new Map(asked.rows.map(row => [row[0], -Number(row[1])]))
  expect(whole!.actual).toEqual(found.steps.map(step => sums.get(step.key)))
  for (const [t, value] of whole!.actual.entries())
    expect(total(parts.map(one => one.actual[t]!))).toBe(value)
  for (const [h, value] of whole!.mean.entries()) {
    expect(Number.isInteger(value)).toBe(true)
    expect(total(parts.map(one => one.mean[h]!))).toBe(value)
    expect(whole!.intervals['95']!.lower[h]).toBeLessThanOrEqual(value)
    expect(whole!.intervals['80']!.upper[h]).toBeLessThanOrEqual(whole!.intervals['95']!.upper[h]!)
  }
  expect(whole!.card.length).toBeGreaterThan(1)
  expect(whole!.card[0]!.method).toBe(whole!.method)
})

test('a last month that the filter cuts is left out, and said', async () => {
  const all = await call('forecast.run', { horizon: 2 })
  const last = all.steps.at(-1)!
  const cut = await call('forecast.run', { horizon: 2, filters: { to: last.from.replace(/01$/, '10') } })
  expect(cut.steps.at(-1)!.key).toBe(all.steps.at(-2)!.key)
  expect(cut.notes.map(one => one.code)).toContain('last-left-out')
  expect(cut.future[0]!.key).toBe(last.key)
})

test('no entries, one month and two days give sentences, not failures', async () => {
  const none = await call('forecast.run', { filters: { text: 'zzzzqqq' } })
  expect(none.series).toEqual([])
  expect(none.notes.map(one => one.code)).toContain('no-steps')
  const { steps } = await call('forecast.run', { horizon: 1 })
  const one = await call('forecast.run', { horizon: 3, filters: { from: steps[0]!.from, to: steps[0]!.to } })
  expect(one.series[0]!.mean).toHaveLength(3)
  expect(one.series[0]!.notes.map(n => n.code)).toContain('one-value')
  const short = await call('forecast.run', {
    horizon: 3,
    filters: { from: steps[0]!.from, to: steps[3]!.to },
  })
  expect(short.series[0]!.method).toBe('naive')
  expect(short.series[0]!.notes.map(n => n.code)).toContain('short')
})

test('runs are kept, compared and promoted; one champion a scope', async () => {
  const first = await call('forecast.keep', { method: 'ets', horizon: 6, note: 'first' })
  const second = await call('forecast.keep', { method: 'theta', horizon: 6 })
  expect([first.role, second.role]).toEqual(['champion', 'challenger'])
  expect(second.scope).toBe(first.scope)
  expect(second.metrics['mase']).toBeGreaterThan(0)
  const other = await call('forecast.keep', { method: 'naive', measure: 'income' })
  expect(other.role).toBe('champion')
  const runs = await call('forecast.promote', { run: second.id })
  const roles = new Map(runs.map(run => [run.id, run.role]))
  expect([roles.get(first.id), roles.get(second.id), roles.get(other.id)]).toEqual([
    'archived',
    'champion',
    'champion',
  ])
  await expect(call('forecast.archive', { run: second.id })).rejects.toThrow('live')
  const kept = await call('forecast.kept', { run: second.id })
  expect(kept.forecast.series[0]!.method).toBe('theta')
  expect(kept.run.request.horizon).toBe(6)
})

test('a kept run is written as entries of scenario Forecast in a batch that can be undone', async () => {
  const before = await call('explore.query', { query: { measures: [{ op: 'count' }, { op: 'sum' }] } })
  const run = await call('forecast.keep', { by: 'category', top: 3, horizon: 4 })
  const written = await call('forecast.write', { run: run.id })
  const { forecast } = await call('forecast.kept', { run: run.id })
  const entries = { members: { scenario: ['Forecast'] } }
  const there = await call('explore.query', {
    query: { measures: [{ op: 'count' }, { op: 'sum' }], filters: entries },
  })
  expect(there.rows[0]).toEqual([written.entries, -total(forecast.series[0]!.mean)])
  const byMember = await call('explore.query', {
    query: { measures: [{ op: 'sum' }], filters: entries, groupBy: [{ dimension: 'category' }] },
  })
  const sums = new Map(byMember.rows.map(row => [row[0], -Number(row[1])]))
  for (const one of forecast.series.filter(s => s.role === 'member'))
    expect(sums.get(one.key!)).toBe(total(one.mean))
  // What is actual is as it was, and a forecast never learns from a forecast.
  expect(
    await call('explore.query', { query: { measures: [{ op: 'count' }, { op: 'sum' }] } }),
  ).toMatchObject({ rows: before.rows })
  expect((await call('forecast.run', { horizon: 2 })).steps.length).toBe(forecast.steps.length)
  expect((await call('forecast.runs', {})).find(one => one.id === run.id)!.batch).toBe(written.batch)
  await call('import.undo', { batch: written.batch })
  const gone = await call('explore.query', { query: { measures: [{ op: 'count' }], filters: entries } })
  expect(gone.rows[0]).toEqual([0])
})

test('holidays and working days reach the methods that know them', async () => {
  const codes = (await call('forecast.countries', {})).map(one => one.code)
  expect(codes).toContain('GB')
  expect(codes).toContain('DE')
  const arima = await call('forecast.run', { method: 'arima', workingDays: true, country: 'GB', horizon: 3 })
  expect(arima.series[0]!.mean).toHaveLength(3)
  const nowhere = await call('forecast.run', { country: 'XX', horizon: 3 })
  expect(nowhere.notes.map(one => one.code)).toContain('no-holidays')
})

test('a Prophet fit is ended by a cancel, and holds no other analysis up', async () => {
  const stop = new AbortController()
  let began = (): void => {}
  const begun = new Promise<void>(resolve => {
    began = resolve
  })
  // Nine series of years of days: seconds, however quick the machine.
  const fit = farthing.call(
    'forecast.run',
    { method: 'prophet', grain: 'day', horizon: 30, by: 'category', top: 8 },
    { signal: stop.signal, onProgress: () => began() },
  )
  await begun
  expect((await call('forecast.countries', {})).length).toBeGreaterThan(0)
  expect(await Promise.race([fit, Promise.resolve('running')])).toBe('running')
  stop.abort()
  const left = await Promise.race([
    fit,
    new Promise(resolve => {
      setTimeout(() => resolve('still running'), 5000)
    }),
  ])
  expect(left).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})
