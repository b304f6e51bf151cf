import type { TextField } from '../analysis/rows/plan.ts'

/** A column of `entry_text`. */
export type TextColumn = TextField | 'extra'

/**
 * Texts of a chunk's rows, row by row: of each row that of every field in turn. As bytes, which another thread can be given, unlike
 * strings: those would be copied, and made, for each text.
 */
export interface Texts {
  fields: readonly TextColumn[]
  /** UTF-8. */
  bytes: Uint8Array
  /** Where each text begins in `bytes`; one more than there are texts. */
  starts: Int32Array
}

/** Reads a row's text of one field; '' where the chunk has none. */
export function textsOf({ fields, bytes, starts }: Texts, field: TextColumn): (row: number) => string {
  const index = fields.indexOf(field)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return row => {
    const at = row * fields.length + index
    return index < 0 ? '' : buffer.toString('utf8', starts[at], starts[at + 1])
  }
}

/** Collects texts: each is appended in as many pieces as it takes, then ended. */
export class TextBuffer {
  #bytes = Buffer.allocUnsafeSlow(65_536)
  #starts = new Int32Array(4096)
  #texts = 0
  #length = 0

  clear(): void {
    this.#texts = 0
    this.#length = 0
  }

  append(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#makeRoom(text.length * 3)
    this.#length += this.#bytes.write(text, this.#length)
  }

  appendBytes(from: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start)
    const bytes = this.#bytes
    let at = this.#length
    for (let i = start; i < end; i++) bytes[at++] = from[i] as number
    this.#length = at
  }

  end(): void {
    this.#texts++
    if (this.#texts === this.#starts.length) {
      const wider = new Int32Array(this.#starts.length * 2)
      wider.set(this.#starts)
      this.#starts = wider
    }
    this.#starts[this.#texts] = this.#length
  }

  /** As they are until the next is appended. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  get starts(): Int32Array {
    return this.#starts.subarray(0, this.#texts + 1)
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes
    if (needed <= this.#bytes.length) return
    const wider = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(wider, 0, 0, this.#length)
    this.#bytes = wider
  }
}
