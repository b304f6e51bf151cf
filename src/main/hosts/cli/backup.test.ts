import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { farthingIn } from './testing.ts'

let folder: string
let workspace: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  workspace = join(folder, 'home.farthing')
  const file = join(folder, 'a.csv')
  writeFileSync(file, 'Date,Payee,Amount\n2026-01-05,Café,-3.20\n2026-01-06,Shop,-8.00\n')
  await farthingIn(folder, ['create', '--workspace', workspace, '--profile', 'personal', '--currency', 'GBP'])
  await farthingIn(folder, ['import', file, '--workspace', workspace])
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => farthingIn(folder, args)

test('a backup is made, listed, checked and restored, each with JSON; a lost workspace comes back from its newest', async () => {
  const made = await run('backup', '--workspace', workspace, '--json')
  expect(made.code).toBe(0)
  const { path, contents } = JSON.parse(made.out) as { path: string; contents: { entries: number } }
  expect(contents.entries).toBe(2)
  const stick = await run('backup', '--workspace', workspace, '--to', join(folder, 'stick'))
  expect(stick.out.trim().startsWith(join(folder, 'stick'))).toBe(true)
  expect((await run('backup', 'list', '--workspace', workspace)).out).toMatch(/by-hand +2 +-11\.20 GBP +good/)
  expect((await run('verify', '--backup', path, '--json')).code).toBe(0)

  const to = join(folder, 'elsewhere.farthing')
  expect((await run('restore', '--from', path, '--to', to, '--json')).out).toContain('"quarantine":null')
  expect((await run('restore', '--from', path, '--to', to)).err).toContain('There is already a file')
  expect((await run('verify', '--workspace', to)).code).toBe(0)

  rmSync(workspace)
  expect((await run('restore', '--workspace', workspace)).out).toContain('Restored to')
  const sum = await run('query', '--workspace', workspace, '--measure', 'sum,count', '--json')
  expect(JSON.parse(sum.out)).toMatchObject({ totals: { sum: '-11.20' } })

  writeFileSync(join(path, 'home.farthing'), 'x')
  expect(await run('verify', '--backup', path)).toMatchObject({ code: 1, err: expect.stringContaining('take another') }) // prettier-ignore
  expect((await run('restore', '--from', path, '--to', join(folder, 'no.farthing'))).code).toBe(1)
  expect(existsSync(join(folder, 'no.farthing'))).toBe(false)
  expect((await run('restore')).code).toBe(2)
  expect((await run('backup', 'magic', '--workspace', workspace)).code).toBe(2)

  // Nothing is removed without being asked twice; then one is left, which is good.
  expect((await run('backup', 'renew', '--workspace', workspace)).code).toBe(2)
  expect(existsSync(path)).toBe(true)
  const renewed = await run('backup', 'renew', '--workspace', workspace, '--yes', '--json')
  const { made: only, removed } = JSON.parse(renewed.out) as { made: { path: string }; removed: number }
  expect(removed).toBeGreaterThan(0)
  expect(existsSync(path)).toBe(false)
  const left = await run('backup', 'list', '--workspace', workspace, '--json')
  expect(JSON.parse(left.out)).toMatchObject({ backups: [{ path: only.path, problem: null }] })
}, 180_000)

test('diagnostics tells how things are, and the bundle holds nothing of the ledger', async () => {
  const told = await run('diagnostics', '--workspace', workspace, '--upkeep', '--json')
  const { facts } = JSON.parse(told.out) as { facts: { id: string; value: unknown }[] }
  expect(Object.fromEntries(facts.map(one => [one.id, one.value]))).toMatchObject({
    entries: 2,
    integrity: 'good',
  })
  expect((await run('diagnostics', '--workspace', workspace)).out).toMatch(/store +entries +2/)
  const to = join(folder, 'bundle.zip')
  expect((await run('support-bundle', '--workspace', workspace, '--to', to)).out.trim()).toBe(to)
  expect(readFileSync(to).subarray(0, 2).toString('latin1')).toBe('PK')
  const { out } = await run('support-bundle', '--workspace', workspace, '--preview')
  expect(out).toContain('── health.json')
  for (const canary of ['Café', 'Shop', '11.20', '1120', 'home.farthing', folder])
    expect(out).not.toContain(canary)
}, 180_000)
