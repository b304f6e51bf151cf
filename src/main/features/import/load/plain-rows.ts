import { exponentOf } from '../../../../shared/money/minor.ts'
import { parseDate } from '../analysis/dates/parse.ts'
import { hashText } from '../analysis/fingerprint/index.ts'
import { currencyCode } from '../analysis/money/style.ts'
import { flowOf } from '../analysis/rows/flow.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { Plan, PlannedDimension } from '../analysis/rows/plan.ts'
import type { PlainBlock } from '../formats/csv/index.ts'
import { CellIndex, NOT_SEEN } from './cells.ts'

const BLANK_DAY = -2147483646

/**
 * The short way from a line of text to a row, for ledgers whose lines hold no quotes: cells are found again by their bytes
 * and become strings only where an entry keeps their text. It reads as `Normaliser.read` does, to the bit, and leaves every row
 * that is not perfectly plain (a cell too many, a date not seen, an amount with anything but digits in it) to it.
 */
export class PlainRows {
  /** Cells of the row that was read last, as far as an entry keeps them; the others are ''. */
  readonly cells: string[]
  readonly #normaliser: Normaliser
  readonly #plan: Plan
  readonly #delimiter: number
  readonly #ends: Int32Array
  readonly #hashes: Int32Array
  readonly #dayOf = new CellIndex()
  readonly #ordinals: CellIndex[]
  readonly #dateColumn: number
  readonly #kept: readonly number[]
  readonly #currencies: { text: string; exponent: number }[] = []
  readonly #currencyOf = new CellIndex()
  readonly #hash = new Int32Array(4)
  readonly #flow: number
  readonly #flowOf = new CellIndex()
  #bytes: Buffer = Buffer.alloc(0)
  #block: PlainBlock | undefined

  /** Undefined where the mapping asks for more than this way gives. */
  static for(normaliser: Normaliser, delimiter: string): PlainRows | undefined {
    const { plan } = normaliser
    const simple =
      plan.profile === 'ledger' &&
      plan.date !== undefined &&
      plan.period === undefined &&
      plan.amount >= 0 &&
      plan.sign < 0 &&
      plan.fee < 0 &&
      plan.booked < 0 &&
      plan.rowKey.length === 0 &&
      plan.style.decimal === '.' &&
      delimiter.length === 1 &&
      // One byte of UTF-8.
      delimiter < '\u0080'
    return simple ? new PlainRows(normaliser, delimiter.charCodeAt(0)) : undefined
  }

  private constructor(normaliser: Normaliser, delimiter: number) {
    const { plan } = normaliser
    this.#normaliser = normaliser
    this.#plan = plan
    this.#delimiter = delimiter
    this.cells = Array.from({ length: plan.width }, () => '')
    this.#ends = new Int32Array(plan.width)
    this.#hashes = new Int32Array(plan.width)
    this.#ordinals = plan.dimensions.map(() => new CellIndex())
    this.#dateColumn = plan.date?.column ?? -1
    this.#flow = plan.dimensions.findIndex(d => d.id === 'flow')
    this.#kept = [...plan.texts, ...plan.extras]
      .map(t => t.column)
      .concat(plan.accountDetail.filter(c => c >= 0))
  }

  start(block: PlainBlock): void {
    this.#bytes = block.bytes
    this.#block = block
  }

  /** Reads a record into the normaliser's fields; false where it must be read the long way. */
  read(index: number): boolean {
    const block = this.#block as PlainBlock
    const start = block.starts[index] as number
    if (!this.#cut(start, (block.starts[index + 1] as number) - 1)) return false
    const n = this.#normaliser
    const day = this.#day(start)
    if (day === BLANK_DAY) return false
    const exponent = this.#currency(start)
    if (exponent < 0) return false
    const amount = this.#amount(
      this.#from(this.#plan.amount, start),
      this.#ends[this.#plan.amount] as number,
      exponent,
    )
    if (amount !== amount) return false
    n.day = day
    n.postingPeriod = 0
    n.claim = undefined
    n.amount = this.#plan.negate ? 0 - amount : amount
    n.sums.fill(0)
    for (const c of this.#kept) this.cells[c] = this.#text(c, start)
    const { dimensions } = this.#plan
    for (let i = 0; i < dimensions.length; i++) this.#member(i, dimensions[i] as PlannedDimension, start)
    this.#setFlow(dimensions[this.#flow] as PlannedDimension, start)
    for (const t of this.#plan.texts) this.#addText((this.cells[t.column] as string).trim(), t.seed)
    for (const t of this.#plan.extras) this.#addText((this.cells[t.column] as string).trim(), t.seed)
    return true
  }

  #cut(start: number, end: number): boolean {
    const bytes = this.#bytes
    const ends = this.#ends
    const hashes = this.#hashes
    const delimiter = this.#delimiter
    const last = ends.length - 1
    let column = 0
    let hash = SEED
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number
      if (byte === delimiter) {
        if (column === last) return false
        ends[column] = at
        hashes[column++] = hash
        hash = SEED
      } else hash = Math.imul(hash ^ byte, 0x01000193)
    }
    ends[column] = end
    hashes[column] = hash
    return column === last
  }

  #from(column: number, start: number): number {
    return column === 0 ? start : (this.#ends[column - 1] as number) + 1
  }

  #text(column: number, start: number): string {
    return this.#bytes.toString('utf8', this.#from(column, start), this.#ends[column])
  }

