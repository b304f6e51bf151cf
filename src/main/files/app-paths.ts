import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import type { App } from '../app.ts'

/**
 * Where Farthing keeps its things: preferences where the system keeps them, workspaces among the user's documents, and a private
 * temp folder (0700) for uploads. FARTHING_CONFIG and FARTHING_WORKSPACES put the first two elsewhere.
 */
export function appPaths(env: NodeJS.ProcessEnv = process.env): App['paths'] {
  const config = env['FARTHING_CONFIG'] ?? configFolder(env)
  const workspaces = env['FARTHING_WORKSPACES'] ?? workspacesFolder()
  mkdirSync(config, { recursive: true, mode: 0o700 })
  mkdirSync(workspaces, { recursive: true, mode: 0o700 })
  sweepTemp()
  const temp = mkdtempSync(join(tmpdir(), `farthing-${process.pid}-`))
  ours.add(temp)
  return { config, workspaces, temp }
}

function configFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32')
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Farthing')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Farthing')
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'farthing')
}

function workspacesFolder(): string {
  const documents = join(homedir(), 'Documents')
  return join(existsSync(documents) ? documents : homedir(), 'Farthing')
}

const ours = new Set<string>()

/**
 * A killed program leaves its uploads in clear text behind: the next start removes what belongs to no living process. A number alone
 * tells little: in a container every start has the same one, and after a restart of the machine somebody else has it.
 */
function sweepTemp(): void {
  const startedAt = Date.now() - uptime() * 1000
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^farthing-(\d+)-/.exec(name)?.[1])
    const path = join(tmpdir(), name)
    if (!pid || ours.has(path)) continue
    try {
      // A minute for clocks that were set meanwhile.
      const before = lstatSync(path).mtimeMs < startedAt - 60_000
      if (before || pid === process.pid || !alive(pid)) rmSync(path, { recursive: true, force: true })
    } catch {
      // Another user's, in a temp folder that all share, or just being removed by another start: no reason not to start.
    }
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
