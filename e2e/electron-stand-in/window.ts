import { EventEmitter } from 'node:events'
import { app, windows } from './app.ts'
import { cdp } from './cdp.ts'
import { WebContents } from './contents.ts'
import { cancellable, missing } from './strict.ts'

interface Options {
  x?: number
  y?: number
  width?: number
  height?: number
  webPreferences?: {
    preload?: string
    sandbox?: boolean
    contextIsolation?: boolean
    nodeIntegration?: boolean
  }
}

/** A window without a window manager: it is what the program last asked it to be. */
export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>()
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all]
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(window => window.webContents === contents) ?? null
  }

  readonly webContents: WebContents
  readonly #options: Options
  #maximised = false
  #visible = false

  constructor(options: Options = {}) {
    super()
    const { preload, sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {}
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    if (sandbox === false || contextIsolation === false || nodeIntegration === true || !preload)
      missing('a window without sandbox, isolation and preload')
    this.#options = options
    this.webContents = new WebContents(preload ?? '')
    BrowserWindow.#all.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.on('stand-in-popup', () => missing('a window opened by the page'))
    cdp.on('root', (method: string, params: { targetId?: string }) => {
      if (method === 'Target.targetDestroyed' && params.targetId === this.webContents.target) this.#gone()
    })
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address)
  }
  show(): void {
    this.#visible = true
  }
  hide(): void {
    this.#visible = false
  }
  isVisible(): boolean {
    return this.#visible
  }
  maximize(): void {
    this.#maximised = true
  }
  isMaximized(): boolean {
    return this.#maximised
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  focus(): void {
    this.emit('focus')
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options
    return { x, y, width, height }
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed
  }

  async close(): Promise<boolean> {
    const event = cancellable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    const closed = new Promise<void>(resolve => this.once('closed', () => resolve()))
    await cdp.send('Target.closeTarget', { targetId: this.webContents.target })
    await closed
    return true
  }

  #gone(): void {
    if (this.webContents.destroyed) return
    this.webContents.destroyed = true
    BrowserWindow.#all.delete(this)
    WebContents.all.delete(this.webContents.target)
    this.emit('closed')
    app.windowClosed()
  }
}

windows.count = () => BrowserWindow.getAllWindows().length
windows.close = async () =>
  (await Promise.all(BrowserWindow.getAllWindows().map(window => window.close()))).every(Boolean)
