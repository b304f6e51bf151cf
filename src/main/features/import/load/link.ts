import type { MessagePort, Transferable } from 'node:worker_threads'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { Ack } from './chunk.ts'
import { say } from '../messages.ts'

/** Chunks under way at most: the parser keeps ahead of the writer without holding the file in memory. */
const UNDER_WAY = 3

/**
 * The parser's end of the channel to the writer or reader. `send` waits while too many chunks are unanswered. `bell` wakes the
 * other end, which may wait for it without an event loop; `bell[1]` is set there once it has given up.
 */
export class Link {
  readonly #port: MessagePort
  readonly #bell: Int32Array
  readonly #onAck: (ack: Ack) => void
  #unanswered = 0
  #wake: (() => void) | undefined
  #closed = false

  constructor(port: MessagePort, bell: Int32Array, onAck: (ack: Ack) => void) {
    this.#port = port
    this.#bell = bell
    this.#onAck = onAck
    port.on('message', (ack: Ack) => {
      this.#unanswered--
      this.#onAck(ack)
      this.#wake?.()
    })
    port.on('close', () => {
      this.#closed = true
      this.#wake?.()
    })
  }

  post(message: unknown, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer)
    Atomics.add(this.#bell, 0, 1)
    Atomics.notify(this.#bell, 0)
  }

  /** Posts what will be answered with an Ack. */
  async send(message: unknown, transfer: Transferable[] = []): Promise<void> {
    await this.keepUp()
    this.ask(message, transfer)
  }

  /** Posts what will be answered with an Ack, at once: whoever asks much waits by `keepUp` for the answers. */
  ask(message: unknown, transfer: Transferable[] = []): void {
    this.#unanswered++
    this.post(message, transfer)
  }

  /** Waits while too much is unanswered. */
  async keepUp(): Promise<void> {
    await this.#until(() => this.#unanswered < UNDER_WAY)
  }

  /** Waits for all answers. */
  async drain(): Promise<void> {
    await this.#until(() => this.#unanswered === 0)
  }

  close(): void {
    this.#port.close()
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.#closed || Atomics.load(this.#bell, 1) === 1)
        throw new FailureError('cancelled', say().cancelled)
      // oxlint-disable-next-line no-await-in-loop -- waits for the other end, step by step
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, 250)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = undefined
    }
  }
}
