import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. These scripts run before anything is installed: Node's own modules only, and any Node from 20 on. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
export const OUT = process.env.FARTHING_OUT ?? 'out'

/** What the scripts remember between runs; gone with node_modules, and then found out anew. */
export function readNote(name) {
  try {
    return JSON.parse(readFileSync(notePath(name), 'utf8'))
  } catch {
    return undefined
  }
}

export function writeNote(name, value) {
  mkdirSync(dirname(notePath(name)), { recursive: true })
  writeFileSync(notePath(name), JSON.stringify(value))
}

const notePath = name => join(PROJECT, 'node_modules', '.cache', 'farthing', `${name}.json`)

/** The Node 24 that the program runs on; undefined where there is none. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(PROJECT, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  return existsSync(path) ? path : undefined
}

/** Ends with a sentence for the user instead of a stack. */
export function giveUp(sentence, code = 1) {
  console.error(sentence)
  process.exit(code)
}
