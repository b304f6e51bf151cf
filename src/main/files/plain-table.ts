import { readFileSync, statSync } from 'node:fs'
import Papa from 'papaparse'
import { FailureError } from '../../shared/result/failure.ts'
import type { OpContext } from '../compute/ops.ts'
import { say as words } from '../messages.ts'
import { delimiterOf } from './delimiter.ts'
import { say } from './messages.ts'

/** A table as a file has it, for analyses on plain tables (`farthing anomalies --table T.csv`): texts, one array a record. */
export interface PlainTable {
  name: string
  header: string[]
  rows: string[][]
  /** Physical line (from 1) on which each record begins. */
  lines: number[]
}

const MAX_BYTES = 512 * 1024 * 1024

/** Op: reads a CSV with a header row (UTF-8; comma, semicolon or tab). Throws `not-found`, `import-refused` naming the line, and `cancelled`. */
export function readPlainTable(
  { path, name }: { path: string; name: string },
  op?: Pick<OpContext, 'cancelled'>,
): PlainTable {
  let text: string
  try {
    if (statSync(path).size > MAX_BYTES) throw new FailureError('import-refused', say().tooLarge(name))
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof FailureError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new FailureError('not-found', say().noFile(name))
    if (error instanceof TypeError) throw new FailureError('import-refused', say().notUtf8(name))
    throw error
  }
  const header: string[] = []
  const rows: string[][] = []
  const lines: number[] = []
  let line = 1
  let at = 0
  Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimiter: delimiterOf(text),
    step({ data, errors, meta }) {
      const [problem] = errors.filter(e => e.type === 'Quotes')
      if (problem) throw new FailureError('import-refused', say().openQuote(name, line))
      const first = line
      for (let i = at; i < meta.cursor; i++) if (text.charCodeAt(i) === 10) line++
      at = meta.cursor
      if ((rows.length & 0xfff) === 0 && op?.cancelled())
        throw new FailureError('cancelled', words().cancelled)
      if (data.length === 1 && data[0]?.trim() === '') return
      if (header.length === 0) {
        header.push(...data.map(cell => cell.trim()))
        return
      }
      if (data.length !== header.length)
        throw new FailureError('import-refused', say().ragged(name, first, data.length, header.length))
      rows.push(data)
      lines.push(first)
    },
  })
  if (header.length === 0) throw new FailureError('import-refused', say().emptyFile(name))
  return { name, header, rows, lines }
}

/** One column's texts. Throws `bad-input` naming the columns that there are. */
export function textColumn(table: PlainTable, column: string): string[] {
  const index = table.header.indexOf(column)
  if (index < 0)
    throw new FailureError(
      'bad-input',
      say().noColumn(table.name, column, table.header.slice(0, 40).join(', ')),
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
        say().noNumber(table.name, table.lines[i], column, cell.slice(0, 60)),
      )
    return value
  })
}
