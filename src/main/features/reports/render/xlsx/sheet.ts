import type { Cell as XlsxCell, CellStyle, WriteSheet } from 'hucre/xlsx'
import type { Cell, Column, Paragraph, ReportTable } from '../../../../../shared/report/document.ts'
import { crosses } from '../../../../../shared/report/figure.ts'
import { columnLetters, PERCENT, quoted, xlsxValue } from './cells.ts'

type Cells = Map<string, Partial<XlsxCell>>

export const HEAD: CellStyle = {
  font: { bold: true },
  alignment: { wrapText: true, vertical: 'bottom' },
  border: { bottom: { style: 'thin', color: { rgb: '85857D' } } },
}
const TOTAL: CellStyle = {
  font: { bold: true },
  border: { top: { style: 'thin', color: { rgb: '85857D' } } },
}

/** Where a figure was written. */
export interface Place {
  figure: string
  sheet: string
  cell: string
}

/** One sheet: cells by place, the widest text of each column, and where its first table's header ends. */
export class Sheet {
  readonly name: string
  readonly cells: Cells = new Map()
  readonly images: NonNullable<WriteSheet['images']> = []
  readonly places: Place[] = []
  /** Sums over other sheets that are still to be written. */
  readonly sums: { label: string; cell: Cell; formula: string }[] = []
  /** Amounts that had to be written as text. */
  exact = 0
  row = 0
  frozen: { rows: number; columns: number } | undefined
  readonly #widths: number[] = []

  constructor(name: string) {
    this.name = name
  }

  /** Strings stay strings whatever they begin with: they are never written as formulas. */
  text(row: number, column: number, value: string, style?: CellStyle): void {
    this.cells.set(`${row},${column}`, { value, type: 'string', ...(style && { style }) })
  }

  heading(title: string, under: string): void {
    this.text(0, 0, title, { font: { bold: true, size: 14 } })
    this.text(1, 0, under, { font: { color: { rgb: '63666D' } } })
    this.row = 2
  }

  line(text: string): void {
    this.text(this.row, 0, text, { font: { color: { rgb: '474A51' } } })
    this.row += 1
  }

  /** A sentence, and beneath it each of its figures in a cell of its own: a number within a text is nothing that a sheet could compute with. */
  prose({ text, marks = [] }: Paragraph, nameOf: (figure: string) => string): void {
    for (const line of text.split('\n')) this.line(line)
    for (const { cell } of marks) {
      if (!('figure' in cell) || cell.figure === undefined) continue
      const name = nameOf(cell.figure)
      this.text(this.row, 0, name, { alignment: { indent: 1 } })
      this.#wide(0, name.length)
      this.cell(this.row, 1, cell)
      this.row += 1
    }
  }

  /** Whether a figure has a cell on this sheet. */
  has(figure: string): boolean {
    return this.places.some(place => place.figure === figure)
  }

