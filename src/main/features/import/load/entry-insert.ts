import type { WritableDB } from '../../../db/types.ts'
import { insertEntries, type Insert } from './queries.ts'

/** Rows that one statement inserts: a call's cost is paid once for all of them; more gain nothing (measured). */
const ROWS = 50
/** A double holds whole numbers of so many bits, and one that says whether there is more. */
const WORD_BITS = 52
/** Makes every day positive; of a year of four digits needs 23 bits. */
const EARLIEST = 4_000_000
const DAY_BITS = 23
/** Bound as they are, before the words: id, amount, base amount, fingerprint. */
const BOUND = 4

interface Field {
  column: string
  /** 0 where no row so far has anything but 0. */
  bits: number
  word: number
  shift: number
}

/**
 * Entries on their way into the ledger, many to a statement. To bind a number costs as much as to write it, and an entry has thirty:
 * so its small ones (line, day, period, codes) go packed into a few doubles, and SQLite takes them apart. What `add` was given is
 * inserted once enough has come together, and by `flush`.
 */
export class EntryInsert {
  readonly #db: WritableDB
  readonly #batch: number
  readonly #fields: Field[]
  /** Of each field, what its place in its word multiplies it by. */
  #factors: Float64Array
  #words: Int32Array
  #width = 0
  #sums = new Float64Array(0)
  #full: Insert | undefined
  #values: unknown[] = []
  #rows = 0

  /** `columns`: of the dimensions that `codes` are of. */
  constructor(db: WritableDB, batch: number, columns: readonly string[]) {
    this.#db = db
    this.#batch = batch
    const names = ['line', 'day', 'posting_period', ...columns]
    this.#fields = names.map(column => ({ column, bits: 0, word: 0, shift: 0 }))
    this.#factors = new Float64Array(names.length)
    this.#words = new Int32Array(names.length)
  }

  /** Makes room: no line, period or code (in the columns' order) of the rows to come is greater. */
  fit(line: number, period: number, codes: readonly number[]): void {
    const needed = [line, 0, period, ...codes].map(most => (most === 0 ? 0 : Math.floor(Math.log2(most)) + 1))
    needed[1] = DAY_BITS
    if (this.#full && this.#fields.every((field, i) => (needed[i] as number) <= field.bits)) return
    this.flush()
    let word = 0
    let used = 0
    for (const [i, field] of this.#fields.entries()) {
      const bits = needed[i] as number
      // One more than is needed, as the next members are about to come.
      field.bits = bits === 0 || i === 1 ? bits : Math.max(field.bits, bits + 1)
      if (used + field.bits > WORD_BITS) {
        word += 1
        used = 0
      }
      field.word = word
      field.shift = used
      used += field.bits
      this.#words[i] = word
      this.#factors[i] = field.bits === 0 ? 0 : 2 ** used / 2 ** field.bits
    }
    this.#width = BOUND + word + 1
    this.#sums = new Float64Array(word + 1)
    this.#full = this.#statement(ROWS)
    this.#values = Array.from({ length: ROWS * this.#width }, () => 0)
  }

  /** Call `fit` before. `base` null where there is no rate; the fingerprint must stay as it is until the next `flush`. */
  add(
    id: number,
    line: number,
    day: number,
    period: number,
    amount: number,
    base: number | null,
    fingerprint: Buffer,
    codes: readonly number[],
  ): void {
    const sums = this.#sums
    const words = this.#words
    const factors = this.#factors
    sums.fill(0)
    sums[words[0] as number] = line * (factors[0] as number)
    sums[words[1] as number] =
      (sums[words[1] as number] as number) + (day + EARLIEST) * (factors[1] as number)
    sums[words[2] as number] = (sums[words[2] as number] as number) + period * (factors[2] as number)
    for (let i = 0; i < codes.length; i += 1) {
      const word = words[i + 3] as number
      sums[word] = (sums[word] as number) + (codes[i] as number) * (factors[i + 3] as number)
    }
    const values = this.#values
    let at = this.#rows * this.#width
    values[at++] = id
    values[at++] = amount
    values[at++] = base
    values[at++] = fingerprint
    for (let i = 0; i < sums.length; i += 1) values[at++] = sums[i]
    this.#rows += 1
    if (this.#rows < ROWS) return
    // One by one and not as an array, of which the binding would look up each element.
    this.#full?.run(...values)
    this.#rows = 0
  }

  flush(): void {
    if (this.#rows > 0) this.#statement(this.#rows).run(...this.#values.slice(0, this.#rows * this.#width))
    this.#rows = 0
  }

  #statement(rows: number): Insert {
    const columns = this.#fields.map(field => field.column)
    return insertEntries(this.#db, this.#batch, columns, this.#fields.map(partOf), this.#width, rows)
  }
}

/** A field out of its word, as SQL. */
function partOf({ column, bits, word, shift }: Field): string {
  if (bits === 0) return '0'
  const value = `column${BOUND + word + 1} >> ${shift} & ${2 ** bits - 1}`
  return column === 'day' ? `(${value}) - ${EARLIEST}` : value
}
