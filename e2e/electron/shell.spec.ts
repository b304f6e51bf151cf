import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { executable, expect, launchOptions, test } from './shell.ts'

// The sandbox is a shell script, the stand-in Linux's and macOS's.
test.skip(
  process.platform === 'win32' && executable.endsWith('stand-in/electron'),
  'the stand-in needs a POSIX shell',
)

test('it starts in one window, on its own scheme, with the page in it', async ({ shell, page }) => {
  expect(shell.windows()).toHaveLength(1)
  const { address, sandboxed } = await shell.evaluate(({ app, BrowserWindow }) => ({
    address: BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
    sandboxed: (app as { sandboxed?: boolean }).sandboxed ?? true,
  }))
  expect(address).toMatch(/^app:\/\/farthing\/index\.html/u)
  expect(sandboxed).toBe(true)
  await expect(page).toHaveTitle(/Farthing/u)
  await expect(page.locator('#root')).not.toBeEmpty()
})

test('the page gets a frozen bridge of four things, and nothing of Node', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    keys: Object.keys(window.farthing ?? {}).toSorted(),
    host: window.farthing?.host,
    frozen: Object.isFrozen(window.farthing),
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter(name => name in globalThis),
  }))
  expect(seen).toEqual({
    keys: ['connect', 'fileToken', 'host', 'onCommand'],
    host: 'electron',
    frozen: true,
    node: [],
  })
})

test('a call goes through the port and comes back', async ({ page }) => {
  // The page's own first call is workspace.status: what it shows without a workspace is its answer.
  await expect(page.getByText(/see where the money went/iu).first()).toBeVisible()
})

test('after a reload the page gets a port of its own', async ({ page }) => {
  await page.reload()
  await expect(page.getByText(/see where the money went/iu).first()).toBeVisible()
})

test('a file that the page made up gets no token', async ({ page }) => {
  const refused = await page.evaluate(() =>
    window.farthing?.fileToken(new File(['x'], 'made-up.csv')).then(
      () => 'taken',
      (error: Error) => error.message,
    ),
  )
  expect(refused).toMatch(/does not lie on the disk/u)
})

test('the policy stops inline scripts, eval and connections', async ({ page }) => {
  const stopped = await page.evaluate(async () => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', event => directives.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.src = 'https://example.com/pixel.png'
    document.body.append(image)
    await fetch('https://example.com/').catch(() => {})
    await new Promise(resolve => setTimeout(resolve, 100))
    return { directives, ran: 'inlineRan' in window }
  })
  expect(stopped.ran).toBe(false)
  expect(stopped.directives).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src', 'img-src']))
})

test('the policy comes with a nonce of this load', async ({ page }) => {
  const nonce = (): Promise<string | null> => page.locator('meta[name="csp-nonce"]').getAttribute('content')
  const first = await nonce()
  expect(first).toMatch(/^[\w+/]{22}==$/u)
  await page.reload()
  expect(await nonce()).not.toBe(first)
})

test('the window goes nowhere else, and opens no other; a known link opens outside', async ({
  shell,
  page,
}) => {
  const before = page.url()
  await shell.evaluate(({ shell: outside }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    outside.openExternal = async address => void opened.push(address)
  })
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await page.evaluate(() => void window.open('https://example.com/'))
  await page.evaluate(() => void window.open('https://github.com/'))
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  await expect.poll(() => shell.windows().length).toBe(1)
  const opened = await shell.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  expect(opened).toEqual(['https://github.com/'])
})

test('a frame put into the page loads nothing', async ({ page }) => {
  const loaded = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = '/index.html'
    document.body.append(frame)
    await new Promise(resolve => setTimeout(resolve, 200))
    try {
      return Boolean(frame.contentDocument?.querySelector('#root'))
    } catch {
      return false
    }
  })
  expect(loaded).toBe(false)
})

test('another document in the window is not answered', async ({ shell, page }) => {
  await shell.evaluate(({ protocol, BrowserWindow }) => {
    protocol.unhandle('app')
    protocol.handle('app', () => new Response('<h1>Other</h1>', { headers: { 'content-type': 'text/html' } }))
    void BrowserWindow.getAllWindows()[0]?.loadURL('app://other/index.html')
  })
  await expect(page.locator('h1')).toHaveText('Other')
  const answer = await page.evaluate(() =>
    window.farthing?.connect().then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  )
  expect(answer).toBe('This page may not ask that.')
})

test('a theme chosen in the menu is put on by the page', async ({ shell, page }) => {
  const html = page.locator('html')
  await expect(html).not.toHaveAttribute('data-theme', 'contrast')
  await shell.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme-contrast')?.click())
  await expect(html).toHaveAttribute('data-theme', 'contrast')
})

test('a file chosen in the dialog reaches the page as a token', async ({ shell, page, home }) => {
  const path = join(home.folder, 'march.csv')
  writeFileSync(path, 'Date,Amount\n')
  await page.evaluate(() => {
    window.heard = []
    window.farthing?.onCommand(command => window.heard?.push(command))
  })
  await shell.evaluate(({ dialog, Menu }, chosen) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [chosen],
    })) as typeof dialog.showOpenDialog
    Menu.getApplicationMenu()?.getMenuItemById('import')?.click()
  }, path)
  await expect
    .poll(() => page.evaluate(() => window.heard))
    .toEqual([{ kind: 'import', files: [{ token: expect.any(String), name: 'march.csv', bytes: 12 }] }])
})

test('a second start ends at once and hands over what it was given', async ({ page, home, out }) => {
  await page.evaluate(() => {
    window.heard = []
    window.farthing?.onCommand(command => window.heard?.push(command))
  })
  const { executablePath, args, env } = launchOptions(home, out, ['farthing://view/ledger?from=2025-01-01'])
  const second = spawn(executablePath, args, { env, stdio: 'ignore' })
  expect(await new Promise(resolve => second.once('exit', resolve))).toBe(0)
  await expect
    .poll(() => page.evaluate(() => window.heard))
    .toEqual([{ kind: 'navigate', to: '/ledger?from=2025-01-01' }])
})

test('asked to stay in the tray, it hides its window instead of ending, and a second start shows it again', async ({
  shell,
  home,
  out,
  page,
}) => {
  const visible = () => shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  expect(page.isClosed()).toBe(false)
  await expect.poll(visible).toBe(true)
  writeFileSync(join(home.config, 'preferences.json'), JSON.stringify({ tray: true }))
  await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(visible).toBe(false)
  const { executablePath, args, env } = launchOptions(home, out)
  const second = spawn(executablePath, args, { env, stdio: 'ignore' })
  expect(await new Promise(resolve => second.once('exit', resolve))).toBe(0)
  await expect.poll(visible).toBe(true)
  // Hidden again, it ends when it is told to.
  await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const ended = new Promise(resolve => shell.process().once('exit', resolve))
  await shell.evaluate(({ app }) => app.quit()).catch(() => {})
  expect(await ended).toBe(0)
})

test('closing the window ends the program and keeps where it was', async ({ shell, page, home }) => {
  expect(page.isClosed()).toBe(false)
  const ended = new Promise(resolve => shell.process().once('exit', resolve))
  await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
  expect(await ended).toBe(0)
  expect(JSON.parse(readFileSync(join(home.config, 'window.json'), 'utf8'))).toMatchObject({
    maximised: false,
  })
})
