import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The project's folder: Playwright runs there. */
export const PROJECT = process.cwd()
export const OUT = process.env['FARTHING_OUT'] ?? 'out'

/** Folders of one test's own: no preference, workspace or key of the person who runs the tests is touched. */
export interface Home {
  folder: string
  config: string
  workspaces: string
  env: Record<string, string>
}

export async function makeHome(keychain: 'none' | 'system' = 'none'): Promise<Home> {
  // Not 'farthing-…': the program sweeps temp folders of that name.
  const folder = await mkdtemp(join(tmpdir(), 'e2e-farthing-'))
  const config = join(folder, 'config')
  const workspaces = join(folder, 'workspaces')
  await Promise.all([mkdir(config), mkdir(workspaces)])
  const inherited = Object.entries(process.env).filter(([key]) => !key.startsWith('FARTHING_'))
  const env = {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    FARTHING_CONFIG: config,
    FARTHING_WORKSPACES: workspaces,
    // Each test starts a program of its own; what V8 made of its code is kept by content.
    NODE_COMPILE_CACHE: join(PROJECT, '.cache', 'compile'),
    ...(keychain === 'none' ? { FARTHING_KEYCHAIN: 'none' } : {}),
  }
  return { folder, config, workspaces, env }
}

export const removeHome = (home: Home): Promise<void> =>
  rm(home.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

export interface Loopback {
  child: ChildProcess
  origin: string
  /** The one-time address that it printed. */
  launchUrl: string
  /** All it has printed so far. */
  output: () => string
  /** Ctrl-C; answers the exit code. */
  stop: () => Promise<number | null>
}

/** Node 24 from node_modules: Playwright itself may run on the system's. */
export function nodePath(): string {
  if (process.versions.node.startsWith('24.')) return process.execPath
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  return createRequire(import.meta.url).resolve(`${name}/${binary}`)
}

export async function startLoopback(home: Home, args: string[] = []): Promise<Loopback> {
  const main = join(PROJECT, OUT, 'main', 'loopback.js')
  const child = spawn(nodePath(), [main, '--no-open', ...args], { cwd: PROJECT, env: home.env })
  let output = ''
  const launchUrl = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/launch\?token=[\w-]+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`The loopback host ended with ${code}:\n${output}`)))
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  return {
    child,
    origin: new URL(launchUrl).origin,
    launchUrl,
    output: () => output,
    stop() {
      if (child.exitCode === null) child.kill('SIGINT')
      return ended
    },
  }
}
