import Papa from 'papaparse'

/** How a file's text is cut into a table. */
export interface Layout {
  delimiter: string
  loneCr: boolean
  /** Physical lines in front of the header, or of the first record where there is none. */
  skipLines: number
  hasHeader: boolean
  header: string[] | undefined
  /** Fields of a record: those of the header, without nameless ones at its end that hold nothing in the sample. */
  width: number
}

/** What the format itself cannot know: is this text a column's name, is it a date, is it a number. */
export interface Judge {
  isName(text: string): boolean
  isDate(text: string): boolean
  isNumber(text: string): boolean
  /** A row of names of which one is a date's and one an amount's. */
  namesEntries(row: readonly string[]): boolean
}

const DELIMITERS = [',', ';', '\t', '|']
const LOOK = 400

/** Reads the layout from the first quarter of a megabyte or so of text. `whole`: the sample is all of it. */
export function sniffLayout(sample: string, whole: boolean, judge: Judge): Layout {
  const loneCr = usesLoneCr(sample)
  let text = sample.replaceAll('\r\n', '\n')
  if (loneCr) text = text.replaceAll('\r', '\n')
  // The last line of a cut sample is half a line.
  if (!whole && text.includes('\n')) text = text.slice(0, text.lastIndexOf('\n') + 1)
  // Excel's own way of naming the delimiter in the first line.
  const stated = /^sep=(.)\n/.exec(text)?.[1]
  const offset = stated === undefined ? 0 : 1
  if (stated !== undefined) text = text.slice(text.indexOf('\n') + 1)
  const delimiter = stated ?? bestDelimiter(text)
  const rows = parse(text, delimiter)
  const head = findHeader(rows, judge)
  const first = head.header === undefined ? head.first : head.header
  const header = head.header === undefined ? undefined : rows[head.header]
  return {
    delimiter,
    loneCr,
    skipLines: offset + linesBefore(rows, first),
    hasHeader: header !== undefined,
    header,
    width: widthOf(rows, first, header),
  }
}

/** The layout that a person chose where the one found was not theirs. */
export function layoutAsGiven(
  sample: string,
  found: Layout,
  given: Pick<Layout, 'delimiter' | 'skipLines' | 'hasHeader'>,
): Layout {
  const { delimiter, skipLines, hasHeader } = given
  const unix = sample.replaceAll('\r\n', '\n')
  const text = (found.loneCr ? unix.replaceAll('\r', '\n') : unix).split('\n').slice(skipLines).join('\n')
  const rows = parse(text, delimiter)
  const header = hasHeader ? rows[0] : undefined
  return {
    delimiter,
    loneCr: found.loneCr,
    skipLines,
    hasHeader,
    header,
    width: widthOf(rows, hasHeader ? 1 : 0, header),
  }
}

/** Header and width of rows that are cut already (a sheet's): indexes into them. */
export function layoutOfRows(
  rows: readonly string[][],
  judge: Judge,
): { header: number | undefined; first: number; width: number } {
  const { header, first } = findHeader(rows, judge)
  const begin = header ?? first
  return { header, first, width: widthOf(rows, begin, header === undefined ? undefined : rows[header]) }
}

function usesLoneCr(text: string): boolean {
  const lone = text.match(/\r(?!\n)/g)?.length ?? 0
  const other = text.match(/\n/g)?.length ?? 0
  return lone > 0 && lone * 10 >= other
}

function parse(text: string, delimiter: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: LOOK })
  return data
}