  cell(
    row: number,
    column: number,
    cell: Cell,
    style: CellStyle = {},
    formula?: { text: string; result: number | null },
  ): void {
    const { value, format, exact } = xlsxValue(cell)
    if (exact) this.exact += 1
    if (value === null && !formula) return
    const styled = {
      ...style,
      ...(format && { numFmt: formula && cell.kind === 'percent' ? PERCENT : format }),
    }
    const typed = value instanceof Date ? 'date' : typeof value === 'number' ? 'number' : 'string'
    this.cells.set(`${row},${column}`, {
      value: formula ? formula.result : value,
      type: formula ? 'formula' : typed,
      style: exact ? { ...styled, alignment: { horizontal: 'right' } } : styled,
      ...(formula &&
        !exact && {
          formula: formula.text,
          ...(formula.result !== null && { formulaResult: formula.result }),
        }),
    })
    if ('figure' in cell && cell.figure !== undefined)
      this.places.push({ figure: cell.figure, sheet: this.name, cell: `${columnLetters(column)}${row + 1}` })
    this.#wide(
      column,
      value instanceof Date
        ? 10
        : typeof value === 'number'
          ? Math.abs(value).toFixed(2).length * 1.35 + 5
          : (value ?? '').length,
    )
  }

  #wide(column: number, characters: number): void {
    this.#widths[column] = Math.max(this.#widths[column] ?? 0, Math.min(60, characters + 1))
  }

  /** A table with formulas where a person would expect them: sums, differences, shares. What a formula gives is stored with it. */
  table(table: ReportTable, columns: readonly Column[]): void {
    const head = this.row
    for (const [c, column] of columns.entries()) {
      this.text(
        head,
        c,
        column.label,
        column.kind === 'text' ? HEAD : { ...HEAD, alignment: { ...HEAD.alignment, horizontal: 'right' } },
      )
      this.#wide(c, Math.min(16, column.label.length))
    }
    this.frozen ??= { rows: head + 1, columns: columns.filter(column => column.fixed === true).length }
    const first = head + 1
    const last = head + table.rows.length
    const totalsRow = table.totals ? last + 1 : undefined
    const write = (cells: readonly Cell[], row: number, style: CellStyle): void => {
      for (const [c, cell] of cells.entries()) {
        const column = columns[c] as Column
        const formula =
          row === totalsRow && column.sum === true
            ? sumOf(table.rows, c, cell, first, last)
            : rowFormula(columns, column, cells, row, totalsRow, table.totals)
        this.cell(row, c, cell, style, formula)
      }
    }
    for (const [r, cells] of table.rows.entries()) write(cells, first + r, {})
    if (table.totals && totalsRow !== undefined) write(table.totals, totalsRow, TOTAL)
    this.row = (totalsRow ?? last) + 1
    if (table.note) this.line(table.note)
    this.row += 1
  }

  /** Right of the tables, so that they keep their header at the top. */
  picture(png: Uint8Array, width: number, height: number, altText: string): void {
    const beside = Math.max(...this.#widths.keys(), 0) + 2
    const used = this.images.reduce((sum, image) => sum + Math.ceil((image.height ?? 0) / 20) + 1, 2)
    this.images.push({
      data: png,
      type: 'png',
      anchor: { from: { row: used, col: beside } },
      width,
      height,
      altText,
    })
  }

  write(): WriteSheet {
    return {
      name: this.name,
      cells: this.cells,
      columns: Array.from(this.#widths, width => ({ width: Math.max(9, width ?? 9) })),
      ...(this.frozen && { freezePane: this.frozen }),
      ...(this.images.length > 0 && { images: this.images }),
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    }
  }
}

export const numberOf = (cell: Cell | undefined): number | null => {
  const value = cell && xlsxValue(cell).value
  return typeof value === 'number' ? value : null
}

/** SUM where the column really adds up to its total, digit by digit; else the total alone. */
function sumOf(rows: readonly Cell[][], column: number, total: Cell, first: number, last: number) {
  if ((total.kind !== 'money' && total.kind !== 'count') || total.value === null) return undefined
  let sum = 0n
  for (const row of rows) {
    const cell = row[column]
    if (cell?.kind !== total.kind || cell.value === null || xlsxValue(cell).exact) return undefined
    sum += BigInt(cell.value)
  }
  if (sum !== BigInt(total.value)) return undefined
  const letters = columnLetters(column)
  return { text: `SUM(${letters}${first + 1}:${letters}${last + 1})`, result: numberOf(total) }
}

function rowFormula(
  columns: readonly Column[],
  column: Column,
  cells: readonly Cell[],
  row: number,
  totalsRow: number | undefined,
  totals: readonly Cell[] | undefined,
) {
  const { formula } = column
  if (!formula) return undefined
  const at = (key: string): number => columns.findIndex(one => one.key === key)
  const [a, b] = formula.of.map(at)
  if (a === undefined || a < 0) return undefined
  const ref = `${columnLetters(a)}${row + 1}`
  const left = numberOf(cells[a])
  if (left === null) return undefined
  if (formula.how === 'share') {
    const whole = numberOf(totals?.[a])
    if (totalsRow === undefined || whole === null || whole === 0) return undefined
    return { text: `${ref}/${columnLetters(a)}$${totalsRow + 1}`, result: left / whole }
  }
  const right = numberOf(cells[b ?? -1])
  if (right === null) return undefined
  const other = `${columnLetters(b as number)}${row + 1}`
  const own = numberOf(cells[columns.indexOf(column)])
  if (formula.how === 'difference') return own === null ? undefined : { text: `${ref}-${other}`, result: own }
  return right === 0 || crosses(left, right)
    ? undefined
    : { text: `(${ref}-${other})/ABS(${other})`, result: (left - right) / Math.abs(right) }
}

/** 'Sheet'!A1:A9. */
export const rangeOf = (sheet: string, column: number, first: number, last: number): string =>
  `${quoted(sheet)}!${columnLetters(column)}${first}:${columnLetters(column)}${last}`
