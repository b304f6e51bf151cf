import { fiscalOf, type Fiscal } from '../../../shared/calendar/fiscal.ts'
import { civil, toIsoDate } from '../../../shared/calendar/day.ts'
import { grainKey, type Grain } from '../../../shared/calendar/grain.ts'

/** 0001-01-01, a Monday. */
const FIRST_MONDAY = -719_162

/** The running number of the step that a day lies in: what the warehouse's `day` table has, one column a grain. */
export function stepNumber(grain: Grain, day: number, fiscal: Fiscal): number {
  const { year, month } = civil(day)
  const months = year * 12 + month - 1
  const own = (): number => {
    const { year: named, period } = fiscalOf(day, fiscal)
    return named * 12 + period - 1
  }
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return Math.floor((day - FIRST_MONDAY) / 7)
    case 'month':
      return months
    case 'quarter':
      return Math.floor(months / 3)
    case 'year':
      return year
    case 'period':
      return own()
    case 'fiscal-quarter':
      return Math.floor(own() / 3)
    case 'fiscal-year':
      return Math.floor(own() / 12)
  }
}

/** The step's key in results, from its running number. */
export function stepText(grain: Grain, step: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const of = (n: number): [number, number] => [Math.floor(step / n), (((step % n) + n) % n) + 1]
  switch (grain) {
    case 'day':
      return toIsoDate(step)
    case 'week':
      return grainKey(step * 7 + FIRST_MONDAY, 'week')
    case 'month':
      return `${of(12)[0]}-${two(of(12)[1])}`
    case 'quarter':
      return `${of(4)[0]}-Q${of(4)[1]}`
    case 'year':
      return String(step)
    case 'period':
      return `FY${of(12)[0]}-P${two(of(12)[1])}`
    case 'fiscal-quarter':
      return `FY${of(4)[0]}-Q${of(4)[1]}`
    case 'fiscal-year':
      return `FY${step}`
  }
}
