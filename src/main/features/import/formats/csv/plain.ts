import type { Block } from './block.ts'

/**
 * A piece of the file without a single quote in it: lines are records, and need not be cut into strings before somebody asks for
 * them.
 */
export class PlainBlock implements Block {
  readonly broken: Block['broken'] = []
  readonly text: string
  /** Where each record begins in `text`; one more than there are records. Each ends with a line end. */
  readonly starts: Int32Array
  readonly count: number
  readonly #firstLine: number
  readonly #delimiter: string
  #rows: string[][] | undefined
  #lines: number[] | undefined

  /** `text` ends with a line end. */
  constructor(text: string, firstLine: number, delimiter: string) {
    this.text = text
    this.#firstLine = firstLine
    this.#delimiter = delimiter
    let starts = new Int32Array(4096)
    let count = 0
    for (let at = 0; at >= 0 && at < text.length;) {
      at = text.indexOf('\n', at) + 1
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
    return this.text.slice(this.starts[index], (this.starts[index + 1] as number) - 1)
  }
}
