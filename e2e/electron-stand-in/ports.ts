import { EventEmitter } from 'node:events'
import { decode, encode } from './codec.ts'
import { missing } from './strict.ts'

/** Where a port's messages go: to its peer in this process, or to a page. */
interface Route {
  send: (packed: unknown) => void
  close: () => void
}

/** Electron's MessagePortMain: messages wait until start(), and arrive after the sender's turn. */
export class MessagePortMain extends EventEmitter {
  peer: MessagePortMain | undefined
  route: Route = { send: packed => this.peer?.deliver(packed), close: () => this.peer?.closed() }
  #waiting: unknown[] | undefined = []
  #closed = false

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) missing('a port inside a message')
    if (!this.#closed) this.route.send(encode(message))
  }

  start(): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    for (const packed of waiting ?? []) this.deliver(packed)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.route.close()
    this.emit('close')
  }

  deliver(packed: unknown): void {
    if (this.#waiting) this.#waiting.push(packed)
    else setImmediate(() => this.emit('message', { data: decode(packed), ports: [] }))
  }

  /** The other side is gone. */
  closed(): void {
    if (this.#closed) return
    this.#closed = true
    setImmediate(() => this.emit('close'))
  }

  /** Gives this port away to a page: its peer then speaks to the page. Answers the peer. */
  handOver(route: Route): MessagePortMain {
    const { peer } = this
    if (!peer || !this.#waiting || this.#closed)
      return missing('handing over a port that was started or closed')
    const waiting = this.#waiting
    this.#closed = true
    peer.route = route
    for (const packed of waiting) route.send(packed)
    return peer
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()
  constructor() {
    this.port1.peer = this.port2
    this.port2.peer = this.port1
  }
}
