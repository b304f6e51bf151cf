import type { Block, Broken, Mark } from './csv/block.ts'

/** Records that came cut already: a sheet's rows, a statement's movements. */
export class RowsBlock implements Block {
  readonly rows: string[][] = []
  readonly lines: number[] = []
  readonly broken: Broken[] = []
  readonly notes: { line: number; code: string; message: string }[] = []
  readonly marks: Mark[] = []
  readonly #raws: string[] = []

  get count(): number {
    return this.rows.length
  }

  add(line: number, row: string[], raw: string): void {
    this.lines.push(line)
    this.rows.push(row)
    this.#raws.push(raw)
  }

  row(index: number): string[] {
    return this.rows[index] as string[]
  }

  line(index: number): number {
    return this.lines[index] as number
  }

  raw(index: number): string {
    return this.#raws[index] as string
  }
}
