import { hashRow, hashText, prefixDay } from '../analysis/fingerprint/index.ts'
import { Occurrences } from '../analysis/fingerprint/occurrences.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import { accountTypeOf } from '../analysis/rows/flow.ts'
import { TEXT_FIELDS, type TextField } from '../analysis/rows/plan.ts'
import type { AccountDetailRow, RowChunk } from './chunk.ts'

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
  #texts: Record<string, string[] | undefined> = {}
  #extras: string[] | undefined
  #forced: number[] = []
  readonly #sent: number[]
  /** What is known of accounts so far, by ordinal; and those of which nothing is missing. */
  readonly #accountsBegun = new Map<number, string[]>()
  readonly #accountsKnown = new Set<number>()
  #accounts: AccountDetailRow[] = []
  readonly #spare: ArrayBuffer[] = []
  readonly #occurrences = new Occurrences()
  readonly #currencies = new Map<string, number>()
  readonly #key = new Int32Array(4)
  readonly #normaliser: Normaliser
  readonly #account: number
  readonly #detailed: boolean

  constructor(normaliser: Normaliser) {
    this.#normaliser = normaliser
    const { dimensions, accountDetail } = normaliser.plan
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
    this.#texts = Object.fromEntries(plan.texts.map(t => [t.field, [] as string[]]))
    this.#extras = undefined
    this.#forced = []
    this.#accounts = []
  }

  /** Takes the row that the normaliser read last. `beyond`: fields behind the last column, kept as text. */
  add(cells: readonly string[], line: number, beyond: readonly string[], forced: boolean): void {
    const n = this.#normaliser
    const { plan } = n
    const at = this.#rows++
    this.#lines[at] = line
    this.#days[at] = n.day
    this.#periods[at] = n.postingPeriod
    this.#amounts[at] = n.amount
    for (let d = 0; d < this.#ordinals.length; d++)
      (this.#ordinals[d] as Int32Array)[at] = n.ordinals[d] as number
    for (const t of plan.texts) (this.#texts[t.field] as string[]).push((cells[t.column] as string).trim())
    this.#extra(at, cells, beyond)
    if (this.#detailed) this.#detail(cells, n.ordinals[this.#account] as number)
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
      texts: Object.fromEntries(TEXT_FIELDS.map(f => [f, this.#texts[f]])) as Record<
        TextField,
        string[] | undefined
      >,
      extras: this.#extras,
      members,
      forced: this.#forced,
      left: [],
    }
    return { chunk, accounts: this.#accounts }
  }

  /** Copies of the columns, all in one buffer: so many small ones would cost more to hand over, and to clear away, than to fill. */
  #columns(
    n: number,
  ): Pick<RowChunk, 'lines' | 'days' | 'periods' | 'amounts' | 'ordinals' | 'fingerprints'> {
    const bytes = n * (16 + 16 + 8 + this.#ordinals.length * 4)
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
    return { lines, amounts, fingerprints, days, periods, ordinals }
  }

  #extra(at: number, cells: readonly string[], beyond: readonly string[]): void {
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
    if (json === '' && this.#extras === undefined) return
    this.#extras ??= Array.from({ length: at }, () => '')
    while (this.#extras.length < at) this.#extras.push('')
    this.#extras.push(json === '' ? '' : `{${json}}`)
  }

  /** What an account's first row leaves empty a later one may state; what is stated once stays for this file. */
  #detail(cells: readonly string[], ordinal: number): void {
    if (ordinal === 0 || this.#accountsKnown.has(ordinal)) return
    const columns = this.#normaliser.plan.accountDetail
    const known = this.#accountsBegun.get(ordinal)
    const details = columns.map((column, i) => {
      if (column < 0 || known?.[i]) return known?.[i] ?? ''
      const text = (cells[column] as string).trim()
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
    let currency = this.#currencies.get(n.currency)
    if (currency === undefined) {
      hashText(n.currency, 0, this.#key, 0)
      currency = this.#key[0] as number
      this.#currencies.set(n.currency, currency)
    }
    hashRow(n.sums, n.day, n.amount, currency, 1, this.#words, at * 4)
    const occurrence = this.#occurrences.next(
      this.#words[at * 4] as number,
      this.#words[at * 4 + 1] as number,
    )
    if (occurrence > 1) hashRow(n.sums, n.day, n.amount, currency, occurrence, this.#words, at * 4)
    prefixDay(this.#words, at * 4, n.day)
  }
}
