import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { AUDIT_TESTS, AuditRequestSchema, type AuditRequest } from '../../../shared/data/audit-request.ts'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'
import { seeded } from './checks/random.ts'

// One workspace for all: its journal is loaded once.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let farthing: TestApp
let table: string

/** A journal of balanced documents with a few things that an auditor would want to see. */
function journal(): string {
  const random = seeded(11)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const accounts = ['4000 Rent', '4100 Travel', '4200 Office', '1800 Bank']
  const lines = [
    'Posting Date,Amount,GL Account,Supplier Name,Document Number,Reference,Description,User,Approved By,Entry Date',
  ]
  for (let document = 1; document <= 220; document += 1) {
    if (document === 57) continue
    const day = 19_723 + Math.floor(random() * 360)
    const cents = 1000 + Math.floor(10 ** (2 + random() * 4))
    const supplier = pick(['Acme', 'Bell & Sons', 'Crane Hire', 'Dorn'])
    const user = pick(['ann', 'bob'])
    const text = document % 40 === 0 ? 'Manual adjustment' : `Invoice ${document}`
    const entered = toIsoDate(day + (document % 50 === 0 ? 90 : Math.floor(random() * 5)))
    const rest = [
      supplier,
      `D${10_000 + document}`,
      `R-${document}`,
      text,
      user,
      pick(['ann', 'bob', 'eve']),
      entered,
    ]
    const money = (value: number): string => (value / 100).toFixed(2)
    lines.push([toIsoDate(day), money(cents), pick(accounts.slice(0, 3)), ...rest].join(','))
    lines.push([toIsoDate(day), money(document === 99 ? 1 - cents : -cents), '1800 Bank', ...rest].join(','))
  }
  return `${lines.join('\n')}\n`
}

const COLUMNS = {
  amount: 'Amount',
  date: 'Posting Date',
  account: 'GL Account',
  payee: 'Supplier Name',
  document: 'Document Number',
  number: 'Document Number',
  reference: 'Reference',
  text: 'Description',
  user: 'User',
  approver: 'Approved By',
  entered: 'Entry Date',
}

beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  await call('workspace.create', {
    path: join(farthing.folder, 'audit.farthing'),
    name: 'Audit',
    profile: 'ledger',
    baseCurrency: 'EUR',
    fiscalStartMonth: 1,
    password: 'correct horse battery',
  })
  table = join(farthing.folder, 'journal.csv')
  writeFileSync(table, journal())
  await call('import.commit', { token: token(table), profile: 'ledger' })
})
afterAll(() => farthing.close())

const token = (path: string): string =>
  farthing.app.files.add(path, path.split('/').at(-1) as string, 1, false).token

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

async function refused<N extends MethodName>(name: N, input: Input<N>): Promise<string> {
  const reply = await farthing.call(name, input)
  return reply.ok ? '' : reply.failure.message
}

/** What each test has to be told. */
const ASKED: Partial<Record<AuditRequest['test'], object>> = {
  limit: { limits: ['1000', '5000'] },
  sample: { materiality: '20000' },
  split: { limit: '2000' },
  gaps: { repeats: false },
  weekend: { country: 'DE-BY' },
  stratify: { bounds: ['-1000', '0', '1000'] },
  match: { employees: [{ name: 'Dorn' }] },
  pairs: { most: 30, least: 30 },
}
const requestOf = (name: AuditRequest['test']): AuditRequest =>
  AuditRequestSchema.parse({ test: name, ...ASKED[name] })

/** Without what says where rows came from. */
function bare({ parameters, population, exceptions, sample, ...rest }: AuditResult): object {
  const where = Object.fromEntries(Object.entries(parameters).filter(([name]) => !name.startsWith('column.')))
  return {
    ...rest,
    parameters: where,
    population: { rows: population.rows, sum: population.sum },
    exceptions: exceptions.map(({ lines: _lines, entries: _entries, ...one }) => one),
    sample: sample && { ...sample, items: sample.items.map(({ line: _line, entry: _entry, ...one }) => one) },
  }
}

test('every field of the journal is found, and every test that has its fields can run', async () => {
  const { tests, columns } = await call('audit.tests', {})
  expect(Object.keys(columns).sort()).toEqual([
    'account',
    'amount',
    'approver',
    'date',
    'document',
    'entered',
    'number',
    'payee',
    'reference',
    'text',
    'user',
  ])
  expect(tests.filter(one => one.missing.length > 0)).toEqual([])
  const without = await refused('audit.find', {
    request: requestOf('weekend'),
    columns: { time: 'dimension:nothing' },
  })
  expect(without).toContain('The time cannot come from “nothing”')
})

test.each(AUDIT_TESTS)('%s finds the same in the workspace as in the file that was loaded', async name => {
  const request = requestOf(name)
  const ofTable = await call('audit.table', { token: token(table), columns: COLUMNS, request })
  const ofEntries = await call('audit.find', { request })
  expect(bare(ofEntries)).toEqual(bare(ofTable))
  expect(ofEntries.exceptions.every(one => one.entries?.length === one.rows.length)).toBe(true)
})

