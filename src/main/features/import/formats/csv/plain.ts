import type { Block } from './block.ts'

const LINE_END = 10

/**
 * A piece of the file without a single quote in it: lines are records, and need not be cut into strings before somebody asks for
 * them. It is held as the bytes of its UTF-8, which a UTF-8 file has already: decoding a file to find its numbers and known cells in
 * it would cost more than finding them.
 */
export class PlainBlock implements Block {
  readonly broken: Block['broken'] = []
  readonly bytes: Buffer
  /** Where each record begins in `bytes`; one more than there are records. Each ends with a line end. */
  readonly starts: Int32Array
  readonly count: number
  readonly #firstLine: number
  readonly #delimiter: string
  #rows: string[][] | undefined
  #lines: number[] | undefined

  /** `bytes` ends with a line end. */
  constructor(bytes: Buffer, firstLine: number, delimiter: string) {
    this.bytes = bytes
    this.#firstLine = firstLine
    this.#delimiter = delimiter
    let starts = new Int32Array(4096)
    let count = 0
    for (let at = 0; at < bytes.length;) {
      at = bytes.indexOf(LINE_END, at) + 1
      count++
      if (count === starts.length) {
        const wider = new Int32Array(starts.length * 2)
        wider.set(starts)
        starts = wider
      }
      starts[count] = at
    }
    this.starts = starts.subarray(0, count + 1)
    this.count = count
  }

  get rows(): string[][] {
    return (this.#rows ??= Array.from({ length: this.count }, (_, i) => this.row(i)))
  }

  get lines(): number[] {
    return (this.#lines ??= Array.from({ length: this.count }, (_, i) => this.#firstLine + i))
  }

  row(index: number): string[] {
    return this.raw(index).split(this.#delimiter)
  }

  line(index: number): number {
    return this.#firstLine + index
  }

  raw(index: number): string {
    return this.bytes.toString('utf8', this.starts[index], (this.starts[index + 1] as number) - 1)
  }
}
