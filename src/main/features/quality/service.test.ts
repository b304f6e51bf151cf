import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Batch } from '../../../shared/contract/import.ts'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import type { QualityRuleBody } from '../../../shared/contract/quality.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

// A workspace with its workers is opened for each test.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let farthing: TestApp
beforeEach(() => {
  farthing = createTestApp(memorySecrets())
})
afterEach(() => farthing.close())

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

async function create(profile: 'personal' | 'ledger'): Promise<void> {
  await call('workspace.create', {
    path: join(farthing.folder, 'test.farthing'),
    name: 'Test',
    profile,
    baseCurrency: 'EUR',
    fiscalStartMonth: 1,
    password: 'correct horse battery',
  })
}

async function load(name: string, text: string, profile: 'personal' | 'ledger'): Promise<Batch> {
  const path = join(farthing.folder, name)
  writeFileSync(path, text)
  const { token } = farthing.app.files.add(path, name, Buffer.byteLength(text), false)
  return call('import.commit', { token, profile })
}

const BANK = `Date,Payee,Account,Amount,Balance
2024-01-05,Café,Current,-3.20,96.80
2024-01-06,,Current,-50.00,46.80
2024-01-07,Employer,Current,2000.00,2046.80
2024-01-07,Employer,Current,2000.00,4046.80
`

test('a new workspace has its profile’s rules; one that is changed stays changed, and they can be put back', async () => {
  await create('ledger')
  const rules = await call('quality.rules', {})
  expect(rules.map(rule => rule.expects.kind)).toContain('balanced')
  const [first] = rules
  if (!first) throw new Error('no rules')
  const { id, ...body } = first
  const saved = await call('quality.saveRule', { id, rule: { ...body, name: 'Rates', active: false } })
  expect(saved.map(rule => rule.id)).toEqual(rules.map(rule => rule.id))
  expect(saved[0]).toMatchObject({ id, name: 'Rates', active: false })
  expect(await call('quality.deleteRule', { id })).toHaveLength(rules.length - 1)
  expect(await farthing.call('quality.deleteRule', { id })).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
  expect(await call('quality.resetRules', {})).toEqual(rules)
})

test('a rule that says nothing, or the impossible, is refused with a sentence', async () => {
  await create('personal')
  const refused = async (expects: QualityRuleBody['expects']): Promise<string> => {
    const rule: QualityRuleBody = { name: '', severity: 'error', active: true, expects }
    const reply = await farthing.call('quality.saveRule', { rule })
    return reply.ok ? '' : reply.failure.message
  }
  expect(await refused({ kind: 'pattern', field: 'payee', pattern: 'a(?=b)', not: false })).toContain(
    'cannot be used',
  )
  expect(await refused({ kind: 'between', min: 5, max: 4, absolute: false })).toContain('above the highest')
  expect(await refused({ kind: 'date' })).toContain('Give the first or the last date')
})

test('a run over a batch keeps its score, and each failing entry is found with its filters or by itself', async () => {
  await create('personal')
  const batch = await load('bank.csv', BANK, 'personal')
  await call('quality.saveRule', {
    rule: { name: 'Payee', severity: 'error', active: true, expects: { kind: 'not-null', field: 'payee' } },
  })
  const run = await call('quality.run', { batch: batch.id })
  expect(run).toMatchObject({ batch: batch.id, entries: 4 })
  const payee = run.results.find(result => result.rule.name === 'Payee')
  expect(payee).toMatchObject({ state: 'failed', checked: 4, failed: 1 })
  const page = await call('ledger.page', { filters: payee?.filters ?? {}, limit: 10 })
  expect(page.rows.map(row => row.date)).toEqual(['2024-01-06'])
  const rule: QualityRuleBody = {
    name: '',
    severity: 'info',
    active: true,
    expects: { kind: 'unique', fields: ['day', 'amount', 'payee'] },
  }
  const twice = await call('quality.check', { rule, batch: batch.id, limit: 1 })
  expect(twice).toMatchObject({ total: 2, entries: 4, result: { failed: 2 } })
  expect(twice.rows).toMatchObject([{ payee: 'Employer', amount: 200000, file: 'bank.csv', line: 4 }])
  const next = await call('quality.check', { rule, batch: batch.id, limit: 10, offset: 1 })
  expect(next.rows).toMatchObject([{ line: 5 }])
  expect(run.score).toBeGreaterThan(0)
  expect(run.score).toBeLessThan(100)
  const trend = await call('quality.runs', { batch: batch.id })
  expect(trend.map(one => one.id)).toContain(run.id)
  expect(trend.find(one => one.id === run.id)).toEqual(run)
})

test('the score is the mean of the shares that passed, weighed by severity', async () => {
  await create('personal')
  await load('bank.csv', BANK, 'personal')
  for (const { id } of await call('quality.rules', {})) await call('quality.deleteRule', { id })
  const add = (severity: 'error' | 'info', expects: QualityRuleBody['expects']) =>
    call('quality.saveRule', { rule: { name: '', severity, active: true, expects } })
  // Three of four entries have a payee; all lie in the year; nothing has a category to be in a list.
  await add('error', { kind: 'not-null', field: 'payee' })
  await add('info', { kind: 'date', fiscalYear: 2024 })
  await add('error', { kind: 'in-list', field: 'cost_centre', values: ['x'] })
  const { score, results } = await call('quality.run', {})
  expect(results.map(result => result.state)).toEqual(['failed', 'passed', 'nothing'])
  expect(score).toBeCloseTo((100 * (3 * 0.75 + 1 * 1)) / 4, 10)
})

