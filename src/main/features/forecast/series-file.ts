import { readFileSync, statSync } from 'node:fs'
import Papa from 'papaparse'
import { FailureError } from '../../../shared/result/failure.ts'

/** One line of a file of series. */
export interface FileSeries {
  id: string
  values: Float64Array
  /** Physical line, from 1. */
  line: number
}

const MAX_BYTES = 512 * 1024 * 1024
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/
/** Sums and squares of larger numbers would leave the range of a double. */
const LARGEST = 1e100

/**
 * Reads a file of series: one a line, an id and then its values, oldest first (UTF-8; comma, semicolon or tab). Lines may differ in
 * length; blank cells at the end of a line end its series. A first line whose first value is not a number is a header. Throws
 * `not-found`, `import-refused` and `bad-input` with line and column.
 */
export function readSeriesFile({ path, name }: { path: string; name: string }): FileSeries[] {
  const found: FileSeries[] = []
  let line = 1
  let at = 0
  let first = true
  const text = readText(path, name)
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    step({ data, errors, meta }) {
      if (errors.some(e => e.type === 'Quotes'))
        throw new FailureError('import-refused', `${name}, line ${line}: a quotation mark is not closed.`)
      const here = line
      for (let i = at; i < meta.cursor; i++) if (text.charCodeAt(i) === 10) line++
      at = meta.cursor
      const cells = data.map(cell => cell.trim())
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      if (cells.length === 0) return
      const isHeader = first && cells.length > 1 && cells[1] !== '' && !NUMBER.test(cells[1] as string)
      first = false
      if (isHeader) return
      found.push({ id: cells[0] as string, values: valuesOf(cells, name, here), line: here })
    },
  })
  if (found.length === 0) throw new FailureError('import-refused', `${name} has no series.`)
  return found
}

function readText(path: string, name: string): string {
  try {
    if (statSync(path).size > MAX_BYTES)
      throw new FailureError('import-refused', `${name} is larger than 512 MB. Take a part of it.`)
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof FailureError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new FailureError('not-found', `There is no file ${name}.`)
    if (error instanceof TypeError)
      throw new FailureError('import-refused', `${name} is not UTF-8 text. Save it as UTF-8 and try again.`)
    throw error
  }
}

function valuesOf(cells: string[], name: string, line: number): Float64Array {
  if (cells.length === 1)
    throw new FailureError(
      'bad-input',
      `${name}, line ${line}: the series “${cells[0]?.slice(0, 60)}” has no values.`,
    )
  return Float64Array.from(cells.slice(1), (cell, i) => {
    const place = `${name}, line ${line}, column ${i + 2}`
    if (cell === '')
      throw new FailureError('bad-input', `${place}: a value is missing in the middle of the series.`)
    if (!NUMBER.test(cell))
      throw new FailureError('bad-input', `${place}: “${cell.slice(0, 60)}” is not a number.`)
    const value = Number(cell)
    if (Math.abs(value) > LARGEST)
      throw new FailureError('bad-input', `${place}: ${cell.slice(0, 60)} is too large.`)
    return value
  })
}
