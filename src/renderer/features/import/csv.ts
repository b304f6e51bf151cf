/**
 * A table as CSV text: RFC 4180 quoting, CRLF, and cells that a spreadsheet would run as a formula led by an apostrophe
 * (CWE-1236). Plain numbers keep their minus sign.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

const NUMBER = /^[+-]?[\d.,' ]*\d[\d.,' ]*$/

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
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
