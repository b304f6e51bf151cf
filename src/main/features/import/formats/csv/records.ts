import Papa from 'papaparse'
import type { Block } from './block.ts'
import { PlainBlock } from './plain.ts'
import { RawText, type Piece } from './raw-text.ts'

/** The longest record that is read, in characters: beyond it a quote was left open, or it is no table. */
export const MAX_RECORD = 1_048_576
// After this many open quotes every line stands on its own, or each would be searched to the cap again.
const MAX_OPEN_QUOTES = 16

interface PapaRows {
  data: string[][]
  meta: { cursor: number }
  errors: { type: string; code: string; row?: number }[]
}
interface PapaParser {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): PapaRows
}

/**
 * Cuts decoded text into records with papaparse's own parser: rows are arrays, never objects. Text comes in pieces of any
 * length. Line ends \n and \r\n are taken alike, \r alone where `loneCr` says that the file uses it.
 */
export class RecordReader {
  #rest = ''
  #line = 1
  #openQuotes = 0
  #skipping = false
  #heldCr = false
  readonly #quoted: PapaParser
  readonly #plain: PapaParser
  readonly #loneCr: boolean
  readonly #delimiter: string

  constructor(delimiter: string, loneCr: boolean) {
    const Parser = Papa.Parser as unknown as new (config: object) => PapaParser
    this.#quoted = new Parser({ delimiter, newline: '\n' })
    this.#plain = new Parser({ delimiter, newline: '\n', fastMode: true })
    this.#loneCr = loneCr
    this.#delimiter = delimiter
  }

  /** The physical line on which the next record begins. */
  get line(): number {
    return this.#line
  }

  push(piece: string): Block {
    return this.#cut(this.#ends(piece, false), false)
  }

  /** Whether the next piece begins with a record and not within one. */
  get between(): boolean {
    return this.#rest === '' && !this.#heldCr && !this.#skipping && this.#openQuotes < MAX_OPEN_QUOTES
  }

  /** Whole lines, as UTF-8, that hold neither quotes nor carriage returns and are no longer than a record may be. Only while `between`. */
  pushPlain(lines: Buffer): PlainBlock {
    const block = new PlainBlock(lines, this.#line, this.#delimiter)
    this.#line += block.count
    return block
  }

  /** The last records, once all text was pushed. */
  end(): Block {
    return this.#cut(this.#ends('', true), true)
  }

  #ends(piece: string, last: boolean): string {
    let text = this.#heldCr ? `\r${piece}` : piece
    this.#heldCr = false
    if (!last && text.endsWith('\r')) {
      this.#heldCr = true
      text = text.slice(0, -1)
    }
    if (!text.includes('\r')) return text
    const unix = text.replaceAll('\r\n', '\n')
    return this.#loneCr ? unix.replaceAll('\r', '\n') : unix
  }

  #cut(piece: string, last: boolean): Block {
    const rows: string[][] = []
    const lines: number[] = []
    const pieces: Piece[] = []
    const broken: Block['broken'] = []
    let text = this.#rest + piece
    this.#rest = ''
    if (!last) {
      const block = this.#unquoted(text)
      if (block) return block
    }
    if (this.#skipping) text = this.#skipToLineEnd(text)
    while (text.length > 0) {
      const alone = this.#openQuotes >= MAX_OPEN_QUOTES
      if (alone) {
        const end = last ? text.length : text.lastIndexOf('\n') + 1
        this.#lineByLine(text.slice(0, end), rows, lines, broken, pieces)
        text = text.slice(end)
        if (!last && text.length > MAX_RECORD) text = this.#breakLine(text, broken, 'record-too-long', last)
        break
      }
      const parsed = this.#quoted.parse(text, 0, !last)
      const swallowed = firstOf(swallowing(parsed), beyondCap(parsed.data, text))
      const open = swallowed >= 0 || (last && parsed.errors.some(e => e.code === 'MissingQuotes'))
      const kept = open ? parsed.data.slice(0, swallowed) : parsed.data
      // papaparse gives one more, empty, row where the text ends with a line end.
      if (last && !open && text.endsWith('\n') && isEmpty(kept.at(-1))) kept.pop()
      const taken = { from: rows.length, line: this.#line, count: kept.length, text }
      this.#take(kept, rows, lines)
      const rest = open ? this.#openRest(text, taken.line) : last ? '' : text.slice(parsed.meta.cursor)
      taken.text = text.slice(0, text.length - rest.length)
      if (kept.length > 0) pieces.push(taken)
      text = rest
      if (last && !open) break
      if (!open && text.length <= MAX_RECORD) break
      // What is left is one record that never ends, or ends too late: its first line is put aside, and reading goes on behind it.
      this.#openQuotes++
      const quote = open || text.slice(0, MAX_RECORD).includes('\n')
      text = this.#breakLine(text, broken, quote ? 'open-quote' : 'record-too-long', last)
      if (this.#skipping) break
    }
    this.#rest = text
    const raw = new RawText(pieces, lines)
    return {
      count: rows.length,
      rows,
      lines,
      broken,
      row: index => rows[index] as string[],
      line: index => lines[index] as number,
      raw: index => raw.of(index),
    }
  }

  /** Whole lines of a text that holds no quote: by far the most of most files, and quickly cut. */
  #unquoted(text: string): PlainBlock | undefined {
    if (this.#skipping || this.#openQuotes >= MAX_OPEN_QUOTES || text.includes('"')) return undefined
    const end = text.lastIndexOf('\n') + 1
    if (end === 0 || text.length - end > MAX_RECORD || hasLongLine(text, end)) return undefined
    this.#rest = text.slice(end)
    return this.pushPlain(Buffer.from(text.slice(0, end)))
  }

  /** The text from the line that `#line` has come to. */
  #openRest(text: string, from: number): string {
    let at = 0
    for (let n = from; n < this.#line; n++) at = text.indexOf('\n', at) + 1
    return text.slice(at)
  }

  #take(data: string[][], rows: string[][], lines: number[]): void {
    for (const row of data) {
      rows.push(row)
      lines.push(this.#line)
      this.#line++
      for (const cell of row) {
        if (cell.length < 2 && cell !== '\n') continue
        for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) this.#line++
      }
    }
  }

  #breakLine(text: string, broken: Block['broken'], code: Block['broken'][0]['code'], last: boolean): string {
    const end = text.indexOf('\n')
    const whole = end >= 0 || last
    const raw = end < 0 ? text : text.slice(0, end)
    broken.push({
      line: this.#line,
      code: raw.length > MAX_RECORD ? 'record-too-long' : code,
      raw: raw.slice(0, 4096),
    })
    this.#line++
    if (whole) return end < 0 ? '' : text.slice(end + 1)
    this.#skipping = true
    return ''
  }

