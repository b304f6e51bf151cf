import type { PreviewFile } from '../../../../shared/contract/import.ts'
import { normaliseHeader } from '../analysis/mapping/headers.ts'
import { mayNameEntries, namesEntries } from '../analysis/rows/other-tables.ts'
import type { Layout } from '../formats/csv/index.ts'
import { headerLine, type Piece } from './file.ts'

export type Tables = NonNullable<PreviewFile['tables']>

/** More are no tables, but a text that looks like their headers. */
const MOST = 50

/** The tables of entries that stand one under another in a file, numbered from 1 as their headers come. */
export class TableList {
  readonly found: Tables = []
  readonly #known = new Set<string>()
  readonly #from: number

  /** `first`: the layout of the one that is read unless another is asked for. */
  constructor(first: Layout) {
    this.#from = headerLine(first)
    if (first.header) this.#add(first.header, this.#from)
  }

  /** A row that names entries' columns (`namesEntries`), and its line; returns whether a table begins that was not known before. */
  see(row: readonly string[], line: number): boolean {
    if (this.found.length === 0 || line <= this.#from || this.found.length >= MOST) return false
    return this.#add(row, line)
  }

  #add(row: readonly string[], line: number): boolean {
    const last = row.findLastIndex(cell => cell.trim() !== '') + 1
    const columns = row.slice(0, last).map(cell => cell.trim().replace(/\s+/g, ' '))
    const shape = columns.map(normaliseHeader).join('\n')
    if (this.#known.has(shape)) return false
    this.#known.add(shape)
    this.found.push({ number: this.found.length + 1, line, columns })
    return true
  }
}

/** The layout of a file's table of that number; undefined where it has fewer, with how many there are. */
export async function layoutOfTable(
  first: Layout,
  number: number,
  records: AsyncIterable<Piece>,
): Promise<{ layout: Layout | undefined; count: number }> {
  const list = new TableList(first)
  if (number === 1) return { layout: first, count: 1 }
  for await (const { block } of records)
    for (let i = 0; i < block.count; i++) {
      const row = block.row(i)
      const line = block.line(i)
      const isHeader = mayNameEntries(row) && namesEntries(row) && list.see(row, line)
      if (!isHeader || list.found.length < number) continue
      const width = list.found.at(-1)?.columns.length ?? row.length
      return { layout: { ...first, skipLines: line - 1, hasHeader: true, header: row, width }, count: number }
    }
  return { layout: undefined, count: list.found.length }
}
