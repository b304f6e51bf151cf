import { _electron, type ElectronApplication } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { OUT, PROJECT } from '../farthing.ts'
import { executable, expect, launchOptions, test } from './shell.ts'

// Is the stand-in worth anything? Each of these breaks one control of the built program; it must be seen to be broken.
test.skip(
  !executable.includes('electron-stand-in') || process.platform === 'win32',
  'a test of the stand-in itself',
)

interface Mutation {
  file: 'main' | 'preload'
  from: string | RegExp
  to: string
  /** A second fence behind the first, which would hide that it is gone. */
  also?: [from: string, to: string]
  /** What shows it, asked of the running program. */
  seen: 'navigates' | 'inline script runs' | 'stranger is answered' | 'no bridge' | 'does not start'
}

const MUTATIONS: Record<string, Mutation> = {
  'the sender is not checked': {
    file: 'main',
    from: 'if (!trustedSender(event.senderFrame)) return mayNotAsk();',
    to: '',
    seen: 'stranger is answered',
  },
  'navigation is not guarded': {
    file: 'main',
    from: 'contents.on("will-navigate"',
    to: 'contents.on("never"',
    also: ['!mayRequest(details.url)', 'false'],
    seen: 'navigates',
  },
  'the policy allows inline scripts': {
    file: 'main',
    from: '"script-src \'self\'"',
    to: "\"script-src 'self' 'unsafe-inline'\"",
    seen: 'inline script runs',
  },
  'the bridge is not exposed': {
    file: 'preload',
    from: 'contextBridge.exposeInMainWorld("farthing"',
    to: 'contextBridge.exposeInMainWorld("other"',
    seen: 'no bridge',
  },
  'the preload needs more than electron': {
    file: 'preload',
    from: /^/u,
    to: 'require("node:fs");',
    seen: 'no bridge',
  },
  'the sandbox is off': { file: 'main', from: 'sandbox: true', to: 'sandbox: false', seen: 'does not start' },
  'the scheme is not secure': {
    file: 'main',
    from: 'secure: true',
    to: 'secure: false',
    seen: 'does not start',
  },
  'the preload is not where it should be': {
    file: 'main',
    from: '../preload/index.cjs',
    to: '../preload/none.cjs',
    seen: 'does not start',
  },
}

function broken({ file, from, to, also = ['', ''] }: Mutation): string {
  const folder = mkdtempSync(join(PROJECT, 'out-mutant-'))
  cpSync(join(PROJECT, OUT), folder, { recursive: true })
  const part = join(folder, file)
  let changed = 0
  for (const name of readdirSync(part)) {
    if (!/\.c?js$/u.test(name)) continue
    const before = readFileSync(join(part, name), 'utf8')
    const after = before.replace(from, to).replace(...also)
    if (after !== before) changed += 1
    writeFileSync(join(part, name), after)
  }
  expect(changed, 'the mutation changes something').toBeGreaterThan(0)
  return relative(PROJECT, folder)
}

for (const [name, mutation] of Object.entries(MUTATIONS)) {
  test(`it shows that ${name}`, async ({ home }) => {
    const out = broken(mutation)
    try {
      const launch = () => _electron.launch({ ...launchOptions(home, out), timeout: 15_000 })
      expect(await look(launch, mutation.seen)).toBe(true)
    } finally {
      rmSync(join(PROJECT, out), { recursive: true, force: true })
    }
  })
}

test('it shows nothing of the kind where nothing is broken', async ({ home }) => {
  for (const seen of ['inline script runs', 'no bridge', 'navigates'] as const) {
    expect([seen, await look(() => _electron.launch(launchOptions(home, OUT)), seen)]).toEqual([seen, false])
  }
})

async function look(
  launch: () => ReturnType<typeof _electron.launch>,
  what: Mutation['seen'],
): Promise<boolean> {
  // A shell that ends before Playwright has hold of it leaves the launch waiting for ever, whatever its own time-out says.
  const late = new Promise<undefined>(resolve => setTimeout(resolve, 20_000))
  const shell = await Promise.race([launch(), late]).catch(() => undefined)
  if (!shell) return what === 'does not start'
  const child = processOf(shell)
  if (!child) return what === 'does not start'
  try {
    const page = await shell.firstWindow({ timeout: 8000 }).catch(() => undefined)
    if (!page) return what === 'does not start'
    const there = await page.waitForURL(/index\.html/u, { timeout: 8000 }).then(
      () => true,
      () => false,
    )
    if (what === 'does not start') return !there
    if (what === 'no bridge') return await page.evaluate(() => !('farthing' in globalThis))
    if (what === 'inline script runs')
      return await page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.inlineRan = true'
        document.body.append(script)
        return 'inlineRan' in window
      })
    if (what === 'navigates') {
      // An address that nothing answers: the attempt replaces the page by Chromium's own error page.
      await page.evaluate(() => void (location.href = 'https://example.com/'))
      await page.waitForTimeout(1000)
      return await page.evaluate(() => document.querySelector('#root') === null)
    }
    await shell.evaluate(({ protocol, BrowserWindow }) => {
      protocol.unhandle('app')
      protocol.handle(
        'app',
        () => new Response('<h1>Other</h1>', { headers: { 'content-type': 'text/html' } }),
      )
      void BrowserWindow.getAllWindows()[0]?.loadURL('app://other/index.html')
    })
    await expect(page.locator('h1')).toHaveText('Other')
    return await page.evaluate(
      () =>
        window.farthing?.connect().then(
          () => true,
          () => false,
        ) ?? false,
    )
  } finally {
    await end(shell, child)
  }
}

/** A shell that broke in its start may be gone before Playwright asks it to end, and then Playwright waits for ever. */
async function end(shell: ElectronApplication, child: ChildProcess): Promise<void> {
  const late = new Promise<void>(resolve => setTimeout(resolve, 5000))
  await Promise.race([shell.close().catch(() => undefined), late])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
}

function processOf(shell: ElectronApplication): ChildProcess | undefined {
  try {
    return shell.process()
  } catch {
    // It is gone already: Playwright keeps the process only as long as the connection.
    return undefined
  }
}
