import { readFileSync, statSync } from 'node:fs'
import Papa from 'papaparse'
import { FailureError } from '../../shared/result/failure.ts'

/** A table as a file has it, for analyses on plain tables (`farthing anomalies --table T.csv`): texts, one array a record. */
export interface PlainTable {
  name: string
  header: string[]
  rows: string[][]
  /** Physical line (from 1) on which each record begins. */
  lines: number[]
}

const MAX_BYTES = 512 * 1024 * 1024

/** Op: reads a CSV with a header row (UTF-8; comma, semicolon or tab). Throws `not-found` and `import-refused`, naming the line. */
export function readPlainTable({ path, name }: { path: string; name: string }): PlainTable {
  let text: string
  try {
    if (statSync(path).size > MAX_BYTES)
      throw new FailureError('import-refused', `${name} is larger than 512 MB. Take a part of it.`)
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof FailureError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new FailureError('not-found', `There is no file ${name}.`)
    if (error instanceof TypeError)
      throw new FailureError('import-refused', `${name} is not UTF-8 text. Save it as UTF-8 and try again.`)
    throw error
  }
  const header: string[] = []
  const rows: string[][] = []
  const lines: number[] = []
  let line = 1
  let at = 0
  Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimitersToGuess: [',', ';', '\t', '|'],
    step({ data, errors, meta }) {
      const [problem] = errors.filter(e => e.type === 'Quotes')
      if (problem)
        throw new FailureError('import-refused', `${name}, line ${line}: a quotation mark is not closed.`)
      const first = line
      for (let i = at; i < meta.cursor; i++) if (text.charCodeAt(i) === 10) line++
      at = meta.cursor
      if (data.length === 1 && data[0]?.trim() === '') return
      if (header.length === 0) {
        header.push(...data.map(cell => cell.trim()))
        return
      }
      if (data.length !== header.length)
        throw new FailureError(
          'import-refused',
          `${name}, line ${first}: ${data.length} fields where the header has ${header.length}.`,
        )
      rows.push(data)
      lines.push(first)
    },
  })
  if (header.length === 0) throw new FailureError('import-refused', `${name} is empty.`)
  return { name, header, rows, lines }
}

/** One column's texts. Throws `bad-input` naming the columns that there are. */
export function textColumn(table: PlainTable, column: string): string[] {
  const index = table.header.indexOf(column)
  if (index < 0)
    throw new FailureError(
      'bad-input',
      `${table.name} has no column “${column}”; it has ${table.header.slice(0, 40).join(', ')}.`,
    )
  return table.rows.map(row => row[index] as string)
}

/** One column as numbers, a full stop before the decimals. Throws `bad-input` naming line, column and value. */
export function numberColumn(table: PlainTable, column: string): Float64Array {
  return Float64Array.from(textColumn(table, column), (cell, i) => {
    const value = cell.trim() === '' ? Number.NaN : Number(cell)
    if (!Number.isFinite(value))
      throw new FailureError(
        'bad-input',
        `${table.name}, line ${table.lines[i]}, column “${column}”: “${cell.slice(0, 60)}” is not a number.`,
      )
    return value
  })
}
