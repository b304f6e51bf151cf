import Papa from 'papaparse'
import { dayOf, parseIsoDate, toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { FailureError } from '../../../../../shared/result/failure.ts'
import { say } from '../messages.ts'

/** One series; `day` is the first of the span that a value stands for, `value` its decimal digits as the file has them. */
export interface IndicatorSeries {
  name: string
  values: { day: Day; value: string }[]
}

export interface IndicatorsFile {
  series: IndicatorSeries[]
  problems: { line: number; column: string; message: string }[]
}

const NAMES = {
  date: /^(?:date|datum|day|tag|month|monat|period|time|time[ _]period|observation[ _]date|zeit|zeitraum)$/,
  year: /^(?:year|jahr)$/,
  month: /^(?:month|monat|period|mon)$/,
  series: /^(?:series|series[ _]?(?:id|key|name|title)|indicator|indikator|key|title|reihe|name)$/,
  value: /^(?:value|obs[ _]value|wert|index)$/,
}
const NONE = new Set(['', '.', '-', 'N/A', 'NA', 'NAN', ':', 'ND'])
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MOST_PROBLEMS = 100
const MOST_SERIES = 200

/**
 * Reads published series such as a consumer price index: a column Date and a column of numbers for each series (FRED, statistical
 * offices), or a row a value with the columns date, series and value (SDMX-CSV). Dates are days, months (2025-10, 2025M10, Oct 2025),
 * quarters (2025-Q4) or years, or stand in the columns Year and Month. Throws `import-refused` where the file is neither.
 */
export function readIndicators(text: string, name: string): IndicatorsFile {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  })
  const [head = [], ...rows] = parsed.data.map(row => row.map(cell => cell.trim()))
  const names = head.map(cell => cell.toLowerCase().replaceAll(/\s+/g, ' '))
  const find = (pattern: RegExp): number => names.findIndex(cell => pattern.test(cell))
  const year = find(NAMES.year)
  const month = year < 0 ? -1 : find(NAMES.month)
  const date = year < 0 ? find(NAMES.date) : year
  const series = find(NAMES.series)
  const value = find(NAMES.value)
  if (date < 0 || rows.length === 0) throw new FailureError('import-refused', say().noIndicators(name))
  // A comma is the decimal mark where it does not part the cells.
  const decimal = parsed.meta.delimiter === ',' ? '.' : decimalMark(rows)
  const problems: IndicatorsFile['problems'] = []
  const found = new Map<string, Map<Day, string>>()
  const note = (line: number, column: string, message: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ line, column, message })
  }
  const put = (line: number, column: string, one: string, day: Day, cell: string): void => {
    if (NONE.has(cell.toUpperCase())) return
    const plain = decimal === ',' ? cell.replaceAll('.', '').replace(',', '.') : cell
    if (!/^-?\d{1,15}(?:\.\d{1,12})?$/.test(plain))
      return note(line, column, say().notAValue(cell.slice(0, 40)))
    let values = found.get(one)
    if (!values) found.set(one, (values = new Map()))
    if (values.has(day) && values.get(day) !== plain) note(line, column, say().twice(one, toIsoDate(day)))
    values.set(day, plain)
  }
  // Titles of other columns in a long table are no series.
  const long = value >= 0 && (series >= 0 || head.length <= (month >= 0 ? 3 : 2))
  const wide = long
    ? []
    : head.flatMap((cell, at) =>
        at === date || at === month || cell === '' || !isNumeric(rows, at, decimal) ? [] : [at],
      )
  if (!long && (wide.length === 0 || wide.length > MOST_SERIES))
    throw new FailureError('import-refused', say().noIndicators(name))
  const numbers = long ? [value] : wide
  const writtenAt = (row: readonly string[]): string =>
    month < 0 ? (row[date] ?? '') : `${row[year] ?? ''}-${row[month] ?? ''}`
  // A date on several rows is of several series: a country, a region, told by another column.
  const by = series >= 0 && long ? series : columnApart(rows, writtenAt, head, [date, month, ...numbers])
  if (by === 'none') throw new FailureError('import-refused', say().repeated(name))
  for (const [i, row] of rows.entries()) {
    const day = spanStart(writtenAt(row))
    if (day === undefined) {
      note(i + 2, head[date] as string, say().notASpan(writtenAt(row).slice(0, 40)))
      continue
    }
    const apart = by === undefined ? '' : (row[by] ?? '')
    for (const at of numbers) {
      const title = at === value && long ? '' : numbers.length > 1 || apart === '' ? (head[at] as string) : ''
      const one = [apart, title].filter(Boolean).join(', ') || plainName(name)
      put(i + 2, head[at] as string, one, day, row[at] ?? '')
    }
  }
  if (found.size === 0 || found.size > MOST_SERIES)
    throw new FailureError('import-refused', say().noIndicators(name))
  return {
    problems,
    series: [...found].map(([one, values]) => ({
      name: one.slice(0, 200),
      values: [...values].map(([day, text]) => ({ day, value: text })).sort((a, b) => a.day - b.day),
    })),
  }
}

