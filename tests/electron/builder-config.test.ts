import { createRequire } from 'node:module'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { PROJECT } from './built.ts'

const require = createRequire(import.meta.url)
const { validateConfiguration } = require('app-builder-lib/out/util/config/config')
const { FileMatcher } = require('app-builder-lib/out/fileMatcher')
const { Arch, DebugLogger } = require('builder-util')
const { default: config } = await import('../../electron-builder.config.mjs' as string)

test('the configuration is one that electron-builder takes', async () => {
  await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined()
  await expect(validateConfiguration({ ...config, asarUnpak: [] }, new DebugLogger(false))).rejects.toThrow(
    /asarUnpak/u,
  )
})

test('every fuse that opens the program to the outside is off, every check is on', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('there is a package for each system, and nothing is rebuilt or published by accident', () => {
  expect([config.win.target, config.mac.target, config.linux.target]).toEqual([
    ['nsis'],
    ['dmg'],
    ['AppImage', 'deb'],
  ])
  expect([config.npmRebuild, config.nodeGypRebuild, config.publish]).toEqual([false, false, null])
  expect(config.asarUnpack).toEqual(expect.arrayContaining(['**/*.node', 'resources/**']))
})

/** Its packages for all systems; npm installs its machine's alone, so the patterns are shown by names. */
const ARGON2 = Object.keys(require('@node-rs/argon2/package.json').optionalDependencies)

test.each([
  ['win', 'win32', 'x64', '@node-rs/argon2-win32-x64-msvc'],
  ['win', 'win32', 'arm64', '@node-rs/argon2-win32-arm64-msvc'],
  ['mac', 'darwin', 'x64', '@node-rs/argon2-darwin-x64'],
  ['mac', 'darwin', 'arm64', '@node-rs/argon2-darwin-arm64'],
  ['linux', 'linux', 'x64', '@node-rs/argon2-linux-x64-gnu'],
  ['linux', 'linux', 'arm64', '@node-rs/argon2-linux-arm64-gnu'],
])('of all that npm may install of argon2, %s takes the one for %s %s', (system, platform, arch, own) => {
  const patterns = config[system].files.filter(
    (one: unknown) => typeof one === 'string' && one.startsWith('!'),
  )
  const matcher = new FileMatcher(PROJECT, '', (text: string) => text.replaceAll('${arch}', arch), [
    '**/*',
    ...patterns,
  ])
  const taken = matcher.createFilter()
  const file = { isDirectory: () => false, isFile: () => true }
  expect(ARGON2.length).toBeGreaterThan(10)
  expect(
    ['@node-rs/argon2', ...ARGON2].filter(name =>
      taken(join(PROJECT, 'node_modules', name, 'binary.node'), file),
    ),
  ).toEqual(['@node-rs/argon2', own])
  const pack = () => config.beforePack({ electronPlatformName: platform, arch: Arch[arch] })
  // Not to be called where it is installed: it writes the licences into `out`.
  if (!existsSync(join(PROJECT, 'node_modules', own))) expect(pack).toThrow(`${own} is not installed`)
})

test('workspaces, extracts and deep links open Farthing; the icons are there', () => {
  const extensions = config.fileAssociations.flatMap((one: { ext: string | string[] }) => one.ext)
  expect(extensions).toEqual(
    expect.arrayContaining(['farthing', 'csv', 'xlsx', 'ofx', 'qif', 'mt942', 'xml', 'beancount', 'zip']),
  )
  expect(config.protocols[0].schemes).toEqual(['farthing'])
  for (const icon of [config.win.icon, config.mac.icon, config.linux.icon])
    expect(existsSync(join(PROJECT, icon))).toBe(true)
})

test('without a certificate a Mac’s package is signed for nobody; one that updates itself never is', async () => {
  const macWith = async (
    env: Record<string, string>,
  ): Promise<{ identity?: string; hardenedRuntime: boolean }> => {
    const names = ['CSC_LINK', 'CSC_NAME', 'FARTHING_UPDATE_URL']
    const before = names.map(name => process.env[name])
    for (const name of names) delete process.env[name]
    Object.assign(process.env, env)
    try {
      const at = `${pathToFileURL(join(PROJECT, 'electron-builder.config.mjs')).href}?${Object.keys(env).join()}`
      const read = await import(at)
      return read.default.mac
    } finally {
      for (const [i, name] of names.entries()) {
        if (before[i] === undefined) delete process.env[name]
        else process.env[name] = before[i]
      }
    }
  }
  expect(await macWith({})).toMatchObject({ identity: '-', hardenedRuntime: false })
  const signing: Record<string, string>[] = [
    { CSC_LINK: 'certificate' },
    { CSC_NAME: 'Ada' },
    { FARTHING_UPDATE_URL: 'https://example.com' },
  ]
  for (const env of signing) {
    const mac = await macWith(env)
    expect(mac.hardenedRuntime).toBe(true)
    expect(mac.identity).toBeUndefined()
  }
})

test('the release workflow makes the packages of each system on that system, and hands Apple’s key over as a file', () => {
  const text = readFileSync(join(PROJECT, '.github/workflows/release.yml'), 'utf8')
  for (const [os, target] of [
    ['ubuntu', 'linux'],
    ['windows', 'win'],
    ['macos', 'mac'],
  ])
    expect(text).toMatch(new RegExp(`os: ${os}-[\\w.]+\\n\\s+target: --${target}\\b`, 'u'))
  // npm ci takes from the lock what each system's own argon2 is: all must be in it, whole.
  const lock = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')).packages
  for (const name of ARGON2) expect([name, lock[`node_modules/${name}`]?.integrity]).toEqual([name, expect.stringMatching(/^sha512-/u)]) // prettier-ignore
  expect(text).not.toMatch(/APPLE_API_KEY: \$\{\{ secrets/u)
  expect(text).toContain('APPLE_API_KEY=$RUNNER_TEMP')
})
