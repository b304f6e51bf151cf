import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FarthingBridge, HostCommand } from '../../src/shared/host/bridge.ts'
import { makeHome, nodePath, OUT, PROJECT, removeHome, type Home } from '../farthing.ts'

declare global {
  interface Window {
    readonly farthing?: FarthingBridge
    /** What a spec's own listener heard. */
    heard?: HostCommand[]
  }
}

export { expect }

// With FARTHING_E2E_HOST=electron, Electron's own runtime; without, our stand-in for it, which shows the shell's wiring and no more.
const STAND_IN = join(PROJECT, 'e2e', 'electron-stand-in')
const real = process.env['FARTHING_E2E_HOST'] === 'electron'
export const executable = real
  ? (createRequire(import.meta.url)('electron') as string)
  : join(STAND_IN, 'electron')

interface Fixtures {
  home: Home
  /** The folder of the built program: a test of the stand-in itself gives a broken one. */
  out: string
  args: string[]
  shell: ElectronApplication
  page: Page
}

export const launchOptions = (home: Home, out: string, args: readonly string[] = []) => ({
  executablePath: executable,
  args: [join(PROJECT, out, 'main', 'index.js'), ...args],
  env: { ...home.env, STAND_IN_NODE: nodePath(), NODE_ENV: 'production' },
})

export const test = base.extend<Fixtures>({
  out: [OUT, { option: true }],
  args: [[], { option: true }],
  // Playwright tells fixtures by the pattern.
  // oxlint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    const home = await makeHome()
    await use(home)
    await removeHome(home)
  },
  shell: async ({ home, out, args }, use) => {
    const shell = await _electron.launch(launchOptions(home, out, args))
    await use(shell)
    await shell.close()
  },
  page: async ({ shell }, use) => {
    const page = await shell.firstWindow()
    // The window is there before its page.
    await expect(page.locator('#root')).not.toBeEmpty()
    await use(page)
  },
})
