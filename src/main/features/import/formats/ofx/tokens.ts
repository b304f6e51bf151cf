import { LineCounter } from '../text/line-counter.ts'
import { decodeEntities } from './entities.ts'

/** A tag, the text between two, or what ends the reading. `raw` is the text as it stands in the file; names are in capitals. */
export interface Token {
  kind: 'open' | 'close' | 'text' | 'too-long' | 'doctype' | 'unclosed'
  name: string
  text: string
  raw: string
  line: number
}

/** A value of more characters is a problem, not a value. */
export const LONGEST_VALUE = 1024 * 1024
/** What looks like a tag or an instruction but has no end within this many characters is text. */
const LONGEST_TAG = 512

const TAG =
  /^<(\/?)([A-Za-z][A-Za-z0-9._-]{0,63})(?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*(\/?)>/
const INSTRUCTION = /^<\?[A-Za-z][^<>]*>/
/** What can still become a tag or an instruction when more text comes. */
const BEGUN = /^<(?:\/?(?:[A-Za-z][^<>]*)?|\?(?:[A-Za-z][^<>]*)?)$/
const BANG = '<![CDATA['

interface Part {
  text: string
  /** From a CDATA section: no character references in it. */
  literal: boolean
}

interface Inside {
  what: 'comment' | 'cdata'
  end: string
  line: number
}

/**
 * Cuts OFX of both dialects into tokens, as it comes: SGML without end tags, XML, comments, CDATA and what banks make of them. A '<' that
 * begins no tag is text. Holds one value at most, and takes time in proportion to the text.
 */
export class Tokenizer {
  readonly #lines = new LineCounter()
  #buffer = ''
  #at = 0
  #ended = false
  #inside: Inside | undefined
  #parts: Part[] = []
  #raw: string[] = []
  #length = 0
  #textLine = 1

  get line(): number {
    return this.#lines.line
  }

  *push(piece: string): Generator<Token, void, undefined> {
    this.#buffer = this.#buffer.slice(this.#at) + piece
    this.#at = 0
    yield* this.#run()
  }

  *end(): Generator<Token, void, undefined> {
    this.#ended = true
    yield* this.#run()
    yield* this.#flush()
    if (this.#inside)
      yield { kind: 'unclosed', name: this.#inside.what, text: '', raw: '', line: this.#inside.line }
  }

  *#run(): Generator<Token, void, undefined> {
    while (this.#at < this.#buffer.length) {
      if (this.#inside) {
        if (!this.#leave()) return
        continue
      }
      const next = this.#buffer.indexOf('<', this.#at)
      this.#keep(next < 0 ? this.#buffer.length : next, false)
      if (next < 0) return
      const found = this.#markup()
      if (found === 'wait') return
      if (found === 'text') this.#keep(this.#at + 1, false)
      else if (found !== 'skipped') {
        yield* this.#flush()
        yield* this.#tokens(found)
      }
    }
  }

  /** What begins at the '<' here. */
  #markup(): 'wait' | 'text' | 'skipped' | RegExpExecArray | 'doctype' {
    const window = this.#buffer.slice(this.#at, this.#at + LONGEST_TAG)
    const tag = TAG.exec(window)
    if (tag) return tag
    if (window.startsWith('<!--')) return this.#enter('comment', 4, '-->')
    if (window.startsWith(BANG)) return this.#enter('cdata', BANG.length, ']]>')
    if (/^<!doctype/i.test(window)) return 'doctype'
    const instruction = INSTRUCTION.exec(window)
    if (instruction) {
      this.#skip(this.#at + instruction[0].length)
      return 'skipped'
    }
    if (this.#ended || window.length === LONGEST_TAG) return 'text'
    const isBegun = window.startsWith('<!') ? window.length < BANG.length : BEGUN.test(window)
    return isBegun ? 'wait' : 'text'
  }

  #enter(what: 'comment' | 'cdata', length: number, end: string): 'skipped' {
    this.#inside = { what, end, line: this.#lines.line }
    this.#skip(this.#at + length)
    return 'skipped'
  }

  /** True where the end of a comment or CDATA section was found. */
  #leave(): boolean {
    const { what, end } = this.#inside as Inside
    const found = this.#buffer.indexOf(end, this.#at)
    // The last characters may be the beginning of the end.
    const kept = this.#ended ? 0 : end.length - 1
    const to = found >= 0 ? found : Math.max(this.#at, this.#buffer.length - kept)
    if (what === 'cdata') this.#keep(to, true)
    else this.#skip(to)
    if (found < 0) return false
    this.#skip(found + end.length)
    this.#inside = undefined
    return true
  }

  #skip(to: number): void {
    this.#lines.advance(this.#buffer, this.#at, to)
    this.#at = to
  }

  /** Takes text into the value, as far as a value goes. */
  #keep(to: number, literal: boolean): void {
    if (to === this.#at) return
    if (this.#length === 0) this.#textLine = this.#lines.line
    const room = Math.max(LONGEST_VALUE - this.#length, 0)
    const piece = this.#buffer.slice(this.#at, Math.min(to, this.#at + room))
    this.#length += to - this.#at
    this.#skip(to)
    if (piece === '') return
    this.#raw.push(piece)
    const last = this.#parts.at(-1)
    // A reference may be cut by the end of a piece: it is decoded when all of the value is there.
    if (last?.literal === literal) last.text += piece
    else this.#parts.push({ text: piece, literal })
  }

  *#flush(): Generator<Token, void, undefined> {
    if (this.#length === 0) return
    const line = this.#textLine
    const raw = this.#raw.join('')
    if (this.#length > LONGEST_VALUE)
      yield { kind: 'too-long', name: '', text: '', raw: raw.slice(0, 200), line }
    else {
      const text = this.#parts.map(part => (part.literal ? part.text : decodeEntities(part.text))).join('')
      yield { kind: 'text', name: '', text, raw, line }
    }
    this.#parts = []
    this.#raw = []
    this.#length = 0
  }

  *#tokens(found: RegExpExecArray | 'doctype'): Generator<Token, void, undefined> {
    const { line } = this.#lines
    if (found === 'doctype') {
      this.#skip(this.#at + 9)
      yield { kind: 'doctype', name: '', text: '', raw: '<!DOCTYPE', line }
      return
    }
    const [raw, slash, tag = '', empty] = found
    const name = tag.toUpperCase()
    this.#skip(this.#at + raw.length)
    yield { kind: slash === '/' ? 'close' : 'open', name, text: '', raw, line }
    if (slash === '' && empty === '/') yield { kind: 'close', name, text: '', raw: '', line }
  }
}
