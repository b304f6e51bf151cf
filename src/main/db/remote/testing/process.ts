import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

export const run = promisify(execFile)

/** Database servers do not run as root: another user of the machine then, its own or nobody. */
export function serverUser(name: string): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(one => one.startsWith(`${name}:`))
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** A folder that the server's user owns. */
export function serverFolder(name: string, owner: { uid: number; gid: number } | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), `e2e-${name}-`))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return folder
}

export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  const places = [...folders, ...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  return places.map(folder => join(folder, name)).find(path => existsSync(path))
}

/** Debian keeps each version of PostgreSQL in a folder of its own: the newest. */
export function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map(version => join(root, version, 'bin'))
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Starts a server that ends with this process at the latest. */
export function start(
  program: string,
  args: string[],
  owner: { uid: number; gid: number } | undefined,
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
    env: { ...process.env, ...env },
    ...owner,
  })
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return child
}

/** Until `answers` no longer rejects. Rejects with what the server wrote when it ends or does not come up. */
export async function untilReady(child: ChildProcess, answers: () => Promise<unknown>): Promise<void> {
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-4000)))
  for (let tries = 0; ; tries += 1) {
    try {
      await answers()
      return
    } catch (error) {
      if (child.exitCode !== null || tries > 600)
        throw new Error(`the server did not start: ${said}`, { cause: error })
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals, folder: string): Promise<void> {
  const ended = new Promise(resolve => child.once('exit', resolve))
  if (child.exitCode === null && child.kill(signal)) await ended
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
