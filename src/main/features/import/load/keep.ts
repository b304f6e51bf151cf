import type { Lender } from '../lender.ts'
import { PiecePacker } from '../../../files/pieces.ts'
import type { Encoding } from '../formats/csv/index.ts'

// A piece has at least as many bytes, but for the last.
const LEAST = 65_536
// A record of 1,048,576 characters has at most four bytes for each.
const MOST_HELD = 5 * 1024 * 1024

type PutPiece = (piece: { sequence: number; firstLine: number; firstByte: number; data: Uint8Array }) => void

/**
 * Cuts the file's bytes where records end and packs the pieces, each on its own, so that a line is found again without the
 * rest of the file. Lines are counted as the record reader counts them.
 */
export class RawKeeper {
  #pending: Uint8Array[] = []
  #line = 1
  #byte = 0
  #sequence = 0
  #work: Promise<void> = Promise.resolve()
  readonly #packer = new PiecePacker()
  readonly #wide: boolean
  readonly #low: number
  readonly #loneCr: boolean
  readonly #put: PutPiece

  readonly #lender: Lender | undefined

  constructor(encoding: Encoding, loneCr: boolean, put: PutPiece, lender?: Lender) {
    this.#lender = lender
    this.#wide = encoding === 'utf-16le' || encoding === 'utf-16be'
    this.#low = encoding === 'utf-16be' ? 1 : 0
    this.#loneCr = loneCr
    this.#put = put
  }

  bytes(bytes: Uint8Array): void {
    this.#lender?.hold(bytes)
    this.#pending.push(bytes)
  }

  /**
   * Everything before this line is done with: it becomes a piece once there is enough of it. `whole`: that is all there is, and the
   * line's place need not be looked for.
   */
  cut(nextLine: number, whole = false): void {
    const [first] = this.#pending
    if (whole && first && this.#pending.length === 1 && first.length >= LEAST) {
      this.#pending = []
      this.#piece(first, nextLine)
      return
    }
    const all = this.#own()
    const end = whole ? all.length : this.#offset(all, nextLine - this.#line)
    if (end === undefined || end < LEAST) {
      this.#pending = all.length > MOST_HELD ? this.#cutAnywhere(all) : [all]
      return
    }
    this.#piece(all.subarray(0, end), nextLine)
    this.#pending = [all.subarray(end)]
  }

  /** The rest; resolves once all pieces are out. */
  async end(): Promise<void> {
    const all = this.#own()
    this.#pending = []
    if (all.length > 0) this.#piece(all, this.#line)
    await this.#work
  }

  /** Also where not all was kept: once what is under way has come to its end. */
  close(): void {
    const close = (): void => this.#packer.close()
    void this.#work.then(close, close)
  }

  /** All that is pending, copied: nothing of it is held any more. */
  #own(): Buffer {
    const all = Buffer.concat(this.#pending)
    for (const bytes of this.#pending) this.#lender?.release(bytes)
    return all
  }

  /** No record is as long, so that it is a line which none is read from: it would be held whole, and copied with every piece that comes. */
  #cutAnywhere(all: Buffer): Buffer[] {
    const cut = all.subarray(0, all.length & ~1)
    let ends = 0
    for (let rest = cut, at = this.#offset(rest, 1); at !== undefined; at = this.#offset(rest, 1)) {
      rest = rest.subarray(at)
      ends++
    }
    this.#piece(cut, this.#line + ends)
    return [all.subarray(cut.length)]
  }

  #piece(bytes: Uint8Array, nextLine: number): void {
    const piece = { sequence: this.#sequence++, firstLine: this.#line, firstByte: this.#byte }
    this.#line = nextLine
    this.#byte += bytes.length
    const packed = this.#packer.pack(bytes)
    // In order, and never more than a few at once: each waits for the one before.
    this.#work = this.#work.then(async () => {
      const data = await packed
      this.#lender?.release(bytes)
      this.#put({ ...piece, data })
    })
  }

  /** Where the line begins that is `lines` further; undefined where it is not there yet. */
  #offset(all: Buffer, lines: number): number | undefined {
    if (lines <= 0) return lines === 0 ? 0 : undefined
    let left = lines
    if (!this.#wide && !this.#loneCr) {
      for (let at = all.indexOf(10); at >= 0; at = all.indexOf(10, at + 1)) if (--left === 0) return at + 1
      return undefined
    }
    const step = this.#wide ? 2 : 1
    const unit = (at: number): number =>
      this.#wide
        ? (all[at + this.#low] as number) | ((all[at + 1 - this.#low] as number) << 8)
        : (all[at] as number)
    for (let at = 0; at + step <= all.length; at += step) {
      const code = unit(at)
      const isEnd =
        code === 10 || (this.#loneCr && code === 13 && at + step < all.length && unit(at + step) !== 10)
      if (isEnd && --left === 0) return at + step
    }
    return undefined
  }
}
