import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
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
