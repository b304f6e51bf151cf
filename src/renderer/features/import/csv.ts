import { csvRecord } from '../../../shared/csv/write-csv.ts'

/** A table as CSV text with CRLF; no cell of it runs in a spreadsheet. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${csvRecord(row)}\r\n`).join('')
}
