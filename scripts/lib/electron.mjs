import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT, readNote, writeNote } from './project.mjs'
import { run } from './run.mjs'

const FOLDER = join(PROJECT, 'node_modules', 'electron')
const FETCH_MS = 60_000
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Electron's executable, fetched where it is missing and can be had within a minute; else one sentence why not. A fetch that
 * failed is not tried again for a day, so that the next start is quick; `asked` (--host electron) tries all the same.
 */
export async function electronOrWhyNot({ asked }) {
  const unfit = whyNotHere()
  if (unfit) return { why: unfit }
  const present = executable()
  if (present) return { path: present }
  const failed = readNote('electron-fetch')
  if (failed && !asked && Date.now() - failed.at < DAY_MS) return { why: failed.why }
  console.log('Fetching Electron (at most a minute)…')
  const { code, output } = await run(process.execPath, [join(FOLDER, 'install.js')], {
    capture: true,
    timeoutMs: FETCH_MS,
  })
  const path = code === 0 ? executable() : undefined
  if (path) return { path }
  const reason = output.split('\n').find(line => /error/i.test(line)) ?? 'it took longer than a minute'
  const why = `Electron could not be fetched (${reason.trim().slice(0, 120)}).`
  writeNote('electron-fetch', { at: Date.now(), why })
  return { why }
}

function executable() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  try {
    const name = readFileSync(join(FOLDER, 'path.txt'), 'utf8')
    const path = join(override ?? join(FOLDER, 'dist'), name)
    return existsSync(path) ? path : undefined
  } catch {
    return override && existsSync(join(override, 'electron')) ? join(override, 'electron') : undefined
  }
}

function whyNotHere() {
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display for Electron.'
  if (process.getuid?.() === 0) return 'Electron does not run as root with its sandbox on.'
  return undefined
}