  #day(start: number): number {
    const c = this.#dateColumn
    const [from, to, hash] = [this.#from(c, start), this.#ends[c] as number, this.#hashes[c] as number]
    const known = this.#dayOf.find(this.#bytes, from, to, hash)
    if (known !== NOT_SEEN) return known
    const { order } = this.#plan.date as NonNullable<Plan['date']>
    const day = parseDate(this.#text(c, start), order) ?? BLANK_DAY
    this.#dayOf.add(this.#bytes, from, to, hash, day)
    return day
  }

  /** Sets the currency; answers its places, or -1 for the long way. */
  #currency(start: number): number {
    const d = this.#plan.dimensions[this.#plan.currency] as PlannedDimension
    const c = d.column
    const fixed = d.dictionary.members[0]?.key ?? ''
    let index = 0
    if (c >= 0) {
      const [from, to, hash] = [this.#from(c, start), this.#ends[c] as number, this.#hashes[c] as number]
      index = this.#currencyOf.find(this.#bytes, from, to, hash)
      if (index === NOT_SEEN) {
        const text = this.#text(c, start).trim().toUpperCase()
        // Blank, or "£" for a code: the long way knows what it stands for.
        if (currencyCode(text) !== text) return -1
        index = this.#currencies.push({ text, exponent: exponentOf(text) }) - 1
        this.#currencyOf.add(this.#bytes, from, to, hash, index)
      }
    } else if (this.#currencies.length === 0)
      this.#currencies.push({ text: fixed, exponent: exponentOf(fixed) })
    const { text, exponent } = this.#currencies[index] as { text: string; exponent: number }
    this.#normaliser.currency = text
    return exponent
  }

  /** "-1234.56" with nothing else around it; NaN for the long way. As in analysis/money/parse. */
  #amount(from: number, to: number, exponent: number): number {
    if (to === from || to - from > 15) return NaN
    const bytes = this.#bytes
    const negative = bytes[from] === 45
    const first = negative ? from + 1 : from
    if (first === to) return NaN
    let value = 0
    let places = -1
    for (let at = first; at < to; at++) {
      const digit = (bytes[at] as number) - 48
      if (digit === -2) {
        if (places >= 0 || at === first) return NaN
        places = 0
        continue
      }
      if (digit < 0 || digit > 9) return NaN
      value = value * 10 + digit
      if (places >= 0) places++
    }
    if (places > exponent) return NaN
    for (let i = Math.max(places, 0); i < exponent; i++) value *= 10
    if (!Number.isSafeInteger(value)) return NaN
    return negative ? 0 - value : value
  }

  #member(index: number, d: PlannedDimension, start: number): void {
    let ordinal = d.fixed
    const c = d.code >= 0 ? d.code : d.column
    if (c >= 0) {
      const [from, to, hash] = [this.#from(c, start), this.#ends[c] as number, this.#hashes[c] as number]
      const cells = this.#ordinals[index] as CellIndex
      ordinal = cells.find(this.#bytes, from, to, hash)
      if (ordinal === NOT_SEEN) {
        const cell = this.#text(c, start)
        ordinal =
          d.code >= 0 ? d.dictionary.ordinal(cell, this.#text(d.column, start)) : d.dictionary.ordinal(cell)
        // A blank code is not remembered: its name stands for it.
        if (d.code < 0 || cell.trim() !== '') cells.add(this.#bytes, from, to, hash, ordinal)
      }
    }
    const n = this.#normaliser
    n.ordinals[index] = ordinal
    if (!d.hashed || ordinal === 0) return
    const { hashes } = d.dictionary
    const { sums } = n
    const at = ordinal * 4
    sums[0] = (sums[0] as number) + (hashes[at] as number)
    sums[1] = (sums[1] as number) + (hashes[at + 1] as number)
    sums[2] = (sums[2] as number) + (hashes[at + 2] as number)
    sums[3] = (sums[3] as number) + (hashes[at + 3] as number)
  }

  #setFlow(d: PlannedDimension, start: number): void {
    const c = this.#plan.accountDetail[0] as number
    const n = this.#normaliser
    if (c < 0) {
      n.ordinals[this.#flow] = d.dictionary.ordinal('expense')
      return
    }
    const [from, to, hash] = [this.#from(c, start), this.#ends[c] as number, this.#hashes[c] as number]
    let ordinal = this.#flowOf.find(this.#bytes, from, to, hash)
    if (ordinal === NOT_SEEN) {
      ordinal = d.dictionary.ordinal(flowOf(this.#plan, this.cells, n.amount))
      this.#flowOf.add(this.#bytes, from, to, hash, ordinal)
    }
    n.ordinals[this.#flow] = ordinal
  }

  #addText(text: string, seed: number): void {
    if (text === '') return
    hashText(text, seed, this.#hash, 0)
    const { sums } = this.#normaliser
    for (let i = 0; i < 4; i++) sums[i] = (sums[i] as number) + (this.#hash[i] as number)
  }
}

const SEED = 0x811c9dc5 | 0
