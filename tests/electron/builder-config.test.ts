import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT } from './built.ts'

const require = createRequire(import.meta.url)
const { validateConfiguration } = require('app-builder-lib/out/util/config/config')
const { DebugLogger } = require('builder-util')
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

test('workspaces, extracts and deep links open Farthing; the icons are there', () => {
  const extensions = config.fileAssociations.flatMap((one: { ext: string | string[] }) => one.ext)
  expect(extensions).toEqual(
    expect.arrayContaining(['farthing', 'csv', 'xlsx', 'ofx', 'qif', 'mt942', 'xml', 'beancount', 'zip']),
  )
  expect(config.protocols[0].schemes).toEqual(['farthing'])
  for (const icon of [config.win.icon, config.mac.icon, config.linux.icon])
    expect(existsSync(join(PROJECT, icon))).toBe(true)
})
