import type { WritableDB } from '../../../db/types.ts'
import { insertEntries, type Insert } from './queries.ts'

/** Rows that one statement inserts: a call's cost is paid once for all of them; more gain nothing (measured). */
const ROWS = 50
/** A double holds whole numbers of so many bits, and one that says whether there is more. */
const WORD_BITS = 52
/** Makes every day positive; of a year of four digits needs 23 bits. */
const EARLIEST = 4_000_000
const DAY_BITS = 23
const KEY_BYTES = 16

/** Rows by columns, as a chunk has them. */
export interface EntryColumns {
  rows: number
  lines: Float64Array
  days: Int32Array
  periods: Int32Array
  amounts: Float64Array
  /** In the base currency, NaN where there is no rate; undefined where all are as the amounts. */
  bases: Float64Array | undefined
  /** 16 bytes a row. */
  fingerprints: Uint8Array
  /** Of the dimensions, in the order of the columns. */
  codes: readonly Int32Array[]
}

interface Field {
  column: string
  /** 0 where no row so far has anything but 0. */
  bits: number
  word: number
  shift: number
}

/**
 * Entries on their way into the ledger, many to a statement. To bind a number costs as much as to write it, and an entry has thirty:
 * so its small ones (line, day, period, codes) go packed into a few doubles, and the fingerprints of all into one BLOB, and SQLite
 * takes them apart. What `add` was given is inserted once enough has come together, and by `flush`.
 */
export class EntryInsert {
  readonly #db: WritableDB
  readonly #batch: number
  readonly #fields: Field[]
  /** Rows have a base amount of their own. */
  #based = false
  /** A chunk's words, by the word; and the most that its fields came to. */
  #words: Float64Array[] = []
  readonly #most: number[]
  #full: Insert | undefined
  #values: unknown[] = []
  #width = 0
  #rows = 0
  /** Bound once a statement: the fingerprints of its rows, and the first one's id. */
  readonly #shared = { keys: Buffer.alloc(ROWS * KEY_BYTES), id: 0 }

  /** `columns`: of the dimensions that `codes` are of. */
  constructor(db: WritableDB, batch: number, columns: readonly string[]) {
    this.#db = db
    this.#batch = batch
    const names = ['line', 'day', 'posting_period', ...columns]
    this.#fields = names.map(column => ({ column, bits: 0, word: 0, shift: 0 }))
    this.#most = names.map(() => 0)
  }

