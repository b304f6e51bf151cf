import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
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
  return { config, workspaces, temp: mkdtempSync(join(tmpdir(), `farthing-${process.pid}-`)) }
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

// A killed program leaves its uploads in clear text behind: the next start removes what belongs to no living process.
function sweepTemp(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^farthing-(\d+)-/.exec(name)?.[1]
    if (!pid || alive(Number(pid))) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch (error) {
      // Another user's, in a temp folder that all share: theirs to remove.
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EACCES' && code !== 'EPERM') throw error
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