const LEDGER = `Document Number,Posting Date,Company Code,GL Account,Cost Centre,Amount,Currency,Text
100,2024-01-05,DE01,4000,CC1,500.00,EUR,Invoice
100,2024-01-05,DE01,1600,CC1,-500.00,EUR,Invoice
101,2024-01-06,DE01,4000,CC1,200.00,EUR,Invoice
101,2024-01-06,DE01,1600,CC1,-190.00,EUR,Invoice
102,2024-01-07,DE01,4000,CC2,80.00,EUR,Invoice
102,2024-01-07,DE01,1600,CC2,-80.00,EUR,Invoice
`

test('reconciliation names a document that does not balance', async () => {
  await create('ledger')
  await load('ledger.csv', LEDGER, 'ledger')
  const found = await call('quality.reconcile', {})
  expect(found.documents).toMatchObject({ checked: 3, unbalanced: 1, oneSided: false })
  expect(found.documents.rows).toMatchObject([
    { document: '101', company: 'DE01', currency: 'EUR', difference: '10.00', entries: 2 },
  ])
  expect(found.agrees).toBe(false)
  expect(found.disagreements.map(one => one.statement).join()).toContain('Document 101 of company DE01')
  expect(found.batches[0]?.stages.every(stage => stage.agrees)).toBe(true)
})

test('what was read is loaded and duplicates together, also when a file brings rows again', async () => {
  await create('personal')
  await load('bank.csv', BANK, 'personal')
  const more = `${BANK}2024-01-08,Shop,Current,-46.80,4000.00\n`
  await load('more.csv', more, 'personal')
  const found = await call('quality.reconcile', {})
  expect(found.batches[1]).toMatchObject({
    counts: { read: 5, loaded: 1, duplicate: 4 },
    readSums: { EUR: '3900.00' },
    loadedSums: { EUR: '-46.80' },
    agrees: true,
  })
  expect(found.batches[1]?.controls).toMatchObject([{ code: 'running', agrees: true, file: '4000.00' }])
  expect(found.agrees).toBe(true)
})

test('a statement that is missing between two others shows in the balances', async () => {
  await create('personal')
  const head = 'Date,Payee,Account,Amount,Balance\n'
  await load('january.csv', `${head}2024-01-05,A,Current,10.00,110.00\n2024-01-31,B,Current,5.00,115.00\n`, 'personal') // prettier-ignore
  await load('march.csv', `${head}2024-03-05,C,Current,1.00,93.00\n2024-03-31,D,Current,2.00,95.00\n`, 'personal') // prettier-ignore
  const { balances, disagreements } = await call('quality.reconcile', {})
  expect(balances).toMatchObject([
    { date: '2024-01-31', stated: '115.00', carried: '', agrees: true },
    { date: '2024-03-31', stated: '95.00', carried: '115.00', movements: '3.00', agrees: false },
  ])
  expect(disagreements).toMatchObject([{ severity: 'warning' }])
  await load('february.csv', `${head}2024-02-05,E,Current,-20.00,95.00\n2024-02-29,F,Current,-3.00,92.00\n`, 'personal') // prettier-ignore
  const whole = await call('quality.reconcile', {})
  expect(whole.balances.every(balance => balance.agrees)).toBe(true)
})

test('a column of balances that breaks is kept with the batch and named', async () => {
  await create('personal')
  const rows = Array.from({ length: 10 }, (_, i) => `2024-01-${i + 10},P${i},Current,1.00,${101 + i}.00`)
  rows[5] = '2024-01-15,P5,Current,1.50,106.00'
  await load('broken.csv', `Date,Payee,Account,Amount,Balance\n${rows.join('\n')}\n`, 'personal')
  const { agrees, disagreements, batches } = await call('quality.reconcile', {})
  expect(agrees).toBe(false)
  expect(batches[0]?.controls).toMatchObject([{ code: 'running', agrees: false }])
  expect(disagreements[0]?.statement).toMatch(/broken\.csv \(batch 1\): the file states a running balance/)
  farthing.app.language = 'de'
  const [german] = (await call('quality.reconcile', {})).disagreements
  expect(german?.statement).toMatch(
    /^broken\.csv \(Stapel 1\): Die Datei nennt einen laufenden Saldo bis \d+,\d\d EUR/,
  )
  expect(await farthing.call('quality.deleteRule', { id: 99 })).toMatchObject({
    failure: { message: 'Es gibt keine Qualitätsregel 99. Sie wurde vielleicht gelöscht.' },
  })
})

test('an entry that is deleted, split or undone is still accounted for', async () => {
  await create('personal')
  const batch = await load('bank.csv', BANK, 'personal')
  const { rows } = await call('ledger.page', { filters: {}, limit: 10 })
  await call('ledger.remove', { entries: { ids: [rows[0]?.id ?? 0] } })
  const { id = 0, amount = 0 } = rows[1] ?? {}
  await call('ledger.split', { id, parts: [{ amount: 1 }, { amount: amount - 1 }] })
  expect((await call('quality.reconcile', {})).agrees).toBe(true)
  await call('import.undo', { batch: batch.id })
  const found = await call('quality.reconcile', {})
  expect(found.batches[0]).toMatchObject({ undone: true, agrees: true })
})

test('a check can be cancelled', async () => {
  await create('personal')
  await load('bank.csv', BANK, 'personal')
  const stop = new AbortController()
  stop.abort()
  const reply = await farthing.call('quality.run', {}, { signal: stop.signal })
  expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})
