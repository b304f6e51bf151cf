import { EventEmitter } from 'node:events'

type Params = Record<string, unknown>

// How long a message may lie when whoever sent it gave no turn of the loop in which to write it.
const FLUSH_MS = 10

/** A connection to Chromium's own protocol. Events come as `emit(sessionId or 'root', method, params)`. */
export class Cdp extends EventEmitter {
  #socket: WebSocket | undefined
  #next = 1
  #unsent: string[] = []
  #sending = false
  #pending = new Map<
    number,
    { resolve: (result: never) => void; reject: (error: Error) => void; method: string }
  >()

  async open(url: string): Promise<void> {
    const socket = new WebSocket(url)
    this.#socket = socket
    socket.addEventListener('message', event => this.#receive(String(event.data)))
    socket.addEventListener('close', () => this.emit('closed'))
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error(`stand-in: no connection to ${url}`)))
    })
    setInterval(() => this.#flush(), FLUSH_MS).unref()
  }

  send<T = Record<string, never>>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    const id = this.#next++
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, method })
      this.#unsent.push(JSON.stringify({ id, method, params, sessionId }))
      queueMicrotask(() => this.#flush())
    })
  }

  /**
   * Never from within `send`: what a test evaluates in this process comes as an interrupt, also in the middle of the socket's own
   * code; a write from there lost its place in the socket, and nothing was sent after it. Nor does such an interrupt end with
   * microtasks, hence the interval.
   */
  #flush(): void {
    if (this.#sending) return
    this.#sending = true
    for (let next = this.#unsent.shift(); next !== undefined; next = this.#unsent.shift())
      this.#socket?.send(next)
    this.#sending = false
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as {
      id?: number
      sessionId?: string
      method: string
      params: Params
      result: never
      error?: { message: string }
    }
    if (message.id === undefined) {
      this.emit(message.sessionId ?? 'root', message.method, message.params)
      return
    }
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`))
    else pending?.resolve(message.result)
  }
}

export const cdp = new Cdp()
