import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, PROJECT, type Built } from './built.ts'
import { emptyIcon, standInRuntime } from './stand-in-runtime.ts'

const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'package-'))
const unpacked = join(folder, 'unpacked')
// By its first bytes: what a system's loader takes.
const BINARIES = [
  ['\x7fELF', 'linux'],
  ['MZ', 'win32'],
  ['\xcf\xfa\xed\xfe', 'darwin'],
] as const
const LOCK = require('../../package-lock.json') as { packages: Record<string, { dev?: boolean }> }
// Names, not paths: what lies in a package's own node_modules may come to lie in the tree's.
const PRODUCTION = new Set(
  Object.entries(LOCK.packages).flatMap(([path, one]) =>
    one.dev ? [] : [path.split('node_modules/').at(-1)],
  ),
)
const asar = require('@electron/asar') as {
  extractAll: (archive: string, to: string) => void
  listPackage: (archive: string) => string[]
  statFile: (archive: string, file: string) => object
}
let built: Built
let resources: string

/** This machine's, whose archive is also run, and the other systems'. */
const HERE = { platform: process.platform as string, arch: process.arch as string }
const TREES = [
  HERE,
  ...[
    { platform: 'linux', arch: 'x64' },
    { platform: 'win32', arch: 'x64' },
    { platform: 'darwin', arch: 'arm64' },
  ].filter(tree => tree.platform !== HERE.platform),
]
const OUTPUT = { linux: 'linux', win32: 'win', darwin: 'mac' } as Record<string, string>

/** Where electron-builder puts the archive of a system. */
function resourcesOf({ platform, arch }: typeof HERE): string {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  const name = `${OUTPUT[platform]}${suffix}`
  return platform === 'darwin'
    ? join(folder, 'dist', name, 'Farthing.app', 'Contents', 'Resources')
    : join(folder, 'dist', `${name}-unpacked`, 'resources')
}

/** The list of production packages is the same for each system; npm takes seconds to say it. */
function listPackagesOnce(): void {
  const {
    NpmNodeModulesCollector,
  } = require('app-builder-lib/out/node-module-collector/npmNodeModulesCollector')
  const list = NpmNodeModulesCollector.prototype.getNodeModules
  let listed: unknown
  NpmNodeModulesCollector.prototype.getNodeModules = function once(options: unknown) {
    return (listed ??= list.call(this, options))
  }
}

beforeAll(async () => {
  built = build()
  process.env['FARTHING_OUT'] = built.folder
  const { default: config } = await import('../../electron-builder.config.mjs' as string)
  const { build: pack, Platform, Arch } = require('electron-builder')
  listPackagesOnce()
  await pack({
    projectDir: PROJECT,
    targets: new Map(
      TREES.map(({ platform, arch }) => [Platform.fromString(platform), new Map([[Arch[arch], ['dir']]])]),
    ),
    publish: 'never',
    config: {
      ...config,
      electronDist: standInRuntime(join(folder, 'runtime')),
      // A script has no fuses to blow, and no signature.
      electronFuses: undefined,
      // It refuses the systems whose argon2 npm did not install here: builder-config.test.ts.
      beforePack: (context: { electronPlatformName: string }) =>
        context.electronPlatformName === HERE.platform ? config.beforePack(context) : undefined,
      directories: { ...config.directories, output: join(folder, 'dist') },
      win: { ...config.win, signAndEditExecutable: false },
      mac: { ...config.mac, identity: null, icon: emptyIcon(join(folder, 'empty.icns')) },
    },
  })
  resources = resourcesOf(HERE)
  // Node reads no archives as Electron does: unpacked, it is the same tree.
  asar.extractAll(join(resources, 'app.asar'), unpacked)
}, 240_000)

afterAll(() => {
  built?.remove()
  rmSync(folder, { recursive: true, force: true })
})

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

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

describe.each(TREES)('the tree of $platform $arch', tree => {
  const archive = () => join(resourcesOf(tree), 'app.asar')
  const files = () => asar.listPackage(archive()).map(file => file.replaceAll('\\', '/').slice(1))
  const entry = (file: string) => asar.statFile(archive(), file.replaceAll('/', sep))

  test('has the addons of its system alone, outside of the archive', () => {
    const addons = files().filter(file => file.endsWith('.node'))
    const system = `${tree.platform}-${tree.arch}`
    // npm installs argon2's binary for its own machine only: another system's tree has none, rather than this machine's.
    const argon2 = readdirSync(join(PROJECT, 'node_modules/@node-rs')).filter(name =>
      name.startsWith(`argon2-${system}`),
    )
    expect(argon2).toHaveLength(tree === HERE ? 1 : 0)
    expect(addons.toSorted()).toEqual(
      [
        ...argon2.map(name => `node_modules/@node-rs/${name}/${name.replace('-', '.')}.node`),
        `node_modules/better-sqlite3/prebuilds/${system}.node`,
        `node_modules/keytar/prebuilds/${system}/keytar.node`,
      ].toSorted(),
    )
    for (const addon of addons) {
      expect(entry(addon)).toMatchObject({ unpacked: true })
      const head = readFileSync(join(`${archive()}.unpacked`, addon))
        .subarray(0, 4)
        .toString('latin1')
      expect([addon, BINARIES.find(([start]) => head.startsWith(start))?.[1]]).toEqual([addon, tree.platform])
    }
  })

  test('has no package of development, no sources, no tests, no Node', () => {
    expect(new Set(files().map(file => file.split('/')[0]))).toEqual(
      new Set(['node_modules', 'out', 'package.json', 'resources']),
    )
    const shipped = files().flatMap(
      file => /^node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/u.exec(file)?.[1] ?? [],
    )
    expect(shipped.length).toBeGreaterThan(50)
    expect(shipped.filter(name => !PRODUCTION.has(name))).toEqual([])
    expect(
      files().filter(file =>
        /node_modules\/node-(?:linux|win)-|\.[cm]?ts$|\.map$|better-sqlite3\/deps|\/(?:__tests__|tests?)\//u.test(
          file,
        ),
      ),
    ).toEqual([])
  })

  test('is small', () => {
    const packed = statSync(archive()).size
    const beside = files().reduce((sum, file) => {
      const { unpacked: outside, size = 0 } = entry(file) as { unpacked?: boolean; size?: number }
      return outside ? sum + size : sum
    }, 0)
    process.stdout.write(
      `${tree.platform} ${tree.arch}: app.asar ${megabytes(packed)}, beside it ${megabytes(beside)}\n`,
    )
    expect(packed).toBeLessThan(40_000_000)
    expect(beside).toBeLessThan(40_000_000)
  })
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
