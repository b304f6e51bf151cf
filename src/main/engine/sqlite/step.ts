import type { Grain } from '../../../shared/calendar/grain.ts'
import type { ReadableDB } from '../../db/types.ts'

/**
 * Steps of time in SQLite's own calendar, as running numbers: independent of shared/calendar, by which the columnar engine counts.
 * `day` is an SQL expression of days since 1970-01-01.
 */
export function stepSql(grain: Grain, day: string, fiscalStartMonth: number): string {
  const start = Math.min(12, Math.max(1, Math.trunc(fiscalStartMonth)))
  const part = (format: '%Y' | '%m'): string =>
    `CAST(strftime('${format}', (${day}) * 86400, 'unixepoch') AS INTEGER)`
  const month = `(${part('%Y')} * 12 + ${part('%m')} - 1)`
  const fiscal = `(${month} - ${start - 1})`
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
