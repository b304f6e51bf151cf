import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { witnessPath } from '../../files/workspace-files.ts'
import { createTestApp, type TestApp } from '../../testing.ts'

const PASSWORD = 'correct horse battery'
const CANARIES = ['Canary', 'Zebra Household', '-77.13', '7713', 'GB33BUKB', 'statement-canary', PASSWORD]

let farthing: TestApp
let path: string
beforeAll(async () => {
  farthing = createTestApp()
  path = join(farthing.folder, 'canary.farthing')
  mkdirSync(farthing.folder, { recursive: true })
  await good('workspace.create', { name: 'Zebra Household', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1, path, password: PASSWORD }) // prettier-ignore
  const file = join(farthing.folder, 'statement-canary.csv')
  writeFileSync(file, 'Date,Payee,Amount,Reference\n2026-01-05,Café Canary,-77.13,GB33BUKB20201555555555\n')
  const { token } = farthing.app.files.add(file, 'statement-canary.csv', 1, false)
  await good('import.commit', { token })
}, 120_000)
afterAll(() => farthing.close())

async function good<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}

const fact = async (id: string) => (await good('diagnostics.health', {})).facts.find(one => one.id === id)

test('the upkeep does what is due once: backup, integrity, statistics; health then tells of them', async () => {
  expect(await fact('newestBackup')).toMatchObject({ value: null, state: 'attention' })
  const { done } = await good('diagnostics.upkeep', {})
  expect(done.map(one => [one.task, one.ok])).toEqual([
    ['backup', true],
    ['integrity', true],
    ['analyse', true],
  ])
  expect((await good('diagnostics.upkeep', {})).done).toEqual([])
  expect(await fact('integrity')).toMatchObject({ value: 'good', state: 'good' })
  expect(await fact('newestBackup')).toMatchObject({ state: 'good' })
  expect((await good('diagnostics.upkeep', { now: true })).done.map(one => one.task)).toEqual([
    'integrity',
    'analyse',
  ])
})

test('nothing of the ledger, no name, path or password is in the log or the bundle, whatever fails', async () => {
  await farthing.call('workspace.open', { path: join(farthing.folder, 'Canary nowhere.farthing') })
  await farthing.call('explore.sql', { text: "SELECT * FROM Canary WHERE payee = 'Café Canary'" })
  await farthing.call('workspace.duplicate', { path })
  await farthing.call('workspace.setPassword', { password: PASSWORD })
  farthing.app.workspace?.writer.call('no such operation Canary' as never, {} as never).catch(() => {})
  const to = join(farthing.folder, 'bundle.zip')
  await good('diagnostics.bundle', { to })
  const { files } = await good('diagnostics.bundlePreview', {})
  const zip = unzipSync(readFileSync(to))
  expect(Object.keys(zip)).toEqual(files.map(file => file.name))
  const { lines } = await good('diagnostics.log', {})
  const all = [
    ...Object.values(zip).map(bytes => new TextDecoder().decode(bytes)),
    lines.join('\n'),
    ...files.map(file => file.text),
  ]
  for (const text of all)
    for (const canary of [...CANARIES, farthing.folder, 'canary.farthing'])
      expect([canary, text.includes(canary)]).toEqual([canary, false])
  expect(await farthing.call('diagnostics.bundle', { to })).toMatchObject({ failure: { code: 'bad-input' } })
})

test('saved changes that are missing are told of at the next opening, until somebody has read it', async () => {
  await good('workspace.close', {})
  const before = readFileSync(path)
  await good('workspace.open', { path, password: PASSWORD })
  await good('workspace.update', { name: 'Another name' })
  await good('workspace.close', {})
  writeFileSync(path, before)
  expect(readFileSync(witnessPath(path)).length).toBe(256)
  await good('workspace.open', { path, password: PASSWORD })
  const { losses } = await good('diagnostics.losses', {})
  expect(losses).toMatchObject([{ seen: false }])
  expect(losses[0]?.commits).toBeGreaterThan(0)
  expect(await fact('lost')).toMatchObject({ state: 'attention' })
  await good('diagnostics.lossesSeen', {})
  expect((await good('diagnostics.losses', {})).losses).toMatchObject([{ seen: true }])
})
