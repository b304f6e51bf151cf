import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Loopback } from './farthing.ts'
import { expect, onElectron, test } from './fixtures.ts'

// What a browser really does; every combination of headers is in src/main/hosts/loopback/server.test.ts.
test.skip(onElectron, 'the loopback host only')
const loopback = (host: unknown): Loopback => host as Loopback
const tempFolders = ({ child }: Loopback): string[] =>
  readdirSync(tmpdir())
    .filter(name => name.startsWith(`farthing-${child.pid}-`))
    .map(name => join(tmpdir(), name))
const uploads = (host: Loopback): string[] => tempFolders(host).flatMap(folder => readdirSync(folder))

test('the address bar, the history and scripts never see the launch token or the cookie', async ({
  page,
  host,
  context,
}) => {
  const { origin, launchUrl } = loopback(host)
  const token = new URL(launchUrl).searchParams.get('token') as string
  expect(page.url().startsWith(`${origin}/`)).toBe(true)
  expect(page.url()).not.toContain(token)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await page.evaluate(() => document.referrer)).not.toContain(token)
  const [cookie, ...others] = await context.cookies()
  expect(others).toEqual([])
  expect(cookie).toMatchObject({
    name: `farthing-${new URL(origin).port}`,
    httpOnly: true,
    sameSite: 'Strict',
    domain: '127.0.0.1',
    // A session cookie: it dies with the browser.
    expires: -1,
  })
})

test('the launch address opens nothing a second time, in another browser', async ({
  page,
  host,
  browser,
}) => {
  await expect(page.locator('#root, body').first()).toBeVisible()
  const other = await browser.newContext()
  try {
    const stranger = await other.newPage()
    expect((await stranger.goto(loopback(host).launchUrl))?.status()).toBe(401)
    expect((await stranger.goto(`${loopback(host).origin}/`))?.status()).toBe(401)
    await expect(stranger.getByText('Enter there prints a new one')).toBeVisible()
  } finally {
    await other.close()
  }
})

test('a page of another origin in the same browser reaches nothing: no answer, no upload, no socket, no frame', async ({
  page,
  host,
  context,
}) => {
  const { origin } = loopback(host)
  const evil = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>elsewhere</title>')
  })
  await new Promise<void>(resolve => evil.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = evil.address() as AddressInfo
    const elsewhere = await context.newPage()
    // Same host, another port: the very cookie of our page would go with a request, were it not for the checks.
    await elsewhere.goto(`http://127.0.0.1:${port}/`)
    const got = await elsewhere.evaluate(async target => {
      const tried = async (work: () => Promise<unknown>): Promise<string> => {
        try {
          return `reached: ${JSON.stringify(await work())}`
        } catch {
          return 'nothing'
        }
      }
      const headers = { 'x-farthing': '1', 'x-file-name': 'a.csv' }
      const socket = (): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const ws = new WebSocket(`${target.replace('http', 'ws')}/rpc`)
          ws.onopen = () => resolve('open')
          ws.onerror = () => reject(new Error('refused'))
        })
      return {
        read: await tried(async () => (await fetch(`${target}/`, { credentials: 'include' })).text()),
        upload: await tried(async () =>
          (
            await fetch(`${target}/files`, { method: 'POST', body: 'x', headers, credentials: 'include' })
          ).text(),
        ),
        socket: await tried(socket),
      }
    }, origin)
    expect(got).toEqual({ read: 'nothing', upload: 'nothing', socket: 'nothing' })
    // Without CORS a POST is sent all the same, and only its answer withheld: it must have been refused on our side.
    await elsewhere.evaluate(async target => {
      const request = { method: 'POST', mode: 'no-cors', body: 'x', credentials: 'include' } as const
      await fetch(`${target}/files`, request).catch(() => undefined)
    }, origin)
    expect(uploads(loopback(host))).toEqual([])
    await elsewhere.setContent(`<iframe src="${origin}/"></iframe>`)
    await elsewhere.waitForTimeout(500)
    for (const frame of elsewhere.frames().slice(1))
      expect(await frame.evaluate(() => document.querySelector('#root'))).toBeNull()
  } finally {
    evil.close()
  }
  await expect(page).toHaveURL(new RegExp(`^${origin}/`))
})

test.describe('with the policy on', () => {
  test.use({ expectedErrors: /inline script/i })

  test('an inline script put into the page does not run', async ({ page }) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.inlineScriptRan = true'
      document.body.append(script)
      await new Promise(resolve => setTimeout(resolve, 100))
      return 'inlineScriptRan' in globalThis
    })
    expect(ran).toBe(false)
  })
})

test.describe('at its end', () => {
  // The page, left alone, goes on asking for its host.
  test.use({ expectedErrors: /WebSocket connection|Failed to load resource/ })

  test('Ctrl-C ends the host cleanly and leaves no uploaded file behind', async ({ page, host }) => {
    const uploaded = await page.evaluate(async () => {
      const headers = { 'x-farthing': '1', 'x-file-name': 'a.csv' }
      return (await fetch('/files', { method: 'POST', body: 'date,amount\n', headers })).status
    })
    expect(uploaded).toBe(200)
    expect(uploads(loopback(host))).toHaveLength(1)
    expect(await loopback(host).stop()).toBe(0)
    expect(tempFolders(loopback(host))).toEqual([])
  })
})
