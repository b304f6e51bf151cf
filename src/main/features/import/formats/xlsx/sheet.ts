import { dateOfSerial, decimalOf } from './values.ts'
import { refused, TextRun, unescape, type OpenPart, type Sheet, type Workbook } from './workbook.ts'
import { XmlReader } from './xml.ts'
import { say } from './messages.ts'

export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384
// A row is as long as its last cell: a million rows with nothing but their last cell would be sixteen thousand million.
const MAX_CELLS = 400_000_000
// And what is read before rows are handed on: in 256 KB there can be seven thousand such rows, a gigabyte of them.
const MOST_AT_ONCE = 16_384

export interface SheetRow {
  /** The sheet's own row number, from 1. */
  row: number
  cells: string[]
  /** By column: what a number's format shows beside it. Missing where it shows nothing in the row. */
  units?: (string | undefined)[]
}

/**
 * Rows of a sheet that hold anything, in pieces, as texts: numbers as plain decimals, days as yyyy-mm-dd, formulas by their stored
 * value, TRUE and FALSE, errors as they show (#N/A). A merged cell's value stands in its first cell. Throws `import-refused`
 * beyond the sheet's own limits.
 */
export async function* readSheet(
  open: OpenPart,
  workbook: Workbook,
  sheet: Sheet,
): AsyncGenerator<SheetRow[], void, undefined> {
  const bytes = open(sheet.part)
  if (!bytes) throw refused(say().noCells(sheet.name))
  const collector = new RowCollector(workbook, await workbook.texts())
  const reader = new XmlReader(collector)
  for await (const piece of bytes)
    for (let at = 0; at < piece.length; at += MOST_AT_ONCE) {
      reader.push(piece.subarray(at, at + MOST_AT_ONCE))
      if (collector.rows.length > 0) yield collector.take()
    }
  reader.end()
  if (collector.rows.length > 0) yield collector.take()
}

class RowCollector {
  rows: SheetRow[] = []
  #row = 0
  #column = 0
  #cells: string[] | undefined
  #type = ''
  #isDate = false
  #unit: string | undefined
  #units: (string | undefined)[] | undefined
  #value: string | undefined
  #inValue = false
  #inline = false
  #total = 0
  #filled = false
  readonly #run = new TextRun()
  readonly #workbook: Workbook
  readonly #texts: readonly string[]

  constructor(workbook: Workbook, texts: readonly string[]) {
    this.#workbook = workbook
    this.#texts = texts
  }

  take(): SheetRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#startRow(attributes['r'])
    else if (name === 'c' && this.#cells) this.#startCell(attributes)
    else if (name === 'v') {
      this.#inValue = true
      this.#value = ''
    } else if (name === 'is') {
      this.#inline = true
      this.#run.start()
    } else if (this.#inline) this.#run.open(name)
  }

  text(text: string): void {
    if (this.#inValue) this.#value = (this.#value ?? '') + text
    else if (this.#inline) this.#run.text(text)
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'is') {
      this.#inline = false
      this.#value = this.#run.end()
    } else if (this.#inline) this.#run.close(name)
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
  }

  #startRow(stated: string | undefined): void {
    const row = stated === undefined ? this.#row + 1 : Number(stated)
    if (!Number.isInteger(row) || row <= this.#row) throw refused(say().rowOrder)
    if (row > MAX_ROWS) throw refused(say().tooManyRows)
    this.#row = row
    this.#column = 0
    this.#cells = []
    this.#units = undefined
    this.#filled = false
  }

  #startCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r']
    if (reference !== undefined) this.#column = columnOf(reference)
    if (this.#column >= MAX_COLUMNS) throw refused(say().tooManyColumns)
    this.#type = attributes['t'] ?? 'n'
    const style = Number(attributes['s'] ?? -1)
    this.#isDate = this.#workbook.dateStyles[style] === true
    this.#unit = this.#type === 'n' ? this.#workbook.unitStyles[style] : undefined
    this.#value = undefined
  }

  #endCell(): void {
    const cells = this.#cells
    if (!cells) return
    const text = this.#value === undefined ? '' : this.#textOf(this.#value)
    const column = this.#column++
    if (text === '') return
    while (cells.length < column) cells.push('')
    cells[column] = text
    if (this.#unit !== undefined) (this.#units ??= [])[column] = this.#unit
    this.#filled = true
  }

  #endRow(): void {
    if (this.#cells && this.#filled) {
      this.#total += this.#cells.length
      if (this.#total > MAX_CELLS) throw refused(say().tooSpread)
      const row = { row: this.#row, cells: this.#cells }
      this.rows.push(this.#units ? { ...row, units: this.#units } : row)
    }
    this.#cells = undefined
  }

  #textOf(value: string): string {
    switch (this.#type) {
      case 's': {
        const text = this.#texts[Number(value)]
        if (text === undefined) throw refused(say().noSuchText)
        return text
      }
      case 'inlineStr':
        return value
      case 'str':
        return unescape(value)
      case 'b':
        return value.trim() === '1' ? 'TRUE' : 'FALSE'
      case 'e':
        return value
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
      default: {
        const stored = value.trim()
        if (this.#isDate && stored !== '')
          return dateOfSerial(Number(stored), this.#workbook.is1904) ?? decimalOf(stored)
        return decimalOf(stored)
      }
    }
  }
}

/** 0 for "A7", 27 for "AB7". */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
    if (column > MAX_COLUMNS) throw refused(say().tooManyColumns)
  }
  if (column === 0) throw refused(say().noColumn)
  return column - 1
}
