import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { createApp } from '../../create-app.ts'
import { noSecrets } from '../../secrets/secret-store.ts'
import { runCli } from './run.ts'

export const PASSWORD = 'a long enough password'

/** For tests: runs one command in a Farthing whose folders all lie in `folder`, without a keychain and without a terminal. */
export async function farthingIn(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = { FARTHING_PASSWORD: PASSWORD },
): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const paths = { config: join(folder, 'config'), workspaces: folder, temp: join(folder, 'temp') }
  for (const path of Object.values(paths)) mkdirSync(path, { recursive: true })
  const code = await runCli(args, {
    makeApp: () => createApp('cli', noSecrets(), paths),
    output: { out: text => void (out += text), err: text => void (err += text), terminal: false },
    env,
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

/** For a file of tests: commands run in a folder that each test has of its own. */
export function inFolder() {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const farthing = (...args: string[]) => farthingIn(folder, args)
  const path = (name: string): string => join(folder, name)
  return {
    farthing,
    path,
    /** The path of a table with these lines. */
    table(...lines: string[]): string {
      writeFileSync(path('T.csv'), `${lines.join('\n')}\n`)
      return path('T.csv')
    },
    /** What a command that succeeds answers in JSON. */
    async answer(...args: string[]): Promise<unknown> {
      const { code, out, err } = await farthing(...args, '--json')
      expect([code, err]).toEqual([0, ''])
      return JSON.parse(out)
    },
  }
}
