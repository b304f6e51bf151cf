import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App, Session } from '../../app.ts'
import { createApp } from '../../create-app.ts'
import { noSecrets } from '../../secrets/secret-store.ts'
import { startLoopback, type LoopbackHost } from './server.ts'
import { login, send, type RawHeaders } from './testing.ts'

let folder: string
let app: App
const session: Session = { role: 'nobody' }
let host: LoopbackHost
let cookie: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  const paths = {
    config: join(folder, 'config'),
    workspaces: join(folder, 'workspaces'),
    temp: join(folder, 'temp'),
  }
  for (const path of Object.values(paths)) mkdirSync(path)
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  writeFileSync(join(folder, 'renderer', 'assets', 'index-Ab3_x9Qz.js'), 'export {}')
  app = createApp('loopback', noSecrets(), paths)
  host = await startLoopback({ app, session, renderer: join(folder, 'renderer') })
  cookie = await login(host.launchUrl())
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

const WS = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
}
const KINDS = {
  page: { method: 'GET', path: '/', headers: {} },
  asset: { method: 'GET', path: '/assets/index-Ab3_x9Qz.js', headers: {} },
  upload: { method: 'POST', path: '/files', headers: { 'x-farthing': '1', 'x-file-name': 'bank.csv' } },
  socket: { method: 'GET', path: '/rpc', headers: WS },
}
const ACCEPTED = { page: 200, asset: 200, upload: 200, socket: 101 }
type Kind = keyof typeof KINDS
const needsOrigin = (kind: Kind): boolean => kind === 'upload' || kind === 'socket'

function ask(kind: Kind, headers: RawHeaders) {
  const { method, path, headers: own } = KINDS[kind]
  return send(host.port, method, path, { ...own, ...headers }, method === 'POST' ? 'a;b\n1;2\n' : undefined)
}

