/** Kept for the next at most. */
const MOST_FREE = 12

/**
 * Buffers that serve again once nobody holds them. A file of gigabytes is read through a handful: left to the garbage collector, each
 * would count as memory in use until it came by, and it would come by for nothing else.
 */
export class Lender {
  readonly #holders = new Map<ArrayBufferLike, number>()
  readonly #free: Buffer[] = []

  /** A buffer of this size, held once. All that one lender is asked for are of one size. */
  take(size: number): Buffer {
    const buffer = this.#free.pop() ?? Buffer.allocUnsafeSlow(size)
    this.#holders.set(buffer.buffer, 1)
    return buffer
  }

  /** Keeps the buffer under these bytes until one `release` more. Bytes that are not from here need no holding. */
  hold({ buffer }: Uint8Array): void {
    const holders = this.#holders.get(buffer)
    if (holders !== undefined) this.#holders.set(buffer, holders + 1)
  }

  release({ buffer }: Uint8Array): void {
    const holders = this.#holders.get(buffer)
    if (holders === undefined) return
    if (holders > 1) this.#holders.set(buffer, holders - 1)
    else {
      this.#holders.delete(buffer)
      if (this.#free.length < MOST_FREE) this.#free.push(Buffer.from(buffer))
    }
  }
}
