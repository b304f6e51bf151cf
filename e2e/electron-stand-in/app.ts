import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cdp } from './cdp.ts'
import { cancellable, missing } from './strict.ts'

const FLAGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What is not answered by us goes nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

// Playwright holds a new page until it has set it up; closed before that, it can hang the page that opened it.
const POPUP_MS = 500

/** How the application asks its windows to close; set by window.ts, which needs the application. */
export const windows: { close: () => Promise<boolean>; count: () => number } = {
  close: async () => true,
  count: () => 0,
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = { appendSwitch: (): void => {} }
  sandboxed = false
  protocols: string[] = []
  #paths: Record<string, string> = { home: homedir(), temp: tmpdir(), userData: join(tmpdir(), 'stand-in') }
  #chromium: ChildProcess | undefined
  #ready = false
  #quitting = false
  #setReady: (value: object) => void = () => {}
  #whenReady = new Promise<object>(resolve => (this.#setReady = resolve))

  /** After the entry has been evaluated: starts Chromium, then becomes ready. */
  async start(): Promise<void> {
    const profile = join(this.getPath('userData'), 'stand-in-profile')
    const chromium = spawn(
      process.env['FARTHING_CHROMIUM'] ?? '/usr/bin/chromium',
      [...FLAGS, `--user-data-dir=${profile}`],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    this.#chromium = chromium
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      chromium.once('exit', () => reject(new Error(`stand-in: Chromium ended:\n${said}`)))
      chromium.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1]
        if (found) resolve(found)
      })
    })
    await cdp.open(address)
    cdp.on('closed', () => process.exit(0))
    cdp.on('root', (method: string, params: { targetInfo?: { targetId: string; openerId?: string } }) => {
      // Chromium has opened it by the time the program could refuse; it is closed before it has loaded anything.
      const { targetId, openerId } = params.targetInfo ?? {}
      if (method === 'Target.targetCreated' && openerId)
        setTimeout(() => void cdp.send('Target.closeTarget', { targetId }).catch(() => {}), POPUP_MS)
    })
    await cdp.send('Target.setDiscoverTargets', { discover: true })
    // The other line that Playwright waits for; the first is Node's own, of its inspector.
    process.stderr.write(`\nDevTools listening on ${address}\n`)
    this.#ready = true
    this.#setReady({})
    this.emit('ready', {}, {})
  }

  isReady(): boolean {
    return this.#ready
  }
  whenReady(): Promise<object> {
    return this.#whenReady
  }
  getPath(name: string): string {
    return this.#paths[name] ?? missing(`app.getPath(${name})`)
  }
  setPath(name: string, path: string): void {
    this.#paths[name] = path
  }
  getAppPath(): string {
    return process.cwd()
  }
  getLocale(): string {
    return 'en-GB'
  }
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }
  setAsDefaultProtocolClient(scheme: string): boolean {
    this.protocols.push(scheme)
    return true
  }

  /** By a socket named after userData. Electron answers at once, so a process of its own does the asking. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
    const socket =
      process.platform === 'linux' ? `\0stand-in-${name}` : join(tmpdir(), `stand-in-${name}.sock`)
    const message = JSON.stringify({ argv: process.argv, cwd: process.cwd() })
    const ask = `const c = require('node:net').connect(${JSON.stringify(socket)});
      c.on('error', () => process.exit(1)); c.on('connect', () => c.end(${JSON.stringify(message)})); c.on('close', () => process.exit(0))`
    if (spawnSync(process.execPath, ['-e', ask]).status === 0) return false
    const server = createServer(client => {
      let said = ''
      client.on('data', chunk => (said += chunk.toString()))
      client.on('end', () => {
        const { argv, cwd } = JSON.parse(said) as { argv: string[]; cwd: string }
        void this.#whenReady.then(() => this.emit('second-instance', {}, argv, cwd))
      })
    })
    server.listen(socket).unref()
    return true
  }

  quit(): void {
    if (this.#quitting) return
    this.#quitting = true
    if (this.#prevented('before-quit')) return
    void windows.close().then(closed => {
      if (!closed) this.#quitting = false
      else if (!this.#prevented('will-quit')) this.exit(0)
    })
  }

  #prevented(name: string): boolean {
    const event = cancellable({})
    this.emit(name, event)
    if (event.defaultPrevented) this.#quitting = false
    return event.defaultPrevented
  }

  exit(code = 0): void {
    const chromium = this.#chromium
    if (!chromium) process.exit(code)
    chromium.once('exit', () => process.exit(code))
    cdp.send('Browser.close').catch(() => chromium.kill('SIGKILL'))
    setTimeout(() => chromium.kill('SIGKILL'), 3000).unref()
  }

  windowClosed(): void {
    if (windows.count() === 0 && !this.#quitting) this.emit('window-all-closed')
  }

  killChromium(): void {
    this.#chromium?.kill('SIGKILL')
  }
}

export const app = new App()
process.on('exit', () => app.killChromium())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.exit(0))