test('a connection that never says what it wants is closed', async () => {
  const short = await startLoopback({ app, session, renderer: join(folder, 'renderer'), headersMs: 50 })
  const answer = await new Promise<string>(resolve => {
    let text = ''
    const socket = connect(short.port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: '))
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    socket.once('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 408 /u)
  await short.close()
})

describe('who is let in', () => {
  test('every combination of Host, Origin and cookie but the right one is refused, on every kind of route', async () => {
    const port = host.port
    const hosts: (string | string[] | undefined)[] = [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `rebound.example:${port}`,
      `127.0.0.1.example:${port}`,
      `[::1]:${port}`,
    ]
    const origins: (string | undefined)[] = [
      `http://127.0.0.1:${port}`,
      undefined,
      'null',
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
      'http://evil.example',
      `http://127.0.0.1:${port}.evil.example`,
    ]
    const name = cookie.split('=')[0] as string
    const cookies: (string | undefined)[] = [
      cookie,
      undefined,
      `${name}=`,
      `${name}=${'A'.repeat(43)}`,
      `${name}-other=${cookie.split('=')[1]}`,
      `${cookie}; ${name}=${'B'.repeat(43)}`,
    ]
    let bad = 0
    const wrong: string[] = []
    for (const kind of Object.keys(KINDS) as Kind[])
      for (const [h, sentHost] of hosts.entries())
        for (const [o, origin] of origins.entries())
          for (const [c, sentCookie] of cookies.entries()) {
            const headers: RawHeaders = {}
            if (sentHost) headers['host'] = sentHost
            if (origin) headers['origin'] = origin
            if (sentCookie) headers['cookie'] = sentCookie
            const good = h === 0 && c === 0 && (o === 0 || (o === 1 && !needsOrigin(kind)))
            if (!good) bad += 1
            const { status } = await ask(kind, headers)
            const asExpected = good ? status === ACCEPTED[kind] : status === 401 || status === 403
            if (!asExpected) wrong.push(`${kind} ${JSON.stringify(headers)}: ${status}`)
          }
    expect(wrong).toEqual([])
    expect(bad).toBeGreaterThanOrEqual(80)
  })

  const right = (): RawHeaders => ({ host: `127.0.0.1:${host.port}`, origin: host.origin, cookie })

  test('a second Host header, or a second Origin, is refused', async () => {
    const twice = [`127.0.0.1:${host.port}`, 'evil.example']
    for (const kind of Object.keys(KINDS) as Kind[]) {
      // Node's own parser answers 400 to a repeated Host before we see it.
      expect([400, 403]).toContain((await ask(kind, { ...right(), host: twice })).status)
      expect((await ask(kind, { ...right(), origin: [host.origin, host.origin] })).status).toBe(403)
    }
  })

  test('what another site or another port of this machine sends is refused even with our cookie', async () => {
    for (const site of ['cross-site', 'same-site'])
      for (const kind of Object.keys(KINDS) as Kind[])
        expect((await ask(kind, { ...right(), 'sec-fetch-site': site })).status).toBe(403)
  })

  test('an upload without the custom header is refused, and leaves no file', async () => {
    const before = readdirSync(app.paths.temp).length
    for (const value of [[], '0', 'yes']) {
      const answer = await send(
        host.port,
        'POST',
        '/files',
        { ...right(), 'x-file-name': 'bank.csv', 'x-farthing': value },
        'x',
      )
      expect(answer.status).toBe(403)
    }
    expect(readdirSync(app.paths.temp)).toHaveLength(before)
  })

  test('there is no answer to CORS: no preflight, no allowing header', async () => {
    const preflight = await send(host.port, 'OPTIONS', '/files', {
      ...right(),
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
    })
    expect(preflight.status).toBe(403)
    const page = await ask('page', right())
    for (const answer of [preflight, page])
      expect(Object.keys(answer.headers).filter(name => name.startsWith('access-control'))).toEqual([])
  })
})

describe('the launch token', () => {
  const get = (path: string, headers: RawHeaders = {}) =>
    send(host.port, 'GET', path, { host: `127.0.0.1:${host.port}`, ...headers })

  test('has 256 bits, is taken out of the address, and buys a cookie for this port that scripts and other sites never see', async () => {
    const url = new URL(host.launchUrl())
    const token = url.searchParams.get('token') as string
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const answer = await get(`${url.pathname}${url.search}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    const [setCookie] = answer.headers['set-cookie'] as string[]
    expect(setCookie).toMatch(
      new RegExp(`^farthing-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    )
    expect(setCookie).not.toContain(token)
  })

  test('is good once', async () => {
    const { search } = new URL(host.launchUrl())
    expect((await get(`/launch${search}`)).status).toBe(303)
    expect((await get(`/launch${search}`)).status).toBe(401)
  })

  test('is not bought with a wrong token, a foreign Host, or by another site', async () => {
    const { search } = new URL(host.launchUrl())
    expect((await get('/launch')).status).toBe(401)
    expect((await get(`/launch?token=${'A'.repeat(43)}`)).status).toBe(401)
    expect((await get(`/launch${search}`, { host: 'rebound.example' })).status).toBe(403)
    expect((await get(`/launch${search}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await get(`/launch${search}`)).status).toBe(303)
  })

  test('a session that nobody uses is over', async () => {
    const brief = await startLoopback({ app, session, renderer: join(folder, 'renderer'), idleMs: 200 })
    try {
      const headers = { host: `127.0.0.1:${brief.port}`, cookie: await login(brief.launchUrl()) }
      expect((await send(brief.port, 'GET', '/', headers)).status).toBe(200)
      await new Promise(resolve => setTimeout(resolve, 400))
      expect((await send(brief.port, 'GET', '/', headers)).status).toBe(401)
    } finally {
      await brief.close()
    }
  })
})

describe('what is served', () => {
  const right = (): RawHeaders => ({ host: `127.0.0.1:${host.port}`, origin: host.origin, cookie })

  test('the page carries a fresh nonce, the same in its policy and its meta tag', async () => {
    const nonces = await Promise.all([1, 2, 3].map(() => ask('page', right()))).then(answers =>
      answers.map(answer => {
        const nonce = /content="([^"]+)"/.exec(answer.body)?.[1]
        expect(answer.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
        expect(answer.headers['cache-control']).toBe('no-store')
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(3)
  })

  test('hashed assets may be kept for ever, and everything is sent with the policy and nosniff', async () => {
    const asset = await ask('asset', right())
    expect(asset.headers['cache-control']).toBe('private, max-age=31536000, immutable')
    expect(asset.headers['content-type']).toMatch(/^text\/javascript/)
    expect(asset.headers['x-content-type-options']).toBe('nosniff')
    expect(asset.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('no path leads out of the renderer', async () => {
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      `/${folder}/secret.txt`,
      '/assets/',
      '/assets',
    ]) {
      const answer = await send(host.port, 'GET', path, right())
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.body).not.toContain('secret')
    }
  })

  test('an upload becomes a token for a file of the same bytes in the temp folder, which the end deletes', async () => {
    const body = 'date;amount\n01.02.2025;-12,30\n'
    const name = encodeURIComponent('../../Müller & Söhne.csv')
    const answer = await send(
      host.port,
      'POST',
      '/files',
      { ...right(), 'x-farthing': '1', 'x-file-name': name },
      body,
    )
    expect(answer.status).toBe(200)
    const picked = JSON.parse(answer.body) as { token: string; name: string; bytes: number }
    expect(picked).toMatchObject({ name: 'Müller & Söhne.csv', bytes: body.length })
    const file = app.files.path(picked.token)
    expect(file?.path.startsWith(app.paths.temp)).toBe(true)
    expect(readFileSync(file?.path as string, 'utf8')).toBe(body)
    await app.files.clear()
    expect(existsSync(file?.path as string)).toBe(false)
  })
})
