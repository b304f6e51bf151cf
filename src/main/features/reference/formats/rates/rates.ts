import Papa from 'papaparse'
import { dayOf, parseIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { FailureError } from '../../../../../shared/result/failure.ts'
import { say } from '../messages.ts'

export interface RateProblem {
  line: number
  column: string
  message: string
}

/** Units of `currency` for one unit of `base` on a day, the digits as the file has them. */
export interface QuotedRate {
  day: Day
  currency: string
  rate: string
}

export interface RatesFile {
  /** 'ecb': a column a currency, against the euro. 'long': a row a rate. */
  layout: 'ecb' | 'long'
  /** What rates are against; undefined where the file does not say. */
  base: string | undefined
  rates: QuotedRate[]
  problems: RateProblem[]
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const NONE = new Set(['', 'N/A', 'NA', '-', '.', 'ND'])
const CODE = /^[A-Z]{3}$/
const MOST_PROBLEMS = 100
const NAMES = {
  date: /^(?:date|datum|day|time_period)$/,
  currency: /^(?:currency|currency_?code|waehrung|währung|code)$/,
  rate: /^(?:rate|exchange[ _]?rate|kurs|value|obs_value)$/,
  base: /^(?:base|base[ _]currency|currency_denom|basis)$/,
}

/**
 * Reads exchange rates: the European Central Bank's file (a column a currency, newest first, `N/A`, euro as the base, both its history
 * and its daily form), or a table of date, currency and rate. What cannot be read is a problem with its line; the rest goes on.
 * Throws `import-refused` where it is neither.
 */
export function readRates(text: string, name: string): RatesFile {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  })
  const [head = [], ...rows] = parsed.data.map(row => row.map(cell => cell.trim()))
  const date = head.findIndex(cell => NAMES.date.test(cell.toLowerCase()))
  const currencies = head.filter(cell => CODE.test(cell)).length
  const problems: RateProblem[] = []
  const rates: QuotedRate[] = []
  const note = (line: number, column: string, message: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ line, column, message })
  }
  // A comma is the decimal sign where it cannot part the fields and no figure of the file has a point.
  const comma = parsed.meta.delimiter !== ',' && !rows.some(row => row.some(cell => /^\d+\.\d+$/.test(cell)))
  const take = (line: number, column: string, day: Day | undefined, currency: string, text: string): void => {
    const cell = comma && /^\d+,\d+$/.test(text) ? text.replace(',', '.') : text
    if (NONE.has(cell.toUpperCase()) || day === undefined) return
    if (!/^\d+(?:\.\d+)?$/.test(cell) || !/[1-9]/.test(cell))
      return note(line, column, say().notARate(cell.slice(0, 40)))
    rates.push({ day, currency, rate: cell })
  }
  const dayAt = (cell: string, line: number): Day | undefined => {
    const day = readDay(cell)
    if (day === undefined) note(line, head[date] as string, say().notADate(cell.slice(0, 40)))
    return day
  }
  const columnOf = (pattern: RegExp): number => head.findIndex(cell => pattern.test(cell.toLowerCase()))
  const [currency, rate, base] = [columnOf(NAMES.currency), columnOf(NAMES.rate), columnOf(NAMES.base)]
  if (date >= 0 && currency >= 0 && rate >= 0) {
    const bases = new Set<string>()
    for (const [i, row] of rows.entries()) {
      const code = (row[currency] ?? '').toUpperCase()
      if (!CODE.test(code)) {
        note(i + 2, head[currency] as string, say().notACurrency(code.slice(0, 40)))
        continue
      }
      if (base >= 0) bases.add((row[base] ?? '').toUpperCase())
      take(i + 2, head[rate] as string, dayAt(row[date] ?? '', i + 2), code, row[rate] ?? '')
    }
    if (bases.size > 1)
      throw new FailureError('import-refused', say().severalBases(name, [...bases].join(', ')))
    return { layout: 'long', base: [...bases][0], rates, problems }
  }
  const country = head.find(cell => /^(?:country|land|area)$/i.test(cell))
  if (date >= 0 && currencies === 0 && rate >= 0 && country !== undefined)
    throw new FailureError('import-refused', say().countries(name, country))
  if (date < 0 || currencies === 0) throw new FailureError('import-refused', say().noRates(name))
  for (const [i, row] of rows.entries()) {
    const day = dayAt(row[date] ?? '', i + 2)
    for (const [c, code] of head.entries())
      if (c !== date && CODE.test(code)) take(i + 2, code, day, code, row[c] ?? '')
  }
  return { layout: 'ecb', base: 'EUR', rates, problems }
}

/** 2026-04-13, the daily file's 13 April 2026, or 13.04.2026: with points the day is first. */
function readDay(cell: string): Day | undefined {
  const points = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell)
  if (points) return dayOf(Number(points[3]), Number(points[2]), Number(points[1]))
  const words = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(cell)
  if (!words) return parseIsoDate(cell)
  const month = MONTHS.indexOf((words[2] as string).toLowerCase()) + 1
  return month === 0 ? undefined : dayOf(Number(words[3]), month, Number(words[1]))
}

/**
 * Rates against another base, exactly: the cross rate of two is their quotient, kept as a fraction ("1.1684/0.87058"). Days on which
 * the base has no rate itself are left out and counted.
 */
export function crossed(
  quoted: readonly QuotedRate[],
  against: string,
  base: string,
): { rates: QuotedRate[]; daysWithoutBase: number } {
  if (against === base) return { rates: quoted.filter(one => one.currency !== base), daysWithoutBase: 0 }
  const pivots = new Map(quoted.filter(one => one.currency === base).map(one => [one.day, one.rate]))
  const rates: QuotedRate[] = [...pivots].map(([day, rate]) => ({
    day,
    currency: against,
    rate: `1/${rate}`,
  }))
  const without = new Set<Day>()
  for (const { day, currency, rate } of quoted) {
    const pivot = pivots.get(day)
    if (pivot === undefined) without.add(day)
    else if (currency !== base && currency !== against)
      rates.push({ day, currency, rate: `${rate}/${pivot}` })
  }
  return { rates, daysWithoutBase: without.size }
}
