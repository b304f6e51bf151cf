import type { WritableDB } from '../../../db/types.ts'
import { insertTexts, type Insert } from './queries.ts'
import type { Texts } from './texts.ts'

/** Rows that one statement inserts. */
const ROWS = 50
/** A text's place and its length, each below this, in one double. */
const SIDE = 2 ** 26
/** More bytes than these do not wait for more rows. No row's texts have as many as `SIDE`. */
const MOST_BYTES = 1_048_576

/**
 * Texts on their way into `entry_text`, many to a statement: the bytes of all its rows are bound at once, and of each text only where it
 * lies in them.
 */
export class TextInsert {
  readonly #db: WritableDB
  #fields = ''
  #columns: readonly string[] = []
  #full: Insert | undefined
  #values: unknown[] = []
  #rows = 0
  /** Bound once a statement: all bytes, and the first row's id. Never empty, of which SQLite would make NULL. */
  readonly #shared = { bytes: Buffer.alloc(1), id: 0 }
  #bytes = Buffer.alloc(65_536)
  #used = 0

  constructor(db: WritableDB) {
    this.#db = db
  }

  /** Texts of these rows, or of the first `count`, whose entries' ids are `id` and the following. Nothing of them is held afterwards. */
  add(id: number, texts: Texts, rows: Int32Array | undefined, count: number): void {
    this.#fit(texts)
    if (this.#rows > 0 && this.#shared.id + this.#rows !== id) this.flush()
    const { bytes, starts } = texts
    const width = this.#columns.length
    for (let i = 0; i < count; i++) {
      if (this.#rows === 0) this.#shared.id = id + i
      const first = (rows ? (rows[i] as number) : i) * width
      const from = starts[first] as number
      this.#copy(bytes, from, starts[first + width] as number)
      // SQL counts from 1.
      const shift = this.#used + 1 - from
      let start = from
      let at = this.#rows * width
      for (let t = 1; t <= width; t++) {
        const end = starts[first + t] as number
        this.#values[at++] = (start + shift) * SIDE + end - start
        start = end
      }
      this.#used += start - from
      this.#rows++
      if (this.#rows === ROWS || this.#used > MOST_BYTES) this.flush()
    }
  }

  flush(): void {
    if (this.#rows === 0) return
    this.#shared.bytes = this.#bytes.subarray(0, Math.max(1, this.#used))
    if (this.#rows === ROWS) this.#full?.run(...this.#values, this.#shared)
    else {
      const some = insertTexts(this.#db, this.#columns, SIDE, this.#rows)
      some.run(...this.#values.slice(0, this.#rows * this.#columns.length), this.#shared)
    }
    this.#rows = 0
    this.#used = 0
  }

  #fit({ fields }: Texts): void {
    const names = fields.join()
    if (this.#full && names === this.#fields) return
    this.flush()
    this.#fields = names
    this.#columns = [...fields]
    this.#full = insertTexts(this.#db, fields, SIDE, ROWS)
    this.#values = Array.from({ length: ROWS * fields.length }, () => 0)
  }

  #copy(bytes: Uint8Array, from: number, to: number): void {
    const needed = this.#used + to - from
    if (needed >= SIDE) throw new RangeError('the texts of one row are too long')
    if (needed > this.#bytes.length) {
      const wider = Buffer.alloc(needed * 2)
      this.#bytes.copy(wider, 0, 0, this.#used)
      this.#bytes = wider
    }
    const own = this.#bytes
    let at = this.#used
    for (let i = from; i < to; i++) own[at++] = bytes[i] as number
  }
}
