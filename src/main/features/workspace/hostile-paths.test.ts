import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FailureCode } from '../../../shared/result/failure.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

const HOUSE = { name: 'Our house', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 4 } as const
const FOREIGN = 'a file of somebody else'

let secrets: ReturnType<typeof memorySecrets>
let farthing: TestApp
beforeEach(() => {
  secrets = memorySecrets()
  farthing = createTestApp(secrets)
  mkdirSync(farthing.folder, { recursive: true })
})
afterEach(() => farthing.close())

const at = (name: string): string => join(farthing.folder, name)
function foreign(name: string): string {
  writeFileSync(at(name), FOREIGN)
  return at(name)
}
const create = (path: string) => farthing.call('workspace.create', { ...HOUSE, path })
function code(reply: { ok: boolean; failure?: { code: FailureCode } }): FailureCode | 'ok' {
  return reply.ok ? 'ok' : (reply.failure as { code: FailureCode }).code
}

test('compacting and duplicating leave files of others alone, whatever they are called', async () => {
  await create(at('house.farthing'))
  const [beside, there] = [foreign('house.farthing.part'), foreign('copy.farthing.part')]
  expect(code(await farthing.call('workspace.compact', {}))).toBe('ok')
  expect(code(await farthing.call('workspace.duplicate', { path: at('copy.farthing') }))).toBe('ok')
  expect([beside, there].map(path => readFileSync(path, 'utf8'))).toEqual([FOREIGN, FOREIGN])
  expect(readdirSync(farthing.folder).filter(name => name.endsWith('.part'))).toHaveLength(2)
})

test('what a killed compaction left is removed by the next, and nothing else', async () => {
  await create(at('house.farthing'))
  foreign('.house.farthing.0123abcd.part')
  const other = foreign('.house.farthing.mine.part')
  expect(code(await farthing.call('workspace.compact', {}))).toBe('ok')
  expect(existsSync(at('.house.farthing.0123abcd.part'))).toBe(false)
  expect(readFileSync(other, 'utf8')).toBe(FOREIGN)
})

test('a workspace is not made where another one’s changes or lock would be read as its own', async () => {
  for (const tail of ['-wal', '-journal', '-lock']) {
    const left = foreign(`new${tail}.farthing${tail}`)
    const path = at(`new${tail}.farthing`)
    expect([tail, code(await create(path))]).toEqual([tail, 'bad-input'])
    expect(existsSync(path)).toBe(false)
    expect(readFileSync(left, 'utf8')).toBe(FOREIGN)
  }
  expect(secrets.kept.size).toBe(0)
  await create(at('open.farthing'))
  for (const method of ['workspace.duplicate', 'workspace.move'] as const)
    expect(code(await farthing.call(method, { path: at('new-wal.farthing') }))).toBe('bad-input')
  expect(readFileSync(at('new-wal.farthing-wal'), 'utf8')).toBe(FOREIGN)
})

test('a link is a file that is there, also where it leads nowhere', async () => {
  symlinkSync(at('nowhere'), at('link.farthing'))
  symlinkSync(at('nowhere'), at('keys.farthing-keys'))
  expect(code(await create(at('link.farthing')))).toBe('bad-input')
  expect(code(await create(at('keys.farthing')))).toBe('bad-input')
})

test('a path that cannot be is said to be wrong, in a sentence, and leaves neither file nor key', async () => {
  foreign('file')
  const paths = [
    at('a\u0000b'),
    at('file/house.farthing'),
    at('x'.repeat(240)),
    at('é'.repeat(120)),
    `/${'deep/'.repeat(800)}x`,
  ]
  for (const path of paths) {
    const reply = await create(path)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
  }
  expect(readdirSync(farthing.folder)).toEqual(['file'])
  expect(secrets.kept.size).toBe(0)
})

test('what is no file is no workspace, and no file of keys: nobody waits for a pipe', async () => {
  mkdirSync(at('folder.farthing'))
  for (const path of [at('folder.farthing'), at('a\u0000b'), at('nowhere'), '/dev/null'])
    expect([path, code(await farthing.call('workspace.open', { path }))]).toEqual([path, 'not-found'])
  foreign('house.farthing')
  mkdirSync(at('house.farthing-keys'))
  expect(code(await farthing.call('workspace.open', { path: at('house.farthing') }))).toBe('file-damaged')
})

test('the recovery key is shown also where the list of recent workspaces cannot be written', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  mkdirSync(join(farthing.app.paths.config, 'recent.json'))
  const reply = await create(at('house.farthing'))
  expect(reply).toMatchObject({ ok: true, value: { recoveryKey: expect.any(String) } })
  expect(said.mock.calls.flat().join(' ')).toContain('recent workspaces')
  said.mockRestore()
})

test('a sample is never loaded into a workspace of one’s own', async () => {
  await create(at('mine.farthing'))
  const reply = await farthing.call('workspace.sample', { kind: 'household', path: at('mine.farthing') })
  expect(code(reply)).toBe('bad-input')
  const opened = await farthing.call('workspace.open', { path: at('mine.farthing') })
  expect(opened).toMatchObject({ ok: true, value: { entries: 0, settings: HOUSE } })
})
