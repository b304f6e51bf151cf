import { TextReader, textOf } from '../text/decode.ts'

/** A physical line without its end. `tooLong`: only its first 4,096 characters are given, the rest was skipped. */
export interface Line {
  text: string
  /** From 1. */
  line: number
  tooLong: boolean
}

/** The longest line that is read whole, in characters. */
const MAX_LINE = 1_048_576
const KEPT = 4096

/**
 * Lines of a text file as it streams in, decoded as text/decode.ts says. Ends \n, \r\n and \r are taken alike. `reader` tells afterwards
 * what became of the bytes. They come in the lots of the pieces, each to be read through before the next: a step of an asynchronous loop
 * costs more than a line.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  reader = new TextReader(),
): AsyncGenerator<Iterable<Line>, void, undefined> {
  const cutter = new LineCutter()
  for await (const piece of textOf(bytes, () => reader)) yield cutter.push(piece)
  yield cutter.end()
}

class LineCutter {
  #held: string[] = []
  #heldLength = 0
  #line = 1
  #afterCr = false
  #skipping = false;

  *push(piece: string): Generator<Line> {
    let from = 0
    // A line end that is not there is looked for once a piece, not once a line.
    let cr = piece.indexOf('\r')
    let lf = piece.indexOf('\n')
    while (from < piece.length) {
      if (this.#afterCr) {
        this.#afterCr = false
        if (piece[from] === '\n') {
          from++
          continue
        }
      }
      if (cr >= 0 && cr < from) cr = piece.indexOf('\r', from)
      if (lf >= 0 && lf < from) lf = piece.indexOf('\n', from)
      const end = cr < 0 ? lf : lf < 0 ? cr : Math.min(cr, lf)
      if (end < 0) {
        yield* this.#hold(piece.slice(from))
        return
      }
      yield* this.#finish(piece.slice(from, end))
      this.#afterCr = end === cr
      from = end + 1
    }
  }

  *end(): Generator<Line> {
    if (this.#heldLength > 0 || this.#skipping) yield* this.#finish('')
  }

  *#hold(part: string): Generator<Line> {
    if (this.#skipping) return
    this.#held.push(part)
    this.#heldLength += part.length
    if (this.#heldLength <= MAX_LINE) return
    yield { text: this.#held.join('').slice(0, KEPT), line: this.#line, tooLong: true }
    this.#skipping = true
    this.#held = []
    this.#heldLength = 0
  }

  *#finish(last: string): Generator<Line> {
    if (!this.#skipping) {
      const text = this.#heldLength === 0 ? last : this.#held.join('') + last
      const tooLong = text.length > MAX_LINE
      yield { text: tooLong ? text.slice(0, KEPT) : text, line: this.#line, tooLong }
    }
    this.#skipping = false
    this.#held = []
    this.#heldLength = 0
    this.#line++
  }
}

const WINDOWS_1252 = new TextDecoder('windows-1252')

/** The head of a file as text for sniffing: any single-byte encoding or UTF-16. */
export const headText = (head: Uint8Array): string => WINDOWS_1252.decode(head).replaceAll('\0', '')
