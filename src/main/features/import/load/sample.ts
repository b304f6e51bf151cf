/** From here on a file's mapping is settled from a part of it. */
export const LARGE = 64 * 1024 * 1024
export const HEAD = 4 * 1024 * 1024
export const PIECES = 32
export const PIECE = 128 * 1024

/**
 * Pieces of a large file, kept while all of it passes by for its hash: the first four megabytes, and 32 pieces of an eighth of one evenly
 * from the rest. Where a file's columns change their ways is not at its beginning.
 */
export class Sampler {
  readonly #pieces: Uint8Array[] = []
  readonly #step: number
  readonly #large: boolean
  #bytes = 0
  /** How many of the pieces are the file's beginning. */
  #head = 0
  #next: number

  /** `size`: bytes of the file as it lies on disk. */
  constructor(size: number) {
    this.#large = size >= LARGE
    this.#step = size / PIECES
    this.#next = this.#step
  }

  /** `done`: bytes read on disk so far. Keeps a copy of what it keeps. */
  push(chunk: Uint8Array, done: number): void {
    if (!this.#large) return
    this.#bytes += chunk.length
    if (this.#bytes <= HEAD) {
      this.#head = this.#pieces.push(Uint8Array.from(chunk))
      this.#next = Math.max(this.#next, done + 1)
    } else if (done >= this.#next) {
      this.#pieces.push(Uint8Array.from(chunk.subarray(0, PIECE)))
      this.#next = done + this.#step
    }
  }

  /** Undefined where the file is small enough to be looked at as a whole. */
  get pieces(): SamplePieces | undefined {
    if (!this.#large) return undefined
    return { head: this.#pieces.slice(0, this.#head), later: this.#pieces.slice(this.#head) }
  }
}

export interface SamplePieces {
  /** Consecutive, from the file's first byte. */
  head: Uint8Array[]
  /** Each cut out somewhere: begins and ends in the middle of a line. */
  later: Uint8Array[]
}
