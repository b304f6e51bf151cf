import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'

export type ConnectionState = 'connecting' | 'open' | 'over'
type Link = ClientLink<ClientContext>

/** Close code of the loopback host: the session is over. */
const SESSION_OVER = 4401
const GIVE_UP_MS = 10_000
const LONGEST_PAUSE_MS = 4000

/** The page's one connection to its host: a MessagePort from Electron's main, else a WebSocket, made again when it is lost. */
export class Connection {
  state: ConnectionState = 'connecting'
  #link: Link | undefined
  #listeners = new Set<(state: ConnectionState) => void>()
  #started = false
  #pause = 250

  listen(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The open link; waits for it up to ten seconds. Undefined where it does not come or the session is over. */
  async ready(signal?: AbortSignal): Promise<Link | undefined> {
    if (!this.#started) {
      this.#started = true
      this.#connect()
    }
    if (this.state !== 'connecting') return this.#link
    await new Promise<void>(resolve => {
      const done = (): void => {
        clearTimeout(timer)
        stop()
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, GIVE_UP_MS)
      const stop = this.listen(done)
      signal?.addEventListener('abort', done)
    })
    signal?.throwIfAborted()
    return this.#link
  }

  #connect(): void {
    if (window.farthing) this.#connectPort(window.farthing)
    else this.#connectSocket()
  }

  #connectPort(bridge: NonNullable<Window['farthing']>): void {
    window.addEventListener('message', event => {
      const [port] = event.ports
      // The preload's own hand-over comes from this very window; a message from elsewhere is not for us.
      if (event.source !== window || event.data?.type !== 'farthing-port' || !port) return
      port.start()
      this.#opened(new PortLink({ port }))
    })
    // Main refuses only a page that is not ours.
    bridge.connect().catch(() => this.#set('over'))
  }

  #connectSocket(): void {
    const socket = new WebSocket(`ws://${location.host}/rpc`)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => {
      this.#pause = 250
      this.#opened(new SocketLink({ websocket: socket }))
    })
    socket.addEventListener('close', event => {
      this.#link = undefined
      if (event.code === SESSION_OVER) this.#set('over')
      else void this.#retry()
    })
  }

  async #retry(): Promise<void> {
    this.#set('connecting')
    await new Promise(resolve => setTimeout(resolve, this.#pause))
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
    // A refused WebSocket does not say why; a plain request does.
    const response = await fetch('/session').catch(() => undefined)
    if (response?.status === 401 || response?.status === 403) this.#set('over')
    else this.#connectSocket()
  }

  #opened(link: Link): void {
    this.#link = link
    this.#set('open')
  }

  #set(state: ConnectionState): void {
    if (this.state === state) return
    this.state = state
    for (const listener of this.#listeners) listener(state)
  }
}
