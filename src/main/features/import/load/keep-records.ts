import { PiecePacker } from '../../../files/pieces.ts'

const PIECE = 256 * 1024
const TEXT = 64 * 1024

/** Keeps a file's bytes in pieces cut anywhere, for files that are not looked into by lines. */
export class BytesKeeper {
  #pending: Uint8Array[] = []
  #length = 0
  #byte = 0
  #sequence = 0
  #work: Promise<void> = Promise.resolve()
  readonly #packer = new PiecePacker()
  readonly #put: (piece: { sequence: number; firstLine: number; firstByte: number; data: Uint8Array }) => void

  constructor(
    put: (piece: { sequence: number; firstLine: number; firstByte: number; data: Uint8Array }) => void,
  ) {
    this.#put = put
  }

  bytes(bytes: Uint8Array): void {
    this.#pending.push(bytes)
    this.#length += bytes.length
    if (this.#length >= PIECE) this.#piece()
  }

  async end(): Promise<void> {
    if (this.#length > 0) this.#piece()
    await this.#work
  }

  /** Also where not all was kept: once what is under way has come to its end. */
  close(): void {
    const close = (): void => this.#packer.close()
    void this.#work.then(close, close)
  }

  #piece(): void {
    const bytes = Buffer.concat(this.#pending)
    // No line begins here: only records that are kept apart are looked for in such a file.
    const piece = { sequence: this.#sequence++, firstLine: 0, firstByte: this.#byte }
    this.#byte += bytes.length
    this.#pending = []
    this.#length = 0
    const packed = this.#packer.pack(bytes)
    this.#work = this.#work.then(async () => this.#put({ ...piece, data: await packed }))
  }
}

/** Keeps records with their places, their text in the file and their cells: what an entry's lineage shows. */
export class RecordKeeper {
  #lines: string[] = []
  #length = 0
  #first = 0
  #sequence = 0
  #work: Promise<void> = Promise.resolve()
  readonly #packer = new PiecePacker()
  readonly #put: (piece: { sequence: number; firstLine: number; data: Uint8Array }) => void

  constructor(put: (piece: { sequence: number; firstLine: number; data: Uint8Array }) => void) {
    this.#put = put
  }

  /** Places grow. */
  add(place: number, text: string, cells: readonly string[]): void {
    if (this.#length === 0) this.#first = place
    const line = JSON.stringify([place, text.slice(0, 65_536), cells])
    this.#lines.push(line)
    this.#length += line.length
    if (this.#length >= TEXT) this.#piece()
  }

  async end(): Promise<void> {
    if (this.#length > 0) this.#piece()
    await this.#work
  }

  /** Also where not all was kept: once what is under way has come to its end. */
  close(): void {
    const close = (): void => this.#packer.close()
    void this.#work.then(close, close)
  }

  #piece(): void {
    const text = this.#lines.join('\n')
    const piece = { sequence: this.#sequence++, firstLine: this.#first }
    this.#lines = []
    this.#length = 0
    const packed = this.#packer.pack(text)
    this.#work = this.#work.then(async () => this.#put({ ...piece, data: await packed }))
  }
}
