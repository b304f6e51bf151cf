/**
 * One CSV record. A text that a spreadsheet would run as a formula (first character that is no space: = + - @, a tab or return,
 * their full-width forms) gets an apostrophe in front; plain numbers stay numbers.
 */
export function csvRecord(cells: readonly string[]): string {
  return cells.map(csvCell).join(',')
}

function csvCell(cell: string): string {
  const number = /^[+-]?\d+([.,]\d+)*$/.test(cell)
  const formula = !number && (/^[\t\r]/.test(cell) || /^[=+\-@＝＋－＠]/u.test(cell.trimStart()))
  const safe = formula ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
