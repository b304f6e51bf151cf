import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { cdp } from './cdp.ts'
import { decode, encode, makeCodec } from './codec.ts'
import { WebFrameMain, type FrameInfo } from './frames.ts'
import { ipcMain } from './ipc.ts'
import type { MessagePortMain } from './ports.ts'
import { handlers, toApp, toWeb } from './schemes.ts'
import { session } from './session.ts'
import { cancellable, missing } from './strict.ts'
import { joinWorlds, mainWorld, preloadWorld } from './worlds.ts'

const WORLD = 'stand-in-preload'
type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' }
interface Paused {
  requestId: string
  frameId: string
  resourceType: string
  request: { url: string; method: string; headers: Record<string, string> }
}
type Told =
  | { type: 'invoke'; id: number; channel: string; args: unknown }
  | { type: 'port'; port: string; data: unknown }
  | { type: 'port-closed'; port: string }

/** A page and the process boundary before it, on one target of Chromium's. */
export class WebContents extends EventEmitter {
  static readonly all = new Map<string, WebContents>()
  readonly opened: Promise<void>
  target = ''
  destroyed = false
  #session = ''
  #mainFrame = ''
  #binding = ''
  #openHandler: OpenHandler | undefined
  #frames = new Map<string, WebFrameMain>()
  #worlds = new Map<number, string>()
  #ports = new Map<string, { port: MessagePortMain; world: number }>()
  #asked = new Set<string>()

  constructor(preload: string) {
    super()
    this.opened = this.#open(preload)
  }