/**
 * The column that tells rows of one date apart; undefined where no date stands twice, 'none' where several do and no column tells
 * their rows apart: sums of them would mean nothing.
 */
function columnApart(
  rows: readonly (readonly string[])[],
  writtenAt: (row: readonly string[]) => string,
  head: readonly string[],
  others: readonly number[],
): number | undefined | 'none' {
  const distinct = (key: (row: readonly string[]) => string): number => new Set(rows.map(key)).size
  // One line that is there twice is a problem of that line.
  const most = rows.length - Math.max(1, rows.length / 50)
  if (distinct(writtenAt) >= most) return undefined
  const at = head.findIndex(
    (_, column) =>
      !others.includes(column) && distinct(row => `${writtenAt(row)}\u001f${row[column] ?? ''}`) >= most,
  )
  return at < 0 ? 'none' : at
}

const plainName = (file: string): string => file.replace(/^.*\//, '').replace(/\.[^.]*$/, '')

/** The first day of what is written: a day, a month, a quarter or a year. */
export function spanStart(text: string): Day | undefined {
  const day = parseIsoDate(text)
  if (day !== undefined) return day
  // A month: 2025-10, 2025M10, 2025/10, and from two columns 2025-M10 (M13 is the year's mean, and no month) or 2025-October.
  const month = /^(\d{4})[-/]?[mM]?(\d{1,2})$/.exec(text)
  if (month && text.length > 4) return dayOf(Number(month[1]), Number(month[2]), 1)
  const quarter = /^(\d{4})[- ]?[qQ]([1-4])$/.exec(text)
  if (quarter) return dayOf(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1)
  if (/^\d{4}$/.test(text)) return dayOf(Number(text), 1, 1)
  const words = /^(?:(\d{4})[- ]([a-z]{3})[a-z]*|([a-z]{3})[a-z]*[- ](\d{4}))$/i.exec(text)
  if (!words) return undefined
  const at = MONTHS.indexOf((words[2] ?? words[3] ?? '').toLowerCase())
  return at < 0 ? undefined : dayOf(Number(words[1] ?? words[4]), at + 1, 1)
}

function decimalMark(rows: readonly (readonly string[])[]): ',' | '.' {
  const cells = rows.slice(0, 500).flat()
  return cells.some(cell => /^-?\d+,\d+$/.test(cell)) ? ',' : '.'
}

/** Half or more of a column's cells are numbers or none. */
function isNumeric(rows: readonly (readonly string[])[], at: number, decimal: ',' | '.'): boolean {
  const cells = rows.map(row => row[at] ?? '').filter(cell => !NONE.has(cell.toUpperCase()))
  const pattern = decimal === ',' ? /^-?[\d.]+(?:,\d+)?$/ : /^-?\d+(?:\.\d+)?$/
  return cells.length > 0 && cells.filter(cell => pattern.test(cell)).length * 2 >= cells.length
}
