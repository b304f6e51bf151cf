import { exponentOf } from '../../../../shared/money/minor.ts'
import { parseDate } from '../analysis/dates/parse.ts'
import { hashAscii, hashText } from '../analysis/fingerprint/index.ts'
import { currencyCode } from '../analysis/money/style.ts'
import { flowOf } from '../analysis/rows/flow.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { Plan, PlannedDimension } from '../analysis/rows/plan.ts'
import type { PlainBlock } from '../formats/csv/index.ts'
import { CellIndex, NOT_SEEN } from './cells.ts'
import { LineCutter } from './cut.ts'
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
  readonly #dateColumn: number
  /** Where the texts of the last row lie, trimmed: those of the plan, then the extras; a string where a text has more than ASCII. */
  readonly #froms: Int32Array
  readonly #tos: Int32Array
  readonly #strings: (string | undefined)[]
  /** What stands before the first of a row's extras, and before a further one. */
  readonly #firstKeys: Buffer[]
  readonly #nextKeys: Buffer[]
  readonly #currencies: { text: string; exponent: number }[] = []
  readonly #currencyOf = new CellIndex()
  readonly #hash = new Int32Array(4)
  readonly #flow: number
  readonly #flowOf = new CellIndex()
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
    this.#dateColumn = plan.date?.column ?? -1
    this.#flow = plan.dimensions.findIndex(d => d.id === 'flow')
    const texts = plan.texts.length + plan.extras.length
    this.#froms = new Int32Array(texts)
    this.#tos = new Int32Array(texts)
    this.#strings = Array.from({ length: texts }, () => undefined)
    this.#firstKeys = plan.extras.map(e => Buffer.from(`{${e.json}`))
    this.#nextKeys = plan.extras.map(e => Buffer.from(`,${e.json}`))
  }

  start(block: PlainBlock): void {
    this.#bytes = block.bytes
    this.#block = block
    this.#cutter.start(block.bytes)
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
    n.sums.fill(0)
    const { dimensions, texts, extras } = this.#plan
    for (let i = 0; i < dimensions.length; i++) this.#member(i, dimensions[i] as PlannedDimension, start)
    this.#setFlow(dimensions[this.#flow] as PlannedDimension, start)
    for (let i = 0; i < texts.length; i++) this.#addText(i, texts[i] as { column: number; seed: number })
    for (let i = 0; i < extras.length; i++)
      this.#addText(texts.length + i, extras[i] as { column: number; seed: number })
    return true
  }

  /** A cell of the row that was read last. */
  text(column: number): string {
    return this.#text(column, this.#start)
  }

  /** The texts that an entry keeps of the row that was read last: the plan's, then the extras as one JSON object or ''. */
  writeTexts(into: TextBuffer): void {
    const texts = this.#plan.texts.length
    for (let i = 0; i < texts; i++) {
      const text = this.#strings[i]
      if (text === undefined) into.appendBytes(this.#bytes, this.#froms[i] as number, this.#tos[i] as number)
      else into.append(text)
      into.end()
    }
    let some = false
    for (let e = 0; e < this.#firstKeys.length; e++) {
      const [from, to] = [this.#froms[texts + e] as number, this.#tos[texts + e] as number]
      const text = this.#strings[texts + e]
      if (text === undefined ? from === to : text === '') continue
      const key = (some ? this.#nextKeys[e] : this.#firstKeys[e]) as Buffer
      some = true
      into.appendBytes(key, 0, key.length)
      if (text === undefined && isBareJson(this.#bytes, from, to)) {
        into.appendBytes(QUOTE, 0, 1)
        into.appendBytes(this.#bytes, from, to)
        into.appendBytes(QUOTE, 0, 1)
      } else into.append(JSON.stringify(text ?? this.#bytes.toString('latin1', from, to)))
    }
    if (some) into.appendBytes(END, 0, 1)
    into.end()
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

  #member(index: number, d: PlannedDimension, start: number): void {
    let ordinal = d.fixed
    const c = d.code >= 0 ? d.code : d.column
    if (c >= 0) {
      const [from, to, hash] = [this.#from(c, start), this.#ends[c] as number, this.#hashes[c] as number]
      const cells = this.#ordinals[index] as CellIndex
      ordinal = cells.find(this.#cutter.view, this.#bytes, from, to, hash)
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
    let ordinal = this.#flowOf.find(this.#cutter.view, this.#bytes, from, to, hash)
    if (ordinal === NOT_SEEN) {
      const cells: string[] = []
      cells[c] = this.#text(c, start)
      ordinal = d.dictionary.ordinal(flowOf(this.#plan, cells, n.amount))
      this.#flowOf.add(this.#bytes, from, to, hash, ordinal)
    }
    n.ordinals[this.#flow] = ordinal
  }

  /** Adds a text's hash, and notes where the text lies. */
  #addText(index: number, { column, seed }: { column: number; seed: number }): void {
    const bytes = this.#bytes
    let from = this.#from(column, this.#start)
    let to = this.#ends[column] as number
    while (from < to && isBlank(bytes[from] as number)) from++
    while (from < to && isBlank(bytes[to - 1] as number)) to--
    this.#froms[index] = from
    this.#tos[index] = to
    this.#strings[index] = undefined
    if (from === to) return
    if (!hashAscii(bytes, from, to, seed, this.#hash, 0)) {
      const text = bytes.toString('utf8', from, to).trim()
      this.#strings[index] = text
      if (text === '') return
      hashText(text, seed, this.#hash, 0)
    }
    const { sums } = this.#normaliser
    for (let i = 0; i < 4; i++) sums[i] = (sums[i] as number) + (this.#hash[i] as number)
  }
}

const QUOTE = Buffer.from('"')
const END = Buffer.from('}')

/** What `String.trim` takes off, of ASCII. */
const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13)

/** Whether text in ASCII is its own JSON but for the quotes around it. */
function isBareJson(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte < 32 || byte === 34 || byte === 92) return false
  }
  return true
}