  async #open(preload: string): Promise<void> {
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
    })
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    this.target = targetId
    this.#session = sessionId
    WebContents.all.set(targetId, this)
    cdp.on(sessionId, (method: string, params: unknown) => this.#event(method, params as never))
    const nonce = `n${randomUUID().replaceAll('-', '')}`
    this.#binding = `b${nonce}`
    const config = JSON.stringify({ nonce, binding: this.#binding })
    const code = readFileSync(preload, 'utf8')
    const { frameTree } = await this.#send<{ frameTree: { frame: FrameInfo } }>('Page.getFrameTree')
    this.#mainFrame = frameTree.frame.id
    this.#frame(frameTree.frame)
    await Promise.all([
      this.#send('Page.enable'),
      this.#send('Runtime.enable'),
      this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.#send('Runtime.addBinding', { name: this.#binding, executionContextName: WORLD }),
      this.#send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${mainWorld.toString()})(${JSON.stringify(nonce)}, ${joinWorlds.toString()})`,
      }),
      this.#send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: WORLD,
        source: `(${preloadWorld.toString()})(${config}, ${joinWorlds.toString()}, ${makeCodec.toString()}, function (require, module, exports) {${code}\n})`,
      }),
    ])
  }

  #send<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    return cdp.send<T>(method, params, this.#session)
  }

  #frame(info: FrameInfo): void {
    const known = this.#frames.get(info.id)
    if (known) known.info = info
    else
      this.#frames.set(
        info.id,
        new WebFrameMain(info, this.#frames, (channel, args, transfer) =>
          this.#post(info.id, channel, args, transfer),
        ),
      )
  }

  #event(method: string, params: never): void {
    const handlersOf: Record<string, (given: never) => void> = {
      'Page.frameAttached': (p: { frameId: string; parentFrameId: string }) =>
        this.#frame({ id: p.frameId, parentId: p.parentFrameId, url: 'about:blank' }),
      'Page.frameDetached': (p: { frameId: string }) => void this.#frames.delete(p.frameId),
      'Page.frameNavigated': (p: { frame: FrameInfo }) => this.#frame(p.frame),
      'Page.frameRequestedNavigation': (p: { frameId: string }) => void this.#asked.add(p.frameId),
      'Page.navigatedWithinDocument': (p: { frameId: string; url: string }) => {
        const frame = this.#frames.get(p.frameId)
        if (frame) frame.info = { ...frame.info, url: p.url }
      },
      'Page.loadEventFired': () => {
        if (this.mainFrame?.url !== 'about:blank') this.emit('did-finish-load')
      },
      'Page.windowOpen': (p: { url: string }) => {
        if (this.#openHandler?.({ url: toApp(p.url) }).action !== 'deny') this.emit('stand-in-popup', p.url)
      },
      'Runtime.executionContextCreated': (p: {
        context: { id: number; name: string; auxData: { frameId: string } }
      }) => {
        if (p.context.name === WORLD) this.#worlds.set(p.context.id, p.context.auxData.frameId)
      },
      'Runtime.executionContextDestroyed': (p: { executionContextId: number }) =>
        this.#lose(p.executionContextId),
      'Runtime.executionContextsCleared': () => [...this.#worlds.keys()].forEach(world => this.#lose(world)),
      'Runtime.bindingCalled': (p: { name: string; payload: string; executionContextId: number }) => {
        if (p.name === this.#binding) void this.#told(JSON.parse(p.payload) as Told, p.executionContextId)
      },
      'Fetch.requestPaused': (p: Paused) => void this.#paused(p).catch(() => {}),
      'Inspector.targetCrashed': () =>
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    }
    handlersOf[method]?.(params)
  }

  #lose(world: number): void {
    this.#worlds.delete(world)
    for (const [id, linked] of this.#ports)
      if (linked.world === world) {
        this.#ports.delete(id)
        linked.port.closed()
      }
  }

  async #told(told: Told, world: number): Promise<void> {
    const frameId = this.#worlds.get(world)
    if (frameId === undefined) return
    if (told.type === 'port') this.#ports.get(told.port)?.port.deliver(told.data)
    else if (told.type === 'port-closed') {
      this.#ports.get(told.port)?.port.closed()
      this.#ports.delete(told.port)
    } else {
      const event = { sender: this, senderFrame: this.#frames.get(frameId) ?? null }
      const answer = await ipcMain.invoke(told.channel, event, decode(told.args) as unknown[]).then(
        value => ({ value: encode(value) }),
        (error: unknown) => ({ error: `Error invoking remote method '${told.channel}': ${String(error)}` }),
      )
      this.#tell(world, { type: 'answer', id: told.id, ...answer })
    }
  }

  #tell(world: number, message: object): void {
    const expression = `${this.#binding}_told(${JSON.stringify(JSON.stringify(message))})`
    // The document may be gone before its answer.
    this.#send('Runtime.evaluate', { expression, contextId: world }).catch(() => {})
  }

  #post(frameId: string, channel: string, args: unknown[], transfer: readonly unknown[]): void {
    const world = [...this.#worlds].findLast(([, frame]) => frame === frameId)?.[0]
    if (world === undefined) return
    const given = transfer.map(port => ({ id: randomUUID(), port: port as MessagePortMain }))
    this.#tell(world, { type: 'message', channel, args: args.map(encode), ports: given.map(({ id }) => id) })
    for (const { id, port } of given) {
      const peer = port.handOver({
        send: data => this.#tell(world, { type: 'port', port: id, data }),
        close: () => this.#tell(world, { type: 'port-closed', port: id }),
      })
      this.#ports.set(id, { port: peer, world })
    }
  }

  async #paused({ requestId, frameId, resourceType, request }: Paused): Promise<void> {
    const url = toApp(request.url)
    const refuse = (): Promise<unknown> =>
      this.#send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    const isDocument = resourceType === 'Document'
    const isMainFrame = frameId === this.#mainFrame
    if (isDocument && (this.#asked.delete(frameId) || !isMainFrame)) {
      const event = cancellable({ url, isMainFrame })
      this.emit('will-frame-navigate', event)
      if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event)
      if (event.defaultPrevented) return void (await refuse())
    }
    if (isDocument && isMainFrame)
      this.emit('did-start-navigation', { url, isMainFrame, isSameDocument: false })
    if (await session.cancels(url)) return void (await refuse())
    const handler = handlers.get(url.slice(0, url.indexOf(':')))
    if (!handler || url === request.url)
      return void (await this.#send('Fetch.continueRequest', { requestId }))
    const response = await handler(new Request(url, { method: request.method }))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }))
    await this.#send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders,
      body,
    })
  }

  get mainFrame(): WebFrameMain | undefined {
    return this.#frames.get(this.#mainFrame)
  }
  getURL(): string {
    return this.mainFrame?.url ?? ''
  }
  async loadURL(address: string): Promise<void> {
    await this.opened
    const loaded = new Promise<void>(resolve => this.once('did-finish-load', () => resolve()))
    const { errorText } = await this.#send<{ errorText?: string }>('Page.navigate', { url: toWeb(address) })
    if (errorText) throw new Error(`${errorText} loading ${address}`)
    await loaded
  }
  reload(): void {
    void this.#send('Page.reload')
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  openDevTools(): never {
    return missing('openDevTools')
  }
}
