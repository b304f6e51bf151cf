import { mkdirSync, readdirSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import type { JobBody } from '../../../shared/contract/schedule.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

// A workspace with its workers is opened for each test.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let farthing: TestApp
let folder: string
beforeEach(async () => {
  farthing = createTestApp(memorySecrets())
  await call('workspace.create', {
    path: workspacePath(),
    name: 'Test',
    profile: 'personal',
    baseCurrency: 'EUR',
    fiscalStartMonth: 1,
    password: 'correct horse battery',
  })
  folder = join(farthing.folder, 'statements')
  mkdirSync(folder)
})
afterEach(() => farthing.close())

const workspacePath = (): string => join(farthing.folder, 'test.farthing')

const call = <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> =>
  farthing.value(name, input)

/** A file that was written to some minutes ago. */
function put(name: string, text: string, secondsAgo = 600): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  const then = Date.now() / 1000 - secondsAgo
  utimesSync(path, then, then)
  return path
}

const job = (over: Partial<JobBody> = {}): JobBody => ({
  name: 'Bank',
  task: { kind: 'import', folder, endings: ['csv'] },
  cron: '0 7 * * *',
  active: true,
  ...over,
})

const bank = (day: number, amount: string): string =>
  `Date,Payee,Amount\n2024-01-${day},Café,${amount}\n2024-01-${day + 1},Shop,-5.00\n`

/** Confirms the columns by importing one file by hand. */
async function byHand(): Promise<void> {
  const text = bank(10, '-1.00')
  const path = join(farthing.folder, 'first.csv')
  writeFileSync(path, text)
  const { token } = farthing.app.files.add(path, 'first.csv', text.length, false)
  await call('import.commit', { token, profile: 'personal' })
}

test('new files whose columns are known are imported once, and the folder stays as it was', async () => {
  await byHand()
  const [made] = await call('schedule.save', { job: job() })
  if (!made) throw new Error('no job')
  put('a.csv', bank(12, '-2.00'))
  put('b.csv', bank(14, '-3.00'))
  put('notes.txt', 'not looked at')
  const before = readdirSync(folder)
  const first = await call('schedule.run', { id: made.id })
  expect(first).toMatchObject({
    outcome: 'done',
    cause: 'hand',
    counts: { files: 2, imported: 2, loaded: 4 },
  })
  expect(readdirSync(folder)).toEqual(before)
  expect(await call('schedule.run', { id: made.id })).toMatchObject({
    outcome: 'nothing',
    counts: { imported: 0 },
  })
  // The same bytes under another name are known.
  put('copy of a.csv', bank(12, '-2.00'))
  expect(await call('schedule.run', { id: made.id })).toMatchObject({
    outcome: 'nothing',
    counts: { imported: 0, known: 1 },
  })
  const files = await call('schedule.files', { job: made.id })
  expect(Object.fromEntries(files.map(file => [file.name, file.state]))).toEqual({
    'a.csv': 'imported',
    'b.csv': 'imported',
    'copy of a.csv': 'known',
  })
  expect((await call('schedule.runs', {})).map(run => run.outcome)).toEqual(['nothing', 'nothing', 'done'])
})

test('an archive’s files are imported each by itself, and only the one that waited is looked at again', async () => {
  await byHand()
  const task = { kind: 'import', folder, endings: ['csv', 'zip'] } as const
  const [made] = await call('schedule.save', { job: job({ task: { ...task, endings: [...task.endings] } }) })
  const id = made?.id ?? 0
  put('plain.csv', bank(12, '-2.00'))
  const other = 'Fecha,Concepto,Importe\n2024-01-20,Pan,"-3,00"\n2024-01-21,Luz,"-4,00"\n'
  const members = {
    'a.csv': bank(14, '-3.00'),
    'again.csv': bank(12, '-2.00'),
    'b.csv': other,
    'read me.txt': 'x',
  }
  const zip = put('bank.zip', '')
  writeFileSync(
    zip,
    zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)]))),
  )
  const then = Date.now() / 1000 - 600
  utimesSync(zip, then, then)
  const first = await call('schedule.run', { id })
  expect(first).toMatchObject({
    outcome: 'attention',
    counts: { files: 2, imported: 2, unsettled: 1, loaded: 4 },
  })
  const states = async () =>
    Object.fromEntries((await call('schedule.files', { job: id })).map(file => [file.name, file.state]))
  const settled = { 'bank.zip/a.csv': 'imported', 'bank.zip/again.csv': 'imported', 'plain.csv': 'known' }
  expect(await states()).toMatchObject({ ...settled, 'bank.zip/b.csv': 'unsettled', 'bank.zip': 'unsettled' })
  // Its shape is confirmed by hand with another file; then the archive's file is imported, and nothing twice.
  const path = join(farthing.folder, 'mano.csv')
  writeFileSync(path, other.replaceAll('2024-01', '2024-02'))
  await call('import.commit', { token: farthing.app.files.add(path, 'mano.csv', 90, false).token })
  const second = await call('schedule.run', { id })
  expect(second).toMatchObject({ outcome: 'done', counts: { imported: 1, loaded: 2 } })
  expect(await states()).toMatchObject({ ...settled, 'bank.zip/b.csv': 'imported', 'bank.zip': 'imported' })
  expect(await call('schedule.run', { id })).toMatchObject({ outcome: 'nothing' })
})

