import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, PROJECT, type Built } from './built.ts'

const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'package-'))
const unpacked = join(folder, 'unpacked')
let built: Built
let resources: string

/** What electron-builder needs of a runtime, without one: any executable of the right name among the files it copies. */
function standInRuntime(): string {
  const dist = join(folder, 'runtime')
  mkdirSync(join(dist, 'resources'), { recursive: true })
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(join(dist, file), '45.4.1')
  for (const file of ['electron', 'electron.exe']) {
    writeFileSync(join(dist, file), '#!/bin/sh\nexit 0\n')
    chmodSync(join(dist, file), 0o755)
  }
  return dist
}

beforeAll(async () => {
  built = build()
  process.env['FARTHING_OUT'] = built.folder
  const { default: config } = await import('../../electron-builder.config.mjs' as string)
  const { build: pack, Platform } = require('electron-builder')
  await pack({
    projectDir: PROJECT,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      electronDist: standInRuntime(),
      // A script has no fuses to blow, and no signature.
      electronFuses: undefined,
      directories: { ...config.directories, output: join(folder, 'dist') },
      mac: { ...config.mac, identity: null },
    },
  })
  const [target] = readdirSync(join(folder, 'dist')).filter(
    name => name.includes('unpacked') || name.startsWith('mac'),
  )
  resources = join(folder, 'dist', target ?? '', 'resources')
  // Node reads no archives as Electron does: unpacked, it is the same tree.
  require('@electron/asar').extractAll(join(resources, 'app.asar'), unpacked)
}, 120_000)

afterAll(() => {
  built?.remove()
  rmSync(folder, { recursive: true, force: true })
})

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      FARTHING_CONFIG: join(folder, 'config'),
      FARTHING_WORKSPACES: folder,
    },
  })
}

test('the archive holds main, preload, page and its libraries', () => {
  expect(existsSync(join(resources, 'app.asar'))).toBe(true)
  for (const file of [
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'package.json',
    'node_modules/zod/package.json',
  ])
    expect([file, existsSync(join(unpacked, file))]).toEqual([file, true])
})

test('each addon lies outside the archive, for this system alone', () => {
  const addons = readdirSync(join(resources, 'app.asar.unpacked'), {
    recursive: true,
    encoding: 'utf8',
  }).filter(file => file.endsWith('.node'))
  expect(
    addons
      .map(file => file.replaceAll('\\', '/').split('node_modules/').at(-1)?.split('/')[0] ?? '')
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['@node-rs', 'better-sqlite3', 'keytar'])
  for (const addon of addons) expect(addon).toContain(process.platform)
})

test('no Node, no sources and no tests are shipped', () => {
  const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
  expect(
    files.filter(file =>
      /node_modules[\\/]node-(?:linux|win)-|(?<!\.d)\.ts$|\.map$|better-sqlite3[\\/]deps/u.test(file),
    ),
  ).toEqual([])
  expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(40_000_000)
})

test('the packaged command line starts', () => {
  const { version } = require('../../package.json') as { version: string }
  expect(node(join(unpacked, 'out/main/cli.js'), '--version')).toContain(version)
})

test('the packaged calendar of holidays finds what it computes with', () => {
  const script = join(unpacked, 'holidays.mjs')
  writeFileSync(
    script,
    `import Holidays from 'date-holidays'
     const days = new Holidays('DE').getHolidays(2026).map(day => day.date.slice(0, 10))
     console.log(JSON.stringify(days.includes('2026-04-06')))`,
  )
  expect(JSON.parse(node(script))).toBe(true)
})

test('the packaged addons load: a database is opened under its cipher, the keychain answers', () => {
  const script = join(unpacked, 'addons.mjs')
  writeFileSync(
    script,
    `import Database from 'better-sqlite3'
     import keytar from 'keytar'
     const db = new Database(':memory:')
     db.pragma("cipher='sqlcipher'")
     console.log(JSON.stringify({ cipher: db.pragma('cipher', { simple: true }), keytar: typeof keytar.getPassword }))`,
  )
  expect(JSON.parse(node(script))).toEqual({ cipher: 'sqlcipher', keytar: 'function' })
})

test('the licences of what is shipped are shipped', () => {
  const licences = join(resources, 'licences.txt')
  expect(statSync(licences).size).toBeGreaterThan(10_000)
})
