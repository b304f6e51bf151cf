import { csvRecord } from '../../../shared/csv/write-csv.ts'

/** A table as CSV text with CRLF; no cell of it runs in a spreadsheet. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${csvRecord(row)}\r\n`).join('')
}

/**
 * Rejected rows as a file that can be mended and imported again: the source's own columns first, then line and reason,
 * which the importer keeps as columns of their own and the user ignores.
 */
export function rejectsTable(
  header: readonly string[],
  rows: readonly { line: number; reason: string; cells: readonly string[] }[],
  labels: { line: string; reason: string },
): string[][] {
  const width = Math.max(header.length, ...rows.map(row => row.cells.length))
  const pad = (cells: readonly string[]): string[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
  ]
  return [
    [...pad(header), labels.line, labels.reason],
    ...rows.map(row => [...pad(row.cells), String(row.line), row.reason]),
  ]
}
