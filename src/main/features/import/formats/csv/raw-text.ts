/** Text that was cut into records at one go. */
export interface Piece {
  /** Index of its first record in the block, that record's line, and how many there are. */
  from: number
  line: number
  count: number
  /** Ends with its last record, or with that record's line end. */
  text: string
}

/** Finds records' own text by counting lines; rows are mostly asked for in their order, so the search goes on from the last. */
export class RawText {
  #piece: Piece | undefined
  #line = 0
  #offset = 0
  readonly #pieces: readonly Piece[]
  readonly #lines: readonly number[]

  constructor(pieces: readonly Piece[], lines: readonly number[]) {
    this.#pieces = pieces
    this.#lines = lines
  }

  of(index: number): string {
    const piece = this.#pieces.find(p => index >= p.from && index < p.from + p.count)
    const line = this.#lines[index]
    if (!piece || line === undefined) return ''
    const from = this.#seek(piece, line - piece.line)
    if (index + 1 >= piece.from + piece.count)
      return piece.text.slice(from, piece.text.endsWith('\n') ? -1 : undefined)
    const to = this.#seek(piece, (this.#lines[index + 1] as number) - piece.line) - 1
    return piece.text.slice(from, to)
  }

  #seek(piece: Piece, line: number): number {
    if (piece !== this.#piece || line < this.#line) {
      this.#piece = piece
      this.#line = 0
      this.#offset = 0
    }
    for (; this.#line < line; this.#line++) {
      const at = piece.text.indexOf('\n', this.#offset)
      if (at < 0) return piece.text.length + 1
      this.#offset = at + 1
    }
    return this.#offset
  }
}