test('a workpaper: exceptions with verdicts, a conclusion, a sign-off that the next change takes back', async () => {
  const { run, found } = await call('audit.record', {
    request: requestOf('keywords'),
    title: 'Words',
    by: 'Ann',
  })
  expect(found).toBe(10)
  const paper = await call('audit.show', { run })
  expect(paper).toMatchObject({
    test: 'keywords',
    rows: 438,
    open: 10,
    stored: 10,
    unconverted: 0,
    createdBy: 'Ann (Owner)',
  })
  expect(paper.sum).toBe('0.01')
  expect(paper.now).toEqual({ rows: 438, sum: '0.01', same: true })
  const [first] = paper.list
  const entry = await call('ledger.page', { filters: { text: 'adjustment' }, limit: 100 })
  expect(entry.rows.map(row => row.id)).toContain(first?.entries[0])

  expect(await refused('audit.sign', { run, by: 'Eve' })).toContain('10 open exceptions')
  const all = paper.list.map(one => one.sequence)
  await call('audit.verdict', {
    run,
    exceptions: all,
    verdict: 'cleared',
    note: 'Seen the vouchers',
    by: 'Ann',
  })
  await call('audit.verdict', { run, exceptions: [all[0] as number], verdict: 'exception', by: 'Ann' })
  expect(await refused('audit.sign', { run, by: 'Eve' })).toContain('no conclusion')
  await call('audit.conclude', { run, conclusion: 'One adjustment without a voucher.', by: 'Ann' })
  expect(await call('audit.sign', { run, by: 'Eve' })).toMatchObject({
    open: 0,
    exceptions: 1,
    signedBy: 'Eve (Owner)',
    reopened: false,
  })
  expect(await refused('audit.sign', { run, by: 'Eve' })).toContain('signed off already')

  const after = await call('audit.verdict', {
    run,
    exceptions: [all[0] as number],
    verdict: 'follow-up',
    by: 'Bob',
  })
  expect(after).toMatchObject({ signedAt: null, reopened: true })
  const { events, list } = await call('audit.show', { run, verdict: 'follow-up' })
  expect(list.map(one => [one.sequence, one.note, one.decidedBy])).toEqual([
    [all[0], 'Seen the vouchers', 'Bob (Owner)'],
  ])
  expect(events.slice(0, 3).map(one => [one.kind, one.by])).toEqual([
    ['verdict', 'Bob (Owner)'],
    ['reopened', 'Bob (Owner)'],
    ['signed', 'Eve (Owner)'],
  ])
  expect(events[1]?.detail).toMatchObject({
    before: 'exception',
    after: 'follow-up',
    signedBy: 'Eve (Owner)',
  })
  expect(await refused('audit.discard', { run })).toContain('signed off once')
})

test('a sample is drawn, its audit values are entered by hand and from a file, and it is evaluated', async () => {
  const request = requestOf('sample')
  const { run } = await call('audit.record', { request, filters: { members: { user: ['ann'] } }, by: 'Ann' })
  const paper = await call('audit.show', { run })
  expect(paper.evaluation).toBeNull()
  expect(paper.items.length).toBeGreaterThan(5)
  const [first, second] = paper.items
  if (!first || !second) throw new Error('no items')
  await call('audit.values', { run, items: [{ item: first.sequence, audit: '0' }], by: 'Ann' })
  expect((await call('audit.show', { run })).evaluation).toMatchObject({
    upper: null,
    conclusion: 'incomplete',
    examined: 1,
  })

  const file = join(farthing.folder, 'values.csv')
  const write = (lines: string[]): string => {
    writeFileSync(file, `entry,audit\n${lines.join('\n')}\n`)
    return token(file)
  }
  const good = paper.items.map(one => `${one.entry},${one === first ? '0' : one.book}`)
  expect(await refused('audit.valuesFile', { run, token: write([...good, '999999,5']) })).toContain('line ')
  expect(await refused('audit.valuesFile', { run, token: write([`${first.entry},five`]) })).toContain(
    '“five” is not an amount',
  )
  const entered = await call('audit.valuesFile', { run, token: write([...good]), by: 'Ann' })
  expect(entered).toMatchObject({ read: good.length, entered: good.length, head: { open: 0 } })
  const { evaluation, result } = await call('audit.show', { run })
  // One item of nothing: its whole interval is projected below the interval, itself in the top stratum.
  const projected = first.stratum === 'top' ? Number(first.book) : Number(result.sample?.interval)
  expect(evaluation?.projected).toBeCloseTo(projected, 6)
  expect(evaluation?.upper).toBeGreaterThan(projected)
  expect(evaluation).toMatchObject({ missing: 0, conclusion: 'not-acceptable' })
  expect(await call('audit.discard', { run })).toEqual({ run })
  expect((await call('audit.runs', {})).map(one => one.id)).not.toContain(run)
})

test('a workpaper knows its entries after its import was undone and loaded again, and says what changed', async () => {
  const { run } = await call('audit.record', { request: requestOf('dating'), by: 'Ann' })
  const before = await call('audit.show', { run })
  const [batch] = await call('import.batches', {})
  if (!batch) throw new Error('no batch')
  await call('import.undo', { batch: batch.id })
  const gone = await call('audit.show', { run })
  expect(gone.now).toMatchObject({ rows: 0, same: false })
  expect(gone.list.map(one => [one.entries.length, one.gone])).toEqual(before.list.map(() => [0, 1]))
  await call('import.commit', { token: token(table), profile: 'ledger' })
  const again = await call('audit.show', { run })
  expect(again.now.same).toBe(true)
  expect(again.list.every(one => one.entries.length === 1 && one.gone === 0)).toBe(true)
})

test('a test is cancelled, and nothing is recorded', async () => {
  const before = await call('audit.runs', {})
  const giveUp = new AbortController()
  const request = requestOf('benford')
  const running = farthing.call(
    'audit.record',
    { request },
    { signal: giveUp.signal, onProgress: () => giveUp.abort() },
  )
  expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(await call('audit.runs', {})).toHaveLength(before.length)
})
