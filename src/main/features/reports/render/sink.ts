import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** A file that is written piece by piece, and its hash. Used in a worker, where a write may wait for the disk. */
export class Sink {
  readonly #file: number
  readonly #hash = createHash('sha256')
  #bytes = 0
  /** Writes what somebody still holds back for it. */
  flush: () => void = () => undefined

  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o600)
  }

  readonly write = (chunk: Uint8Array | string): void => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
    this.#hash.update(bytes)
    this.#bytes += bytes.length
  }

  close(): { bytes: number; sha256: string } {
    this.flush()
    fsyncSync(this.#file)
    closeSync(this.#file)
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  abandon(): void {
    closeSync(this.#file)
  }
}
