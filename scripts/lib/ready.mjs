import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { giveUp, OUT, PROJECT, readNote, writeNote } from './project.mjs'
import { npm, tool } from './run.mjs'

/** Installs what package-lock.json says, when it says something else than the last time. */
export async function ensureInstalled({ quiet = false } = {}) {
  const lock = createHash('sha256')
    .update(readFileSync(join(PROJECT, 'package-lock.json')))
    .digest('hex')
  if (readNote('installed')?.lock === lock) return
  if (installedAfterLock()) return writeNote('installed', { lock })
  console.error('Installing the packages that Farthing is built from…')
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet })
  if (code !== 0) giveUp('npm could not install the packages (see above). With a network, try again.')
  writeNote('installed', { lock })
}

// Somebody ran npm themselves: their work is as good as ours.
function installedAfterLock() {
  const installed = join(PROJECT, 'node_modules', '.package-lock.json')
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(PROJECT, 'package-lock.json')).mtimeMs
  )
}

const STAMP = join(PROJECT, OUT, 'built-from.json')

/** Builds out/ when it is not from the sources as they are now. */
export async function ensureBuilt({ quiet = false, force = false } = {}) {
  if (!force && readStamp() === stampOfSources()) return true
  const unlock = await lock()
  try {
    return await build({ quiet, force })
  } finally {
    unlock()
  }
}

// Two commands of a script may start at once: the second waits, and then finds the work done.
async function lock() {
  const path = join(PROJECT, 'node_modules', '.cache', 'farthing', `building-${OUT}`)
  mkdirSync(dirname(path), { recursive: true })
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(path)
      return () => rmSync(path, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      // No build takes this long: whoever held the lock was killed.
      if (waited > 120_000) rmSync(path, { recursive: true, force: true })
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}

async function build({ quiet, force }) {
  const sources = stampOfSources()
  if (!force && readStamp() === sources) return true
  rmSync(STAMP, { force: true })
  console.error('Building Farthing…')
  const { code, output } = await tool('electron-vite/bin/electron-vite.js', ['build'], {
    capture: true,
    quiet,
  })
  if (code !== 0) {
    console.error(output)
    return false
  }
  writeFileSync(STAMP, JSON.stringify({ sources }))
  return true
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')).sources
  } catch {
    return undefined
  }
}

// Names, sizes and times of all that goes into a build: reading a thousand contents would cost more than it tells.
function stampOfSources() {
  const hash = createHash('sha256')
  const add = path => {
    const { size, mtimeMs } = statSync(join(PROJECT, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  for (const file of ['electron.vite.config.ts', 'package.json', 'package-lock.json']) add(file)
  const files = readdirSync(join(PROJECT, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(PROJECT.length))
  for (const file of files.sort()) add(file)
  return hash.digest('hex')
}
