import { hashAscii, hashText } from '../analysis/fingerprint/index.ts'
import type { Plan } from '../analysis/rows/plan.ts'
import type { TextBuffer } from './texts.ts'

const QUOTE = Buffer.from('"')
const END = Buffer.from('}')

/**
 * The texts that an entry keeps of a line: those of the plan, then its extras. They stay the bytes that they are; only one that has
 * more than ASCII becomes a string on its way.
 */
export class RowTexts {
  readonly #count: number
  /** Where the last row's texts lie, trimmed, or the string. */
  readonly #froms: Int32Array
  readonly #tos: Int32Array
  readonly #strings: (string | undefined)[]
  /** What stands before the first of a row's extras, and before a further one. */
  readonly #firstKeys: Buffer[]
  readonly #nextKeys: Buffer[]
  readonly #hash = new Int32Array(4)
  #bytes: Buffer = Buffer.alloc(0)

  constructor({ texts, extras }: Pick<Plan, 'texts' | 'extras'>) {
    const all = texts.length + extras.length
    this.#count = texts.length
    this.#froms = new Int32Array(all)
    this.#tos = new Int32Array(all)
    this.#strings = Array.from({ length: all }, () => undefined)
    this.#firstKeys = extras.map(e => Buffer.from(`{${e.json}`))
    this.#nextKeys = extras.map(e => Buffer.from(`,${e.json}`))
  }

  start(bytes: Buffer): void {
    this.#bytes = bytes
  }

  /** The row's text with this index lies at `start … end`; its hash is added to `sums`. */
  take(index: number, start: number, end: number, seed: number, sums: Int32Array): void {
    const bytes = this.#bytes
    let [from, to] = [start, end]
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
    for (let i = 0; i < 4; i++) sums[i] = (sums[i] as number) + (this.#hash[i] as number)
  }

  /** The plan's texts, then the extras as one JSON object or ''. */
  write(into: TextBuffer): void {
    const count = this.#count
    for (let i = 0; i < count; i++) {
      const text = this.#strings[i]
      if (text === undefined) into.appendBytes(this.#bytes, this.#froms[i] as number, this.#tos[i] as number)
      else into.append(text)
      into.end()
    }
    let some = false
    for (let e = 0; e < this.#firstKeys.length; e++) {
      const [from, to] = [this.#froms[count + e] as number, this.#tos[count + e] as number]
      const text = this.#strings[count + e]
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
}

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
