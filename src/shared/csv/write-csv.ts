/** One CSV record (RFC 4180) without its line end; see csvCell. */
export function csvRecord(cells: readonly string[]): string {
  return cells.map(csvCell).join(',')
}

// Grouped and signed figures, as any source writes them; a spreadsheet computes nothing from one.
const isNumber = (text: string): boolean => /^[+-]?[\d.,' ]+$/.test(text) && /\d/.test(text)

/**
 * One cell, quoted where it must be. A text that a spreadsheet would run as a formula (first character that is no space: = + - @,
 * their full-width forms, or a tab or line end first; CWE-1236) gets an apostrophe in front; numbers stay numbers.
 */
function csvCell(text: string): string {
  const formula = (/^[\t\r\n]/.test(text) || /^\s*[=+\-@＝＋－＠]/u.test(text)) && !isNumber(text)
  const safe = formula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