  /** The rows' ids are `id` and the following. Nothing of the columns is held afterwards. */
  add(id: number, columns: EntryColumns): void {
    const { rows, amounts, bases, fingerprints } = columns
    if (rows === 0) return
    this.#fit(columns)
    // Ids of one statement are consecutive.
    if (this.#rows > 0 && this.#shared.id + this.#rows !== id) this.flush()
    this.#pack(columns)
    const words = this.#words
    const values = this.#values
    const based = this.#based
    const { keys } = this.#shared
    for (let from = 0; from < rows;) {
      const to = Math.min(rows, from + ROWS - this.#rows)
      if (this.#rows === 0) this.#shared.id = id + from
      keys.set(fingerprints.subarray(from * KEY_BYTES, to * KEY_BYTES), this.#rows * KEY_BYTES)
      let at = this.#rows * this.#width
      for (let i = from; i < to; i++) {
        values[at++] = amounts[i]
        if (based) values[at++] = baseOf(bases, amounts, i)
        for (let w = 0; w < words.length; w++) values[at++] = (words[w] as Float64Array)[i]
      }
      this.#rows += to - from
      from = to
      if (this.#rows < ROWS) return
      // One by one and not as an array, of which the binding would look up each element.
      this.#full?.run(...values, this.#shared)
      this.#rows = 0
    }
  }

  flush(): void {
    if (this.#rows > 0)
      this.#statement(this.#rows).run(...this.#values.slice(0, this.#rows * this.#width), this.#shared)
    this.#rows = 0
  }

  /** Makes room: no line, period or code of these rows is greater than its field. */
  #fit({ rows, lines, periods, bases, codes }: EntryColumns): void {
    const most = this.#most
    most[0] = greatest(lines, rows)
    most[2] = greatest(periods, rows)
    for (let c = 0; c < codes.length; c++) most[c + 3] = greatest(codes[c] as Int32Array, rows)
    const needed = most.map(n => (n === 0 ? 0 : Math.floor(Math.log2(n)) + 1))
    needed[1] = DAY_BITS
    const fits = this.#fields.every((field, i) => (needed[i] as number) <= field.bits)
    if (this.#full && fits && (this.#based || !bases)) return
    this.flush()
    this.#based ||= bases !== undefined
    let word = 0
    let used = 0
    for (const [i, field] of this.#fields.entries()) {
      const bits = needed[i] as number
      // One more than is needed, as the next members are about to come.
      field.bits = bits === 0 || i === 1 ? Math.max(field.bits, bits) : Math.max(field.bits, bits + 1)
      if (used + field.bits > WORD_BITS) {
        word += 1
        used = 0
      }
      field.word = word
      field.shift = used
      used += field.bits
    }
    this.#width = (this.#based ? 2 : 1) + word + 1
    this.#words = Array.from({ length: word + 1 }, () => new Float64Array(rows))
    this.#full = this.#statement(ROWS)
    this.#values = Array.from({ length: ROWS * this.#width }, () => 0)
  }

  #pack({ rows, lines, days, periods, codes }: EntryColumns): void {
    const words = this.#words
    for (let w = 0; w < words.length; w++) {
      if ((words[w] as Float64Array).length < rows) words[w] = new Float64Array(rows)
      else (words[w] as Float64Array).fill(0)
    }
    for (const [i, { bits, word, shift }] of this.#fields.entries()) {
      if (bits === 0) continue
      const out = words[word] as Float64Array
      if (i === 0) putLines(out, lines, rows, 2 ** shift)
      else if (i === 1) put(out, days, rows, EARLIEST, 2 ** shift)
      else put(out, i === 2 ? periods : (codes[i - 3] as Int32Array), rows, 0, 2 ** shift)
    }
  }

  #statement(rows: number): Insert {
    const columns = this.#fields.map(field => field.column)
    const before = this.#based ? 4 : 3
    const parts = this.#fields.map(field => partOf(field, before + 1))
    return insertEntries(this.#db, this.#batch, columns, parts, this.#width, this.#based, rows)
  }
}

function baseOf(bases: Float64Array | undefined, amounts: Float64Array, i: number): number | null {
  const base = (bases ?? amounts)[i] as number
  return Number.isNaN(base) ? null : base
}

function put(out: Float64Array, values: Int32Array, rows: number, plus: number, factor: number): void {
  for (let i = 0; i < rows; i++) out[i] = (out[i] as number) + ((values[i] as number) + plus) * factor
}

// Beside `put`, as a loop that sees one type only takes half the time.
function putLines(out: Float64Array, values: Float64Array, rows: number, factor: number): void {
  for (let i = 0; i < rows; i++) out[i] = (out[i] as number) + (values[i] as number) * factor
}

function greatest(values: Float64Array | Int32Array, rows: number): number {
  let most = 0
  for (let i = 0; i < rows; i++) if ((values[i] as number) > most) most = values[i] as number
  return most
}

/** A field out of its word, as SQL. `first`: number of the first word's column. */
function partOf({ column, bits, word, shift }: Field, first: number): string {
  if (bits === 0) return '0'
  const name = `column${first + word}`
  // Above the uppermost field there is nothing: its word is below 2^52.
  const value = `${shift === 0 ? name : `${name} >> ${shift}`} & ${2 ** bits - 1}`
  return column === 'day' ? `(${value}) - ${EARLIEST}` : value
}
