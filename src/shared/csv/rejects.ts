/**
 * A batch's rejected rows as a table that is mended and imported again: the source's own columns, then columns of Farthing's that the
 * importer knows by their names and leaves out. They are the same in every language.
 */
const MARK = 'farthing:'
/** Over the fields that a row has beyond its header. */
const MORE = `${MARK}more`
const LINE = `${MARK}line`
const REASON = `${MARK}reason`

export interface RejectedRow {
  line: number
  reason: string
  cells: readonly string[]
  /** The record's text in its file, where that is no line of a table. */
  raw: string
}

/** Header and rows. `format`: of the file that they come from; a text table's text is its cells. */
export function rejectsTable(
  format: string,
  header: readonly string[],
  rows: readonly RejectedRow[],
): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), header.length)
  const isText = format === 'csv'
  const pad = (cells: readonly string[], blank: string): string[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => blank),
  ]
  return [
    [...pad(header, MORE), LINE, REASON, ...(isText ? [] : [`${MARK}${format}`])],
    ...rows.map(row => [...pad(row.cells, ''), String(row.line), row.reason, ...(isText ? [] : [row.raw])]),
  ]
}

/** What the header of such a table says; undefined for any other header. */
export interface Marks {
  /** Columns of the source. */
  width: number
  /** Fields of a row that are the source's: more than `width` where rows have too many. */
  fields: number
  /** Format of the file that the rows come from. */
  format: string
}

export function marksOf(header: readonly string[]): Marks | undefined {
  const names = header.map(name => name.trim())
  const fields = names.indexOf(LINE)
  if (fields < 1 || names[fields + 1] !== REASON) return undefined
  const more = names.indexOf(MORE)
  const format = names[fields + 2]?.startsWith(MARK) ? names[fields + 2]?.slice(MARK.length) : undefined
  return { width: more > 0 && more < fields ? more : fields, fields, format: format || 'csv' }
}

/** The delimiter of such a table, from its first line: a spreadsheet may have chosen another one. */
export const delimiterOfMarks = (text: string): string | undefined =>
  /^\uFEFF?[^\r\n]{0,100000}?([,;\t|])"?farthing:line"?\1"?farthing:reason\b/.exec(text)?.[1]

/** A cell as it was before csvRecord made it harmless for a spreadsheet. */
export const unguarded = (cell: string): string =>
  /^'(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u.test(cell) ? cell.slice(1) : cell
