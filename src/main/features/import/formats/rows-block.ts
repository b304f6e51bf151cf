import type { Block, Broken, Mark } from './csv/block.ts'

/** Records that came cut already: a sheet's rows, a statement's movements. */
export class RowsBlock implements Block {
  readonly rows: string[][] = []
  readonly lines: number[] = []
  readonly broken: Broken[] = []
  readonly notes: { line: number; code: string; message: string }[] = []
  readonly marks: Mark[] = []
  readonly #raws: string[] = []
  readonly #units = new Map<number, readonly (string | undefined)[]>()

  get count(): number {
    return this.rows.length
  }

  /** `units`: by column, what a workbook shows beside the number without its being in the cell. */
  add(line: number, row: string[], raw: string, units?: readonly (string | undefined)[]): void {
    if (units) this.#units.set(this.rows.length, units)
    this.lines.push(line)
    this.rows.push(row)
    this.#raws.push(raw)
  }

  row(index: number): string[] {
    return this.rows[index] as string[]
  }

  units(index: number): readonly (string | undefined)[] | undefined {
    return this.#units.get(index)
  }

  line(index: number): number {
    return this.lines[index] as number
  }

  raw(index: number): string {
    return this.#raws[index] as string
  }
}
