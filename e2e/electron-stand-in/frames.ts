import { toApp } from './schemes.ts'

/** What Chromium says of a frame. Who sent a message is told from this, never from what the page says. */
export interface FrameInfo {
  id: string
  parentId?: string
  url: string
  securityOrigin?: string
}

type Post = (channel: string, args: unknown[], transfer: readonly unknown[]) => void

export class WebFrameMain {
  info: FrameInfo
  readonly #frames: Map<string, WebFrameMain>
  readonly #post: Post

  constructor(info: FrameInfo, frames: Map<string, WebFrameMain>, post: Post) {
    this.info = info
    this.#frames = frames
    this.#post = post
  }

  get url(): string {
    return toApp(this.info.url)
  }
  get origin(): string {
    const origin = this.info.securityOrigin ?? ''
    return origin === '' || origin === '://' ? 'null' : toApp(origin)
  }
  get parent(): WebFrameMain | null {
    return this.info.parentId === undefined ? null : (this.#frames.get(this.info.parentId) ?? null)
  }
  get detached(): boolean {
    return this.#frames.get(this.info.id) !== this
  }
  send(channel: string, ...args: unknown[]): void {
    this.#post(channel, args, [])
  }
  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    this.#post(channel, [message], transfer)
  }
}
