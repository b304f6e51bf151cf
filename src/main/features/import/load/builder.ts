import { hashRow, hashText, prefixDay } from '../analysis/fingerprint/index.ts'
import { Occurrences } from '../analysis/fingerprint/occurrences.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import { accountTypeOf } from '../analysis/rows/flow.ts'
import type { AccountDetailRow, RowChunk } from './chunk.ts'
import type { PlainRows } from './plain-rows.ts'
import { TextBuffer, type TextColumn } from './texts.ts'

/** Collects the rows of one piece of the file into columns. */
export class ChunkBuilder {
  #sequence = 0
  #rows = 0
  #lines = new Float64Array(0)
  #days = new Int32Array(0)
  #periods = new Int32Array(0)
  #amounts = new Float64Array(0)
  #ordinals: Int32Array[] = []
  #words = new Int32Array(0)
  readonly #texts = new TextBuffer()
  readonly #textColumns: readonly TextColumn[]
  #forced: number[] = []
  readonly #sent: number[]
  /** What is known of accounts so far, by ordinal; and those of which nothing is missing. */
  readonly #accountsBegun = new Map<number, string[]>()
  readonly #accountsKnown = new Set<number>()
  #accounts: AccountDetailRow[] = []
  readonly #spare: ArrayBuffer[] = []
  readonly #occurrences = new Occurrences()
  readonly #currencies = new Map<string, number>()
  #currency: string | undefined
  #currencyHash = 0
  readonly #key = new Int32Array(4)
  readonly #normaliser: Normaliser
  readonly #account: number
  readonly #detailed: boolean

  constructor(normaliser: Normaliser) {
    this.#normaliser = normaliser
    const { dimensions, texts, accountDetail } = normaliser.plan
    this.#textColumns = [...texts.map(t => t.field), 'extra']
    this.#sent = dimensions.map(() => 0)
    this.#account = dimensions.findIndex(d => d.id === 'account')
    this.#detailed = this.#account >= 0 && accountDetail.some(c => c >= 0)
  }

  /** Starts a chunk for at most `rows` rows. */
  start(rows: number): void {
    const { plan } = this.#normaliser
    this.#rows = 0
    // `finish` hands out copies of the part that is full, so that these serve every chunk.
    if (rows > this.#lines.length) {
      this.#lines = new Float64Array(rows)
      this.#days = new Int32Array(rows)
      this.#periods = new Int32Array(rows)
      this.#amounts = new Float64Array(rows)
      this.#ordinals = plan.dimensions.map(() => new Int32Array(rows))
      this.#words = new Int32Array(rows * 4)
    }
    this.#texts.clear()
    this.#forced = []
    this.#accounts = []
  }

  /** Takes the row that the normaliser read last. `beyond`: fields behind the last column, kept as text. */
  add(cells: readonly string[], line: number, beyond: readonly string[], forced: boolean): void {
    const { plan } = this.#normaliser
    for (const t of plan.texts) {
      this.#texts.append((cells[t.column] as string).trim())
      this.#texts.end()
    }
    this.#extra(cells, beyond)
    this.#row(line, forced, column => cells[column] as string)
  }

