import { startMonthOf, type Fiscal, type FiscalWeeks } from '../../../shared/calendar/fiscal.ts'
import type { Grain } from '../../../shared/calendar/grain.ts'
import type { ReadableDB } from '../../db/types.ts'

/**
 * Steps of time in SQLite's own calendar, as running numbers: independent of shared/calendar, by which the columnar engine counts.
 * `day` is an SQL expression of days since 1970-01-01.
 */
export function stepSql(grain: Grain, day: string, calendar: Fiscal): string {
  const start = Math.min(12, Math.max(1, Math.trunc(startMonthOf(calendar))))
  const part = (format: '%Y' | '%m'): string =>
    `CAST(strftime('${format}', (${day}) * 86400, 'unixepoch') AS INTEGER)`
  const month = `(${part('%Y')} * 12 + ${part('%m')} - 1)`
  const fiscal = typeof calendar === 'number' ? `(${month} - ${start - 1})` : weeksSql(day, month, calendar)
  switch (grain) {
    case 'day':
      return `(${day})`
    case 'week':
      // 0001-01-01, day −719162, was a Monday.
      return `((${day} + 719162) / 7)`
    case 'month':
      return month
    case 'quarter':
      return `(${month} / 3)`
    case 'year':
      return `(${month} / 12)`
    case 'period':
      return fiscal
    case 'fiscal-quarter':
      return `(${fiscal} / 3)`
    case 'fiscal-year':
      return `(${fiscal} / 12)`
  }
}

/** The number of the fiscal period in a calendar of weeks: twelve a year, by SQLite's own dates. */
function weeksSql(
  day: string,
  month: string,
  { startMonth, pattern, endsOn, ends }: FiscalWeeks & { startMonth: number },
): string {
  // The day before the year's month begins, then back to the week's last day, or to the nearest one.
  const start = (year: string): string => {
    const end = `(unixepoch(printf('%04d-%02d-01', ${year}, ${startMonth})) / 86400 - 1)`
    // 0 is Sunday in SQLite, and 6 here.
    const since = `((strftime('%w', ${end} * 86400, 'unixepoch') + ${6 - endsOn + 7}) % 7)`
    return ends === 'last'
      ? `(${end} - ${since} + 1)`
      : `(${end} - ${since} + CASE WHEN ${since} > 3 THEN 8 ELSE 1 END)`
  }
  const nominal = `((${month} - ${startMonth - 1}) / 12)`
  const year = `(${nominal} + ((${day}) >= ${start(`${nominal} + 1`)}) - ((${day}) < ${start(nominal)}))`
  const week = `(((${day}) - ${start(year)}) / 7)`
  const quarter = `min(3, ${week} / 13)`
  const [first = 4, second = 4] = pattern.split('-').map(Number)
  const within = `(${week} - 13 * ${quarter})`
  return `(${year} * 12 + ${quarter} * 3 + (${within} >= ${first}) + (${within} >= ${first + second}))`
}

/** The step's key in results, from its running number. */
export function stepText(db: ReadableDB, grain: Grain, step: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const per = (n: number): [number, number] => [Math.floor(step / n), (step % n) + 1]
  const [year12, part12] = per(12)
  const [year4, part4] = per(4)
  switch (grain) {
    case 'day':
      return db
        .prepare("SELECT strftime('%Y-%m-%d', ?, 'unixepoch')")
        .pluck()
        .get(step * 86_400) as string
    case 'week':
      return db
        .prepare("SELECT strftime('%G-W%V', ?, 'unixepoch')")
        .pluck()
        .get((step * 7 - 719_162) * 86_400) as string
    case 'month':
      return `${year12}-${two(part12)}`
    case 'quarter':
      return `${year4}-Q${part4}`
    case 'year':
      return String(step)
    case 'period':
      return `FY${year12}-P${two(part12)}`
    case 'fiscal-quarter':
      return `FY${year4}-Q${part4}`
    case 'fiscal-year':
      return `FY${step}`
  }
}
