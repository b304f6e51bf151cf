import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

vi.setConfig({ testTimeout: 60_000 })

let farthing: TestApp
beforeEach(async () => {
  farthing = createTestApp(memorySecrets())
  mkdirSync(farthing.folder, { recursive: true })
  await call('workspace.create', { name: 'R', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1 })
})
afterEach(() => farthing.close())

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

function file(name: string, content: string | Uint8Array): string {
  const path = join(farthing.folder, name)
  writeFileSync(path, content)
  return farthing.app.files.add(path, name, content.length, false).token
}

const entries =
  'Date,Description,Amount,Currency\n2026-04-10,Dollars,-1168.40,USD\n2026-04-12,Sunday,-100.00,EUR\n2026-04-26,Late,-50.00,USD\n2026-04-13,Pounds,7.00,GBP\n'
const ecb = 'Date,USD,GBP,\n2026-04-13,1.2,0.9,\n2026-04-10,1.1684,0.87058,\n'
const zip = (): string => file('hist.zip', zipSync({ 'hist.csv': new TextEncoder().encode(ecb) }))

const bases = async () => {
  const { rows } = await call('ledger.page', { offset: 0, limit: 10 })
  return Object.fromEntries(rows.map(row => [row.description, row.baseAmount]))
}

test('rates out of a zip convert what has none, at the last known day before, and the step can be taken back', async () => {
  await call('import.commit', { token: file('e.csv', entries), profile: 'personal' })
  expect(await bases()).toEqual({ Dollars: null, Sunday: null, Late: null, Pounds: 700 })
  const found = await call('reference.importRates', { token: zip() })
  expect(found).toMatchObject({
    file: 'hist.zip/hist.csv',
    rates: 4,
    days: 2,
    currencies: ['EUR', 'USD'],
    converted: 2,
    unconverted: 1,
    limitDays: 10,
  })
  // 1168.40 ÷ (1.1684 ÷ 0.87058); 100 × 0.87058 on a Sunday; the last is 13 days behind the last rate.
  expect(await bases()).toEqual({ Dollars: -870_58, Sunday: -87_06, Late: null, Pounds: 700 })
  await call('ledger.undo', {})
  expect(await bases()).toEqual({ Dollars: null, Sunday: null, Late: null, Pounds: 700 })
  await call('ledger.redo', {})
  expect((await bases())['Dollars']).toBe(-870_58)
  const sums = await call('explore.query', { query: { measures: [{ op: 'sum' }] } })
  expect(sums).toMatchObject({ rows: [[-870_58 - 87_06 + 7_00]], unconverted: 1 })
})

test('an entry says which rate it was converted at, and says none once others were given', async () => {
  await call('reference.importRates', { token: zip() })
  await call('import.commit', { token: file('e.csv', entries), profile: 'personal' })
  const { rows } = await call('ledger.page', { offset: 0, limit: 10 })
  const id = rows.find(row => row.description === 'Sunday')!.id
  expect((await call('ledger.entry', { id })).rate).toEqual({
    rate: '1.14865951',
    day: '2026-04-10',
    source: 'ECB',
  })
  const other = file('other.csv', 'date,currency,rate\n2026-04-11,EUR,1.25\n')
  expect(await call('reference.importRates', { token: other })).toMatchObject({
    converted: 0,
    against: 'GBP',
  })
  expect((await call('ledger.entry', { id })).rate).toBeUndefined()
  expect(await call('reference.importRates', { token: other, reconvert: 'all' })).toMatchObject({
    converted: 1,
  })
  expect((await bases())['Sunday']).toBe(-80_00)
  expect((await call('ledger.entry', { id })).rate).toMatchObject({ rate: '1.25', day: '2026-04-11' })
})

test('a limit of days can be chosen, and the rates that there are can be listed', async () => {
  await call('import.commit', { token: file('e.csv', entries), profile: 'personal' })
  const wanting = await call('reference.rates', {})
  expect(wanting).toMatchObject({
    limitDays: null,
    currencies: [
      {
        currency: 'USD',
        rates: 0,
        from: '',
        entries: 2,
        unconverted: 2,
        wanting: { from: '2026-04-10', to: '2026-04-26' },
      },
      { currency: 'EUR', rates: 0, entries: 1, unconverted: 1 },
    ],
  })
  const found = await call('reference.importRates', { token: zip(), limitDays: 40 })
  expect(found).toMatchObject({ converted: 3, unconverted: 0, limitDays: 40 })
  const { currencies } = await call('reference.rates', {})
  expect(currencies[0]).toMatchObject({
    currency: 'USD',
    entries: 2,
    unconverted: 0,
    from: '2026-04-10',
    source: 'ECB',
    gaps: 0,
    wanting: null,
  })
  // A rate by hand, two months on: a gap; it converts nothing anew, and can be taken out.
  const byHand = { currency: 'USD', date: '2026-06-20', rate: '1.3' }
  expect(await call('reference.setRate', byHand)).toMatchObject({ converted: 0, limitDays: 40 })
  expect((await call('reference.rates', {})).currencies[0]).toMatchObject({
    to: '2026-06-20',
    latest: '1.3',
    source: 'by hand',
    gaps: 1,
    longestGap: { from: '2026-04-13', to: '2026-06-20' },
  })
  expect(await call('reference.rateDays', { currency: 'USD', limit: 2 })).toMatchObject({
    total: 3,
    rates: [{ date: '2026-06-20', rate: '1.3' }, { date: '2026-04-13' }],
    months: [{ month: '2026-04' }, { month: '2026-06', rate: '1.3' }],
  })
  // In place of the bank's: all entries in other currencies are converted anew, in one step that undo takes back.
  const better = { currency: 'USD', date: '2026-04-10', rate: '2', reconvert: 'all' } as const
  expect(await call('reference.setRate', better)).toMatchObject({ converted: 1 })
  expect((await bases())['Dollars']).toBe(-584_20)
  await call('ledger.undo', {})
  expect((await bases())['Dollars']).toBe(-870_58)
  await call('reference.removeRate', { currency: 'USD', date: '2026-04-10' })
  // The dollars keep their amount: without their rate there is none that reaches back to them.
  expect(await call('reference.convert', { reconvert: 'all', limitDays: 10 })).toMatchObject({ converted: 0 })
  farthing.app.language = 'de'
  const refused = await farthing.call('reference.setRate', { currency: 'USD', date: '2026-04-10', rate: '0' })
  expect(refused).toMatchObject({ failure: { message: expect.stringContaining('ist kein Kurs') } })
})

test('a batch that was undone before the rates came is converted when it comes back', async () => {
  const { id } = await call('import.commit', { token: file('e.csv', entries), profile: 'personal' })
  await call('import.undo', { batch: id })
  await call('reference.importRates', { token: zip() })
  await call('import.restore', { batch: id })
  expect((await bases())['Dollars']).toBe(-870_58)
})

test('a file without the base currency, one that is no table of rates, and a damaged zip are refused in words', async () => {
  const refused = async (token: string) => {
    const reply = await farthing.call('reference.previewRates', { token })
    return reply.ok ? '' : reply.failure.message
  }
  expect(await refused(file('n.csv', 'Date,USD\n2026-04-10,1.1\n'))).toContain('no rate that leads to GBP')
  expect(await refused(file('x.csv', 'a,b\n1,2\n'))).toContain('no table of exchange rates')
  expect(await refused(file('d.zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])))).toContain('damaged')
  expect(await refused(file('o.zip', zipSync({ 'a.png': new Uint8Array(4) })))).toContain(
    'without such a table',
  )
})
