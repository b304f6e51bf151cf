import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { farthingIn } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
const workspace = join(folder, 'team.farthing')

const run = (args: string[], env: Record<string, string> = {}) =>
  farthingIn(folder, args, { FARTHING_PASSWORD: 'the owner’s password', ...env })

beforeAll(async () => {
  writeFileSync(join(folder, 'ada'), 'ada’s own password\n')
  await run(['create', '-w', workspace, '--profile', 'ledger', '--currency', 'EUR'])
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('users are added, let in as themselves, kept to their role, and removed', async () => {
  const file = join(folder, 'ada')
  const added = await run([
    'users',
    'add',
    'Ada',
    '--role',
    'viewer',
    '--new-password-file',
    file,
    '-w',
    workspace,
    '--json',
  ])
  expect(JSON.parse(added.out)).toMatchObject([{ name: 'Owner' }, { name: 'Ada', role: 'viewer' }])
  const asAda = { FARTHING_PASSWORD: 'ada’s own password', FARTHING_USER: 'ada' }
  expect((await run(['entries', '-w', workspace], asAda)).code).toBe(0)
  const refused = await run(['users', 'list', '-w', workspace], asAda)
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('role admin')])
  const removed = await run(['users', 'remove', 'Ada', '-w', workspace])
  expect([removed.code, removed.out]).toEqual([
    0,
    expect.stringMatching(/New recovery key .*: (\w{4}-){6}\w{4}/),
  ])
  expect((await run(['entries', '-w', workspace], asAda)).code).toBe(1)
}, 60_000)

test('the log is verified with a head that was written down, and its exit code says whether it is whole', async () => {
  const first = JSON.parse((await run(['audit-log', 'verify', '-w', workspace, '--json'])).out)
  expect(first).toMatchObject({ ok: true, problems: [], alarms: [] })
  const head = `${first.head.sequence}:${first.head.head.slice(0, 16)}`
  const again = await run(['audit-log', 'verify', '--head', head, '-w', workspace])
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('The log is whole.')])
  const wrong = await run([
    'audit-log',
    'verify',
    '--head',
    `${first.head.sequence}:0000000000000000`,
    '-w',
    workspace,
  ])
  expect([wrong.code, wrong.out]).toEqual([
    1,
    expect.stringContaining('are others than those that were known'),
  ])
  expect((await run(['audit-log', 'verify', '--head', 'nonsense', '-w', workspace])).code).toBe(2)
}, 60_000)
