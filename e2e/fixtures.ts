import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { makeHome, OUT, PROJECT, removeHome, startLoopback, type Home, type Loopback } from './farthing.ts'

export { expect }
export const onElectron = process.env['FARTHING_E2E_HOST'] === 'electron'

interface Options {
  /** 'none': workspaces need a password. 'system': the real keychain, for a test that runs under one. */
  keychain: 'none' | 'system'
  /** More arguments for the host: ['--sample', 'household']. */
  hostArgs: string[]
  /** Messages of the page's console or uncaught errors that this test means to cause. (No list: Playwright takes one apart.) */
  expectedErrors: RegExp | undefined
}

interface Fixtures {
  /** The test's own config and workspaces folders. */
  home: Home
  /** The running program: a loopback host, or Electron's application. */
  host: Loopback | ElectronApplication
}

/**
 * Playwright's test with `page` standing in a fresh Farthing: logged in, nothing open, folders of its own. A test also fails
 * when its page threw, or wrote an error or a warning to the console. FARTHING_PASSWORD is never set: a test types what it needs.
 */
export const test = base.extend<Options & Fixtures>({
  keychain: ['none', { option: true }],
  hostArgs: [[], { option: true }],
  expectedErrors: [undefined, { option: true }],

  home: async ({ keychain }, use) => {
    const home = await makeHome(keychain)
    await use(home)
    await removeHome(home)
  },

  host: async ({ home, hostArgs }, use) => {
    if (onElectron) {
      const executablePath = createRequire(import.meta.url)('electron') as string
      const main = join(PROJECT, OUT, 'main', 'index.js')
      const app = await _electron.launch({ executablePath, args: [main, ...hostArgs], env: home.env })
      await use(app)
      await app.close()
    } else {
      const loopback = await startLoopback(home, hostArgs)
      await use(loopback)
      await loopback.stop()
    }
  },

  page: async ({ host, page: tab, expectedErrors }, use) => {
    const page: Page = 'launchUrl' in host ? tab : await host.firstWindow()
    const errors: string[] = []
    const note = (text: string): void => {
      if (!expectedErrors?.test(text)) errors.push(text)
    }
    page.on('pageerror', error => note(error.stack ?? error.message))
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) note(message.text())
    })
    if ('launchUrl' in host) await page.goto(host.launchUrl)
    await use(page)
    expect(errors, 'errors in the page').toEqual([])
  },
})