test('a file that is still being written waits', async () => {
  await byHand()
  const [made] = await call('schedule.save', { job: job() })
  put('a.csv', bank(12, '-2.00'), 0)
  const run = await call('schedule.run', { id: made?.id ?? 0 })
  expect(run).toMatchObject({ outcome: 'nothing', counts: { imported: 0, waiting: 1 } })
  put('a.csv', bank(12, '-2.00'))
  expect(await call('schedule.run', { id: made?.id ?? 0 })).toMatchObject({ counts: { imported: 1 } })
})

test('a file whose columns nobody has confirmed is left and listed, and imported after one by hand', async () => {
  const [made] = await call('schedule.save', { job: job() })
  put('a.csv', bank(12, '-2.00'))
  const run = await call('schedule.run', { id: made?.id ?? 0 })
  expect(run).toMatchObject({ outcome: 'attention', counts: { unsettled: 1, imported: 0 } })
  expect(run.message).toContain('a.csv: its columns have not been confirmed yet')
  expect(await call('import.batches', {})).toEqual([])
  await byHand()
  expect(await call('schedule.run', { id: made?.id ?? 0 })).toMatchObject({
    outcome: 'done',
    counts: { imported: 1 },
  })
})

test('a folder that is not there fails with a sentence, and is tried again later and later', async () => {
  const [made] = await call('schedule.save', { job: job() })
  const gone = join(farthing.folder, 'gone')
  mkdirSync(gone)
  await call('schedule.save', {
    id: made?.id,
    job: job({ task: { kind: 'import', folder: gone, endings: [] } }),
  })
  rmdirSync(gone)
  const run = await call('schedule.run', { id: made?.id ?? 0 })
  expect(run).toMatchObject({ outcome: 'failed', attempt: 1 })
  expect(run.message).toContain('is not there')
  const wait = new Date(run.nextTryAt ?? 0).getTime() - Date.now()
  expect(wait).toBeGreaterThan(30_000)
  expect(wait).toBeLessThan(90_000)
  // Not yet: nothing is due.
  expect(await call('schedule.tick', {})).toEqual([])
})

test('times that passed while the program was closed are made up for once, at the next opening', async () => {
  const [made] = await call('schedule.save', { job: job({ task: { kind: 'quality' } }) })
  expect(made?.next).not.toBeNull()
  expect(await call('schedule.tick', {})).toEqual([])
  vi.useFakeTimers({ now: Date.now() + 3 * 86_400_000, toFake: ['Date'] })
  try {
    const runs = await call('schedule.tick', {})
    expect(runs).toMatchObject([{ cause: 'catch-up', outcome: 'done' }])
  } finally {
    vi.useRealTimers()
  }
})

test('what is no schedule or no folder is refused with a sentence', async () => {
  const refused = async (over: Partial<JobBody>): Promise<string> => {
    const reply = await farthing.call('schedule.save', { job: job(over) })
    return reply.ok ? '' : reply.failure.message
  }
  expect(await refused({ cron: '61 7 * * *' })).toContain('is not a schedule')
  expect(await refused({ cron: '0 7 30 2 *' })).toContain('never come')
  expect(await refused({ task: { kind: 'import', folder: 'statements', endings: [] } })).toContain(
    'whole path',
  )
  expect(await refused({ task: { kind: 'import', folder: join(folder, 'no'), endings: [] } })).toContain(
    'There is no folder',
  )
})

test('only an administrator makes jobs; a viewer sees them', async () => {
  farthing.session.role = 'viewer'
  expect(await farthing.call('schedule.save', { job: job() })).toMatchObject({
    ok: false,
    failure: { code: 'forbidden' },
  })
  expect(await farthing.call('schedule.list', {})).toMatchObject({ ok: true, value: [] })
})

test('a deleted job takes its history with it', async () => {
  const [made] = await call('schedule.save', { job: job({ task: { kind: 'quality' } }) })
  await call('schedule.run', { id: made?.id ?? 0 })
  expect(await call('schedule.remove', { id: made?.id ?? 0 })).toEqual([])
  expect(await call('schedule.runs', {})).toEqual([])
})