/** The delimiter that cuts most lines into the same number of fields, and into many. */
function bestDelimiter(text: string): string {
  let best = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const widths = parse(text, delimiter)
      .filter(row => row.some(cell => cell.trim() !== ''))
      .map(row => row.length)
    if (widths.length === 0) continue
    const counts = new Map<number, number>()
    for (const w of widths) counts.set(w, (counts.get(w) ?? 0) + 1)
    let score = 0
    for (const [width, count] of counts)
      if (width > 1) score = Math.max(score, (count / widths.length) * Math.log2(width))
    if (score > bestScore * 1.0001) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

const filled = (row: readonly string[]): number =>
  row.reduce((n, cell) => n + (cell.trim() === '' ? 0 : 1), 0)

/** Index of the header row; where there is none, of the first record. */
function findHeader(rows: readonly string[][], judge: Judge): { header?: number; first: number } {
  const typed = (cell: string): boolean => cell.trim() !== '' && (judge.isDate(cell) || judge.isNumber(cell))
  const counts = rows
    .map(filled)
    .filter(n => n > 1)
    .toSorted((a, b) => a - b)
  const usual = counts[Math.floor(counts.length / 2)] ?? 1
  // A row of names that are known beats every other sign.
  let best: { at: number; score: number } | undefined
  const isEntry = (row: readonly string[]): boolean =>
    row.some(cell => judge.isDate(cell)) && row.some(cell => judge.isNumber(cell) && !judge.isDate(cell))
  for (const [at, row] of rows.slice(0, 60).entries()) {
    const n = filled(row)
    if (n < 2 || row.some(typed)) continue
    const known = row.filter(cell => cell.trim() !== '' && judge.isName(cell)).length
    const share = known / n
    // Another table further down may have more names: what stands above it would be lost.
    if (best && judge.namesEntries(rows[best.at] as string[]) && rows.slice(best.at + 1, at).some(isEntry))
      break
    const names = judge.namesEntries(row)
    // A date and an amount among its names outweigh one more name.
    const score = known + (names ? 1 : 0)
    if (
      known >= 2 &&
      (share >= 0.3 || known >= 4 || names) &&
      n * 2 >= usual &&
      (!best || score > best.score)
    )
      best = { at, score }
  }
  if (best) return { header: best.at, first: best.at + 1 }
  const isData = (row: readonly string[]): boolean =>
    filled(row) >= Math.max(2, usual * 0.5) && row.some(typed)
  const first = rows.findIndex(isData)
  if (first < 0) {
    // Nothing typed anywhere: a first row that no later row repeats in kind cannot be told from the rest.
    const start = rows.findIndex(row => filled(row) > 0)
    const names = (rows[start] ?? []).filter(cell => cell.trim() !== '')
    const isHeader = names.length > 0 && names.filter(n => judge.isName(n)).length * 2 >= names.length
    return isHeader ? { header: start, first: start + 1 } : { first: Math.max(start, 0) }
  }
  for (let at = first - 1; at >= 0; at--) {
    const row = rows[at] as string[]
    const n = filled(row)
    if (n === 0) continue
    const distinct = new Set(row.map(cell => cell.trim().toLowerCase()).filter(c => c !== ''))
    const isHeader = n >= 2 && n * 2 >= usual && distinct.size === n && !row.some(typed)
    return isHeader ? { header: at, first } : { first }
  }
  return { first }
}

function linesBefore(rows: readonly string[][], index: number): number {
  let lines = 0
  for (const row of rows.slice(0, index)) {
    lines++
    for (const cell of row) lines += cell.split('\n').length - 1
  }
  return lines
}

function widthOf(rows: readonly string[][], first: number, header: readonly string[] | undefined): number {
  const lastFilled = (row: readonly string[]): number => row.findLastIndex(cell => cell.trim() !== '') + 1
  if (header) {
    const named = Math.max(lastFilled(header), 1)
    const ends = rows.slice(first + 1).flatMap(row => (filled(row) > 1 ? [lastFilled(row)] : []))
    // Columns without a name that most rows fill are columns; a stray note or a comma that nobody quoted makes none.
    const beyond = ends.filter(end => end > named && end <= header.length)
    return beyond.length * 2 > ends.length ? Math.max(...beyond) : named
  }
  const counts = new Map<number, number>()
  for (const row of rows.slice(first)) {
    if (filled(row) === 0) continue
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  }
  let width = 1
  for (const [w, n] of counts) if (n > (counts.get(width) ?? 0)) width = w
  return width
}
