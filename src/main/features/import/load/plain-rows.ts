import { exponentOf } from '../../../../shared/money/minor.ts'
import { parseDate } from '../analysis/dates/parse.ts'
import { currencyCode } from '../analysis/money/style.ts'
import { flowOf } from '../analysis/rows/flow.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { Plan, PlannedDimension } from '../analysis/rows/plan.ts'
import type { PlainBlock } from '../formats/csv/index.ts'
import { CellIndex, NOT_SEEN } from './cells.ts'
import { LineCutter } from './cut.ts'
import { RowTexts } from './row-texts.ts'
import type { TextBuffer } from './texts.ts'

const BLANK_DAY = -2147483646

/**
 * The short way from a line of text to a row, for ledgers whose lines hold no quotes: cells are found again by their bytes
 * and become strings only where an entry keeps their text. It reads as `Normaliser.read` does, to the bit, and leaves every row
 * that is not perfectly plain (a cell too many, a date not seen, an amount with anything but digits in it) to it.
 */
export class PlainRows {
  readonly #normaliser: Normaliser
  readonly #plan: Plan
  readonly #cutter: LineCutter
  readonly #ends: Int32Array
  readonly #hashes: Int32Array
  readonly #dayOf = new CellIndex()
  readonly #ordinals: CellIndex[]
  /** Of each dimension, the column by which its members are told apart; -1 where every row has the same. */
  readonly #columns: Int32Array
  readonly #dateColumn: number
  readonly #texts: RowTexts
  readonly #currencies: { text: string; exponent: number }[] = []
  readonly #currencyOf = new CellIndex()
  readonly #flow: number
  readonly #flowOf = new CellIndex()
  #expense: number | undefined
  #bytes: Buffer = Buffer.alloc(0)
  #block: PlainBlock | undefined
  #start = 0

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
    this.#cutter = new LineCutter(plan.width, delimiter)
    this.#ends = this.#cutter.ends
    this.#hashes = this.#cutter.hashes
    this.#ordinals = plan.dimensions.map(() => new CellIndex())
    this.#columns = Int32Array.from(plan.dimensions, d => (d.code >= 0 ? d.code : d.column))
    this.#dateColumn = plan.date?.column ?? -1
    this.#flow = plan.dimensions.findIndex(d => d.id === 'flow')
    this.#texts = new RowTexts(plan)
  }

  start(block: PlainBlock): void {
    this.#bytes = block.bytes
    this.#block = block
    this.#cutter.start(block.bytes)
    this.#texts.start(block.bytes)
  }

  /** Reads a record into the normaliser's fields; false where it must be read the long way. */
  read(index: number): boolean {
    if (this.#normaliser.tables.isElsewhere) return false
    const block = this.#block as PlainBlock
    const start = block.starts[index] as number
    if (!this.#cutter.cut(start, (block.starts[index + 1] as number) - 1)) return false
    this.#start = start
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
    const { dimensions, texts, extras } = this.#plan
    this.#members(start)
    this.#setFlow(dimensions[this.#flow] as PlannedDimension, start)
    let text = 0
    for (const t of texts) this.#addText(text++, t)
    for (const t of extras) this.#addText(text++, t)
    return true
  }

  /** A cell of the row that was read last. */
  text(column: number): string {
    return this.#text(column, this.#start)
  }

  /** The texts that an entry keeps of the row that was read last: the plan's, then the extras as one JSON object or ''. */
  writeTexts(into: TextBuffer): void {
    this.#texts.write(into)
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
    const known = this.#dayOf.find(this.#cutter.view, this.#bytes, from, to, hash)
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
      index = this.#currencyOf.find(this.#cutter.view, this.#bytes, from, to, hash)
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

  /** The codes of all dimensions, and the sum of their hashes. */
  #members(start: number): void {
    const columns = this.#columns
    const [ends, hashes, bytes, { view }] = [this.#ends, this.#hashes, this.#bytes, this.#cutter]
    const { ordinals, sums } = this.#normaliser
    const { dimensions } = this.#plan
    let [s0, s1, s2, s3] = [0, 0, 0, 0]
    for (let i = 0; i < columns.length; i++) {
      const d = dimensions[i] as PlannedDimension
      const c = columns[i] as number
      let ordinal = d.fixed
      if (c >= 0) {
        const from = c === 0 ? start : (ends[c - 1] as number) + 1
        const index = this.#ordinals[i] as CellIndex
        ordinal = index.find(view, bytes, from, ends[c] as number, hashes[c] as number)
        if (ordinal === NOT_SEEN) ordinal = this.#newCell(i, c, start)
      }
      ordinals[i] = ordinal
      if (ordinal === 0 || !d.hashed) continue
      const known = d.dictionary.hashes
      const at = ordinal * 4
      s0 = (s0 + (known[at] as number)) | 0
      s1 = (s1 + (known[at + 1] as number)) | 0
      s2 = (s2 + (known[at + 2] as number)) | 0
      s3 = (s3 + (known[at + 3] as number)) | 0
    }
    sums[0] = s0
    sums[1] = s1
    sums[2] = s2
    sums[3] = s3
  }

  #newCell(dimension: number, column: number, start: number): number {
    const d = this.#plan.dimensions[dimension] as PlannedDimension
    const cell = this.#text(column, start)
    const ordinal =
      d.code >= 0 ? d.dictionary.ordinal(cell, this.#text(d.column, start)) : d.dictionary.ordinal(cell)
    const [from, to] = [this.#from(column, start), this.#ends[column] as number]
    // A blank code is not remembered: its name stands for it.
    if (d.code < 0 || cell.trim() !== '')
      this.#ordinals[dimension]?.add(this.#bytes, from, to, this.#hashes[column] as number, ordinal)
    return ordinal
  }

  #setFlow(d: PlannedDimension, start: number): void {
    const c = this.#plan.accountDetail[0] as number
    const n = this.#normaliser
    if (c < 0) {
      n.ordinals[this.#flow] = this.#expense ??= d.dictionary.ordinal('expense')
      return
    }
    const [from, to, hash] = [this.#from(c, start), this.#ends[c] as number, this.#hashes[c] as number]
    let ordinal = this.#flowOf.find(this.#cutter.view, this.#bytes, from, to, hash)
    if (ordinal === NOT_SEEN) {
      const cells: string[] = []
      cells[c] = this.#text(c, start)
      ordinal = d.dictionary.ordinal(flowOf(this.#plan, cells, n.amount))
      this.#flowOf.add(this.#bytes, from, to, hash, ordinal)
    }
    n.ordinals[this.#flow] = ordinal
  }

  #addText(index: number, { column, seed }: { column: number; seed: number }): void {
    const from = this.#from(column, this.#start)
    this.#texts.take(index, from, this.#ends[column] as number, seed, this.#normaliser.sums)
  }
}