  /** Takes the row that was read the short way last. */
  addPlain(plain: PlainRows, line: number, forced: boolean): void {
    plain.writeTexts(this.#texts)
    this.#row(line, forced, this.#detailed ? column => plain.text(column) : NO_CELL)
  }

  #row(line: number, forced: boolean, cellOf: (column: number) => string): void {
    const n = this.#normaliser
    const at = this.#rows++
    this.#lines[at] = line
    this.#days[at] = n.day
    this.#periods[at] = n.postingPeriod
    this.#amounts[at] = n.amount
    for (let d = 0; d < this.#ordinals.length; d++)
      (this.#ordinals[d] as Int32Array)[at] = n.ordinals[d] as number
    if (this.#detailed) this.#detail(cellOf, n.ordinals[this.#account] as number)
    this.#fingerprint(at)
    if (forced) this.#forced.push(at)
  }

  /** A buffer that the other end is done with. */
  takeBack(buffer: ArrayBuffer): void {
    this.#spare.push(buffer)
  }

  get rows(): number {
    return this.#rows
  }

  amountAt(index: number): number {
    return this.#amounts[index] as number
  }

  finish(): { chunk: RowChunk; accounts: AccountDetailRow[] } {
    const n = this.#rows
    const { dimensions } = this.#normaliser.plan
    const members = dimensions.map((d, i) => {
      const fresh = d.dictionary.members.slice(this.#sent[i] as number)
      this.#sent[i] = d.dictionary.members.length
      return fresh
    })
    const chunk: RowChunk = {
      sequence: this.#sequence++,
      rows: n,
      ...this.#columns(n),
      members,
      forced: this.#forced,
      left: [],
    }
    return { chunk, accounts: this.#accounts }
  }

  /** Copies of the columns, all in one buffer: so many small ones would cost more to hand over, and to clear away, than to fill. */
  #columns(
    n: number,
  ): Pick<RowChunk, 'lines' | 'days' | 'periods' | 'amounts' | 'ordinals' | 'fingerprints' | 'texts'> {
    const { bytes: content, starts: contentStarts } = this.#texts
    const numbers = n * (6 + this.#ordinals.length) + contentStarts.length
    const bytes = n * 16 + numbers * 4 + content.length
    const spare = this.#spare.pop()
    const buffer = spare && spare.byteLength >= bytes ? spare : new ArrayBuffer(Math.ceil(bytes * 1.2))
    let at = 0
    const floats = (from: Float64Array): Float64Array => {
      const out = new Float64Array(buffer, at, n)
      out.set(from.subarray(0, n))
      at += out.byteLength
      return out
    }
    const words = (from: Int32Array, length = n): Int32Array => {
      const out = new Int32Array(buffer, at, length)
      out.set(from.subarray(0, length))
      at += out.byteLength
      return out
    }
    const lines = floats(this.#lines)
    const amounts = floats(this.#amounts)
    const keys = words(this.#words, n * 4)
    const days = words(this.#days)
    const periods = words(this.#periods)
    const ordinals = this.#ordinals.map(list => words(list))
    const fingerprints = new Uint8Array(buffer, keys.byteOffset, keys.byteLength)
    const starts = words(contentStarts, contentStarts.length)
    const texts = { fields: this.#textColumns, bytes: new Uint8Array(buffer, at, content.length), starts }
    texts.bytes.set(content)
    return { lines, amounts, fingerprints, days, periods, ordinals, texts }
  }

  #extra(cells: readonly string[], beyond: readonly string[]): void {
    let json = ''
    for (const e of this.#normaliser.plan.extras) {
      const text = (cells[e.column] as string).trim()
      if (text !== '') json += `${json === '' ? '' : ','}${e.json}${JSON.stringify(text)}`
    }
    for (const [i, cell] of beyond.entries()) {
      const text = cell.trim()
      if (text !== '')
        json += `${json === '' ? '' : ','}"Column ${cells.length + i + 1}":${JSON.stringify(text)}`
    }
    if (json !== '') this.#texts.append(`{${json}}`)
    this.#texts.end()
  }

  /** What an account's first row leaves empty a later one may state; what is stated once stays for this file. */
  #detail(cellOf: (column: number) => string, ordinal: number): void {
    if (ordinal === 0 || this.#accountsKnown.has(ordinal)) return
    const columns = this.#normaliser.plan.accountDetail
    const known = this.#accountsBegun.get(ordinal)
    const details = columns.map((column, i) => {
      if (column < 0 || known?.[i]) return known?.[i] ?? ''
      const text = cellOf(column).trim()
      return i === 0 ? accountTypeOf(text) : text
    })
    if (details.every((text, i) => text === (known?.[i] ?? (known ? '' : undefined)))) return
    this.#accountsBegun.set(ordinal, details)
    if (details.every((text, i) => text !== '' || (columns[i] as number) < 0))
      this.#accountsKnown.add(ordinal)
    this.#accounts.push({ ordinal, details })
  }

  #fingerprint(at: number): void {
    const n = this.#normaliser
    if (n.currency !== this.#currency) this.#setCurrency(n.currency)
    const currency = this.#currencyHash
    hashRow(n.sums, n.day, n.amount, currency, 1, this.#words, at * 4)
    const occurrence = this.#occurrences.next(
      this.#words[at * 4] as number,
      this.#words[at * 4 + 1] as number,
    )
    if (occurrence > 1) hashRow(n.sums, n.day, n.amount, currency, occurrence, this.#words, at * 4)
    prefixDay(this.#words, at * 4, n.day)
  }
  /** Rows come in long stretches of one, whose hash is not looked up again. */
  #setCurrency(currency: string): void {
    let hash = this.#currencies.get(currency)
    if (hash === undefined) {
      hashText(currency, 0, this.#key, 0)
      hash = this.#key[0] as number
      this.#currencies.set(currency, hash)
    }
    this.#currency = currency
    this.#currencyHash = hash
  }
}

const NO_CELL = (): string => ''
