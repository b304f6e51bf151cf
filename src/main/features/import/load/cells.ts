/** Cells remembered at most, and bytes of them: beyond, a cell is looked up the long way. */
const MOST_CELLS = 262_144
const MOST_BYTES = 4_194_304

/**
 * What the cells of one column came to when they were first read: found again from a piece of text by its hash and its
 * bytes, without a string being made of it.
 */
export class CellIndex {
  #mask = 1023
  /** 0 where free, else a cell's number + 1. */
  #slots = new Int32Array(1024)
  #hashes = new Int32Array(512)
  #values = new Int32Array(512)
  /** Where each cell's bytes begin in `#bytes`; one more than there are cells. */
  #offsets = new Int32Array(513)
  #bytes = new Uint8Array(8192)
  #count = 0

  /** Value of the cell at `from … to`, or `NOT_SEEN`. */
  find(text: Uint8Array, from: number, to: number, hash: number): number {
    const length = to - from
    const offsets = this.#offsets
    const bytes = this.#bytes
    let at = (hash ^ (hash >>> 15)) & this.#mask
    for (;;) {
      const cell = (this.#slots[at] as number) - 1
      if (cell < 0) return NOT_SEEN
      if (this.#hashes[cell] === hash) {
        const offset = offsets[cell] as number
        if ((offsets[cell + 1] as number) - offset === length) {
          let i = 0
          while (i < length && bytes[offset + i] === text[from + i]) i++
          if (i === length) return this.#values[cell] as number
        }
      }
      at = (at + 1) & this.#mask
    }
  }

  add(text: Uint8Array, from: number, to: number, hash: number, value: number): void {
    const offset = this.#offsets[this.#count] as number
    if (this.#count >= MOST_CELLS || offset + to - from > MOST_BYTES) return
    if (offset + to - from > this.#bytes.length)
      this.#bytes = wider(this.#bytes, Math.max(this.#bytes.length * 2, offset + to - from))
    this.#bytes.set(text.subarray(from, to), offset)
    if (this.#count === this.#values.length) this.#grow()
    this.#hashes[this.#count] = hash
    this.#values[this.#count] = value
    this.#count++
    this.#offsets[this.#count] = offset + to - from
    this.#place(this.#count - 1)
  }

  #place(cell: number): void {
    const hash = this.#hashes[cell] as number
    let at = (hash ^ (hash >>> 15)) & this.#mask
    while (this.#slots[at] !== 0) at = (at + 1) & this.#mask
    this.#slots[at] = cell + 1
  }

  #grow(): void {
    const size = this.#values.length * 2
    this.#hashes = wider(this.#hashes, size)
    this.#values = wider(this.#values, size)
    this.#offsets = wider(this.#offsets, size + 1)
    this.#slots = new Int32Array(size * 2)
    this.#mask = size * 2 - 1
    for (let cell = 0; cell < this.#count; cell++) this.#place(cell)
  }
}

/** No day, ordinal or count has this value. */
export const NOT_SEEN = -2147483647

function wider<T extends Int32Array | Uint8Array>(old: T, length: number): T {
  const out = new (old.constructor as new (length: number) => T)(length)
  out.set(old)
  return out
}