  #skipToLineEnd(text: string): string {
    const end = text.indexOf('\n')
    if (end < 0) return ''
    this.#skipping = false
    return text.slice(end + 1)
  }

  /** One quote, and a field begins with it: nothing on this line closes it, and the parser need not look for what does. */
  #isOpen(line: string, first: number): boolean {
    if (first < 0 || line.includes('"', first + 1)) return false
    return first === 0 || line.startsWith(this.#delimiter, first - this.#delimiter.length)
  }

  #lineByLine(
    text: string,
    rows: string[][],
    lines: number[],
    broken: Block['broken'],
    pieces: Piece[],
  ): void {
    const physical = text.split('\n')
    if (text.endsWith('\n') || text === '') physical.pop()
    for (const line of physical) {
      const first = line.indexOf('"')
      const parsed =
        line.length > MAX_RECORD || this.#isOpen(line, first)
          ? undefined
          : (first >= 0 ? this.#quoted : this.#plain).parse(line, 0, false)
      if (
        parsed === undefined ||
        parsed.errors.some(e => e.code === 'MissingQuotes') ||
        parsed.data.length > 1
      ) {
        const code = line.length > MAX_RECORD ? 'record-too-long' : 'open-quote'
        broken.push({ line: this.#line, code, raw: line.slice(0, 4096) })
      } else {
        pieces.push({ from: rows.length, line: this.#line, count: 1, text: line })
        rows.push(parsed.data[0] ?? [''])
        lines.push(this.#line)
      }
      this.#line++
    }
  }
}

/**
 * Index of the first record that goes on over a line end although its quotes are not as they should be ("a"b): the next lines would
 * be taken for its text and lost without a word. -1 where there is none. On one line such quotes do no harm.
 */
function swallowing({ data, errors }: PapaRows): number {
  const spoilt = errors.find(
    e => e.code === 'InvalidQuotes' && data[e.row ?? -1]?.some(cell => cell.includes('\n')),
  )
  return spoilt?.row ?? -1
}

/** The earlier of two indexes, of which -1 is none. */
const firstOf = (a: number, b: number): number => (a < 0 || (b >= 0 && b < a) ? b : a)

const isEmpty = (row: string[] | undefined): boolean => row?.length === 1 && row[0] === ''

/**
 * Index of the first record longer than the cap, -1 where there is none: which records are refused must not depend on where the
 * pieces of the text happen to end.
 */
function beyondCap(rows: readonly string[][], text: string): number {
  if (text.length <= MAX_RECORD) return -1
  let from = 0
  for (const [i, row] of rows.entries()) {
    let ends = 1
    for (const cell of row) if (cell.includes('\n')) ends += cell.split('\n').length - 1
    let end = from - 1
    for (; ends > 0; ends--) {
      end = text.indexOf('\n', end + 1)
      if (end < 0) return text.length - from > MAX_RECORD ? i : -1
    }
    if (end - from > MAX_RECORD) return i
    from = end + 1
  }
  return -1
}

/** Is one of the lines, the last of which ends at `end`, longer than the cap? */
function hasLongLine(text: string, end: number): boolean {
  if (end <= MAX_RECORD) return false
  for (let from = 0; from < end;) {
    const at = text.indexOf('\n', from)
    if (at - from > MAX_RECORD) return true
    from = at + 1
  }
  return false
}
