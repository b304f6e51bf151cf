import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../create-app.ts'
import { noSecrets } from '../../secrets/secret-store.ts'
import { runCli } from './run.ts'

let folder: string
let workspace: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  workspace = join(folder, 'home.farthing')
  const made = await farthing(
    'create',
    '--profile',
    'personal',
    '--currency',
    'GBP',
    '--workspace',
    workspace,
  )
  expect(made).toMatchObject({ code: 0 })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function farthing(...args: string[]) {
  let out = ''
  let err = ''
  const paths = { config: join(folder, 'config'), workspaces: folder, temp: join(folder, 'temp') }
  for (const path of Object.values(paths)) mkdirSync(path, { recursive: true })
  const code = await runCli(args, {
    makeApp: () => createApp('cli', noSecrets(), paths),
    output: { out: text => void (out += text), err: text => void (err += text), terminal: false },
    env: { FARTHING_PASSWORD: 'a long enough password' },
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

const file = {
  farthing: 'boards',
  version: 1,
  boards: [
    {
      name: 'Cash',
      tiles: [
        { id: 'a', x: 0, y: 5, w: 6, h: 2, title: 'Spent', content: { kind: 'figure', query: {} } },
        { id: 'b', x: 0, y: 5, w: 40, h: 2, title: '', content: { kind: 'freshness' } },
      ],
    },
  ],
  views: [{ name: 'Food', filters: { members: { category: ['Food'] } } }],
}

test('boards go into a workspace and out again, packed; what is no board is refused by its place', async () => {
  const path = join(folder, 'boards.json')
  writeFileSync(path, JSON.stringify(file))
  const wide = await farthing('boards', 'import', path, '--workspace', workspace, '--json')
  expect(wide.code).not.toBe(0)
  expect(wide.err).toContain('boards.0.tiles.1.w')

  const whole = { ...file, boards: [{ name: 'Cash', tiles: [file.boards[0]!.tiles[0]] }] }
  writeFileSync(path, JSON.stringify(whole))
  const added = await farthing('boards', 'import', path, '--workspace', workspace, '--json')
  expect([added.code, JSON.parse(added.out)]).toEqual([0, { boards: 1, views: 1 }])
  const list = await farthing('boards', 'list', '--workspace', workspace)
  expect(list.out).toMatch(/board\s+1\s+Cash\s+1 tiles/)

  const out = join(folder, 'out.json')
  expect((await farthing('boards', 'export', out, '--workspace', workspace)).code).toBe(0)
  const written = JSON.parse(readFileSync(out, 'utf8')) as typeof file
  expect(written.boards[0]?.tiles[0]).toMatchObject({ id: 'a', x: 0, y: 0, w: 6, h: 2, title: 'Spent' })
  expect(written.views).toEqual(file.views)
  expect((await farthing('boards', 'export', '--board', '9', '--workspace', workspace)).err).toContain(
    'no board 9',
  )
  expect((await farthing('boards', 'burn', '--workspace', workspace)).code).toBe(2)
}, 60_000)
