import { readFileSync, statSync } from 'node:fs'
import Papa from 'papaparse'
import { FailureError } from '../../../shared/result/failure.ts'
import { delimiterOf } from '../../files/delimiter.ts'
import { say } from './messages.ts'

/** One line of a file of series. */
export interface FileSeries {
  id: string
  /** The oldest first; NaN where one is missing between others. */
  values: Float64Array
  /** Physical line, from 1. */
  line: number
}

const MAX_BYTES = 512 * 1024 * 1024
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/
/** What R and pandas write where a shorter series has ended. */
const NOTHING = /^(?:|na|n\/a|nan|null)$/i
/** Sums and squares of larger numbers would leave the range of a double. */
const LARGEST = 1e100

/**
 * Reads a file of series: one a line, an id and then its values, oldest first (UTF-8; comma, semicolon or tab). Lines may differ in
 * length; cells that are blank (or NA, NaN) before its first and after its last value are nothing, those between are missing values. A first line whose first value is not a number, or that counts the
 * steps under a name such as id, is a header. Throws
 * `not-found`, `import-refused` and `bad-input` with line and column.
 */
export function readSeriesFile({ path, name }: { path: string; name: string }): FileSeries[] {
  const found: FileSeries[] = []
  let line = 1
  let at = 0
  let first = true
  const text = readText(path, name)
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step({ data, errors, meta }) {
      if (errors.some(e => e.type === 'Quotes'))
        throw new FailureError('import-refused', say().openQuote(name, line))
      const here = line
      for (let i = at; i < meta.cursor; i++) if (text.charCodeAt(i) === 10) line++
      at = meta.cursor
      const cells = data.map(cell => cell.trim())
      while (
        cells.length > 0 &&
        (cells.at(-1) === '' || (cells.length > 2 && NOTHING.test(cells.at(-1) ?? '')))
      )
        cells.pop()
      if (cells.length === 0) return
      const isHeader = first && isHeading(cells)
      first = false
      if (isHeader) return
      found.push({ id: cells[0] as string, values: valuesOf(cells, name, here), line: here })
    },
  })
  if (found.length === 0) throw new FailureError('import-refused', say().noSeries(name))
  return found
}

/** Words where values would stand, or a name for ids above the numbers of the steps: id, 1, 2, 3 … */
function isHeading([id = '', ...cells]: string[]): boolean {
  const [value = ''] = cells
  if (!NOTHING.test(value) && !NUMBER.test(value)) return true
  const counted = cells.length > 1 && cells.every((cell, i) => Number(cell) === Number(value) + i)
  return (
    counted && Number.isInteger(Number(value)) && /^(?:|#|id|ids|series|name|key|unique_id|item)$/i.test(id)
  )
}

function readText(path: string, name: string): string {
  try {
    if (statSync(path).size > MAX_BYTES) throw new FailureError('import-refused', say().tooLargeFile(name))
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof FailureError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new FailureError('not-found', say().noFile(name))
    if (error instanceof TypeError) throw new FailureError('import-refused', say().notUtf8(name))
    throw error
  }
}

function valuesOf(cells: string[], name: string, line: number): Float64Array {
  if (cells.length === 1)
    throw new FailureError('bad-input', say().noValues(name, line, (cells[0] ?? '').slice(0, 60)))
  const start = cells.findIndex((cell, i) => i > 0 && !NOTHING.test(cell))
  if (start === -1)
    throw new FailureError('bad-input', say().noValues(name, line, (cells[0] ?? '').slice(0, 60)))
  return Float64Array.from(cells.slice(start), (cell, i) => {
    if (NOTHING.test(cell)) return Number.NaN
    const place = say().place(name, line, start + i + 1)
    if (!NUMBER.test(cell)) throw new FailureError('bad-input', say().noNumber(place, cell.slice(0, 60)))
    const value = Number(cell)
    if (Math.abs(value) > LARGEST)
      throw new FailureError('bad-input', say().tooLarge(place, cell.slice(0, 60)))
    return value
  })
}
