import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** The program's own code as it is shipped: every chunk of main, and the preload. */
export interface Built {
  /** Where it was built, relative to the project. */
  folder: string
  main: string
  preload: string
  remove: () => void
}

/** Builds main and preload as `npm run build` does, into a folder of its own, so that nothing stale is tested. */
export function build(): Built {
  const folder = mkdtempSync(join(PROJECT, 'out-test-'))
  const name = relative(PROJECT, folder)
  execFileSync(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build'], {
    cwd: PROJECT,
    env: { ...process.env, FARTHING_OUT: name, NODE_ENV: 'production' },
    stdio: 'pipe',
  })
  return { ...readBuilt(name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export function readBuilt(name: string): Omit<Built, 'remove'> {
  const folder = join(PROJECT, name)
  const main = readdirSync(join(folder, 'main')).filter(file => file.endsWith('.js'))
  return {
    folder: name,
    main: main.map(file => readFileSync(join(folder, 'main', file), 'utf8')).join('\n'),
    preload: readFileSync(join(folder, 'preload', 'index.cjs'), 'utf8'),
  }
}
