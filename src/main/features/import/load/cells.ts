/** Cells remembered at most, and bytes of them: beyond, a cell is looked up the long way. */
const MOST_CELLS = 262_144
const MOST_BYTES = 4_194_304
/** Of a slot: the cell's hash, where its words begin + 1 (0: the slot is free), its length in bytes, its value. Side by side: one look. */
const SLOT = 4
const FULL = 0.75

/** No day, ordinal or count has this value. */
export const NOT_SEEN = -2147483647

/**
 * What the cells of one column came to when they were first read: found again from a piece of text by its hash and its
 * bytes, without a string being made of it. Words are compared as this machine reads them, which is as they were written.
 */
export class CellIndex {
  #mask = 511
  #slots = new Int32Array(512 * SLOT)
  #bytes = new Uint8Array(8192)
  #words = new Int32Array(this.#bytes.buffer)
  /** Bytes in use: a multiple of four. */
  #used = 0
  #count = 0

  /** Value of the cell at `from … to`, or `NOT_SEEN`. `view`: of the same bytes as `text`. */
  find(view: DataView, text: Uint8Array, from: number, to: number, hash: number): number {
    const length = to - from
    const slots = this.#slots
    let at = hash & this.#mask
    for (;;) {
      const slot = at * SLOT
      const place = slots[slot + 1] as number
      if (place === 0) return NOT_SEEN
      if (slots[slot] === hash && slots[slot + 2] === length && this.#is(view, text, from, to, place - 1))
        return slots[slot + 3] as number
      at = (at + 1) & this.#mask
    }
  }

  #is(view: DataView, text: Uint8Array, from: number, to: number, place: number): boolean {
    const words = this.#words
    const bytes = this.#bytes
    let word = place >> 2
    let i = from
    for (; i + 4 <= to; i += 4) if (view.getInt32(i, true) !== words[word++]) return false
    for (let at = place + i - from; i < to; i++) if (text[i] !== bytes[at++]) return false
    return true
  }

  add(text: Uint8Array, from: number, to: number, hash: number, value: number): void {
    const length = to - from
    const padded = (length + 3) & ~3
    if (this.#count >= MOST_CELLS || this.#used + padded > MOST_BYTES) return
    if (this.#used + padded > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(this.#bytes.length * 2, (this.#used + padded) * 2))
      wider.set(this.#bytes)
      this.#bytes = wider
      this.#words = new Int32Array(wider.buffer)
    }
    this.#bytes.set(text.subarray(from, to), this.#used)
    if (this.#count + 1 > (this.#mask + 1) * FULL) this.#grow()
    this.#place(hash, this.#used + 1, length, value)
    this.#used += padded
    this.#count++
  }

  #place(hash: number, place: number, length: number, value: number): void {
    let at = hash & this.#mask
    while (this.#slots[at * SLOT + 1] !== 0) at = (at + 1) & this.#mask
    this.#slots[at * SLOT] = hash
    this.#slots[at * SLOT + 1] = place
    this.#slots[at * SLOT + 2] = length
    this.#slots[at * SLOT + 3] = value
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let at = 0; at < old.length; at += SLOT)
      if (old[at + 1] !== 0)
        this.#place(old[at] as number, old[at + 1] as number, old[at + 2] as number, old[at + 3] as number)
  }
}
