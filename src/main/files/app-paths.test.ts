import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appPaths } from './app-paths.ts'
import { createFileTokens } from './file-tokens.ts'

test('the folders are private, where the environment puts them, and a dead program’s uploads are swept away', () => {
  const root = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const left = join(tmpdir(), `farthing-${dead}-left`)
  const living = join(tmpdir(), `farthing-${process.ppid}-living`)
  for (const folder of [left, living]) mkdirSync(folder)
  writeFileSync(join(left, 'statement.csv'), 'in clear text')

  const paths = appPaths({ FARTHING_CONFIG: join(root, 'config'), FARTHING_WORKSPACES: join(root, 'ws') })
  expect(paths).toMatchObject({ config: join(root, 'config'), workspaces: join(root, 'ws') })
  for (const folder of Object.values(paths)) {
    expect(statSync(folder).isDirectory()).toBe(true)
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  }
  expect([existsSync(left), existsSync(living)]).toEqual([false, true])
  for (const folder of [root, paths.temp, living]) rmSync(folder, { recursive: true })
})

test('what a dead program left is swept also where its number is in use again', () => {
  const root = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const env = { FARTHING_CONFIG: join(root, 'config'), FARTHING_WORKSPACES: join(root, 'ws') }
  const first = appPaths(env)
  // Ours by its number, but not made by us: in a container the program that was killed had the same one.
  const namesake = join(tmpdir(), `farthing-${process.pid}-left`)
  // A living process's number, but from before the machine was started.
  const older = join(tmpdir(), `farthing-${process.ppid}-older`)
  for (const folder of [namesake, older]) mkdirSync(folder)
  writeFileSync(join(namesake, 'statement.csv'), 'in clear text')
  const longAgo = new Date(Date.now() - uptime() * 1000 - 3_600_000)
  utimesSync(older, longAgo, longAgo)

  const second = appPaths(env)
  expect([namesake, older, first.temp, second.temp].map(folder => existsSync(folder))).toEqual([
    false,
    false,
    true,
    true,
  ])
  for (const folder of [root, first.temp, second.temp]) rmSync(folder, { recursive: true })
})

test('a token is a file’s only name; clearing deletes uploads and leaves the user’s own files', async () => {
  const root = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const [mine, upload] = [join(root, 'mine.csv'), join(root, 'upload')]
  for (const path of [mine, upload]) writeFileSync(path, 'x')
  const files = createFileTokens()
  const kept = files.add(mine, 'mine.csv', 1, false)
  const sent = files.add(upload, 'theirs.csv', 1, true)
  expect(kept).toEqual({ token: expect.stringMatching(/^[\w-]{22}$/), name: 'mine.csv', bytes: 1 })
  expect(files.path(sent.token)).toEqual({ path: upload, name: 'theirs.csv', bytes: 1 })
  expect([mine, '', `${kept.token}x`, '__proto__'].map(token => files.path(token))).toEqual(
    Array(4).fill(undefined),
  )
  await files.clear()
  expect([existsSync(mine), existsSync(upload), files.path(kept.token)]).toEqual([true, false, undefined])
  rmSync(root, { recursive: true })
})
