import type { SheetRow } from '../formats/xlsx/index.ts'

/** A part of a sheet: rows and columns from 1, both ends in it. */
export interface SheetRange {
  firstRow: number
  lastRow: number
  firstColumn: number
  lastColumn: number
}

const COLUMN = 16_384

/** 'B3:F200', 'B:F', '3:200', 'B3:F' (to the sheet's end); undefined for anything else. */
export function rangeOf(text: string | undefined): SheetRange | undefined {
  const found = /^\s*\$?([A-Z]{1,3})?\$?(\d{1,7})?\s*:\s*\$?([A-Z]{1,3})?\$?(\d{1,7})?\s*$/i.exec(text ?? '')
  if (!found) return undefined
  const [, from, top, to, bottom] = found
  if (from === undefined && top === undefined) return undefined
  const range = {
    firstRow: Number(top ?? 1),
    lastRow: Number(bottom ?? Infinity),
    firstColumn: from === undefined ? 1 : columnNumber(from),
    lastColumn: to === undefined ? COLUMN : columnNumber(to),
  }
  return range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn && range.firstRow > 0
    ? range
    : undefined
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)

/** The rows of a range, with the sheet's own numbers. */
export function within(rows: readonly SheetRow[], range: SheetRange | undefined): SheetRow[] {
  if (!range) return [...rows]
  return rows
    .filter(({ row }) => row >= range.firstRow && row <= range.lastRow)
    .map(({ row, cells, units }) => ({
      row,
      cells: cells.slice(range.firstColumn - 1, range.lastColumn),
      ...(units ? { units: units.slice(range.firstColumn - 1, range.lastColumn) } : {}),
    }))
}

/** A range of a file that came before, for the next one: how many rows that has is not known. */
export const withoutEnd = (text: string | undefined): string | undefined =>
  text?.replace(/(:\s*\$?[A-Z]{1,3})\$?\d+\s*$/i, '$1')
