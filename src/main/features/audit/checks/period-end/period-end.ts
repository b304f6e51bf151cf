import { civil, daysInMonth, toIsoDate } from '../../../../../shared/calendar/day.ts'
import { bySize, stepAt, type Exception, type Population, type Steps } from '../population.ts'

export interface PeriodEnd {
  dated: number
  inside: number
  /** Rows that would be inside if all days of the months were alike. */
  expected: number
  /** In the population's units. */
  minimum: number
  exceptions: Exception[]
}

/** Large amounts in the last days of a month. Without a `minimum` large is what only one in a hundred reaches. */
export function periodEnd(
  { amounts, date, count }: Population,
  { days, minimum }: { days: number; minimum?: number },
  steps: Steps,
): PeriodEnd {
  const least = minimum ?? largestHundredth(amounts)
  const exceptions: Exception[] = []
  const months = new Set<number>()
  let [dated, inside] = [0, 0]
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const day = date?.[row] ?? Number.NaN
    if (Number.isNaN(day)) continue
    dated += 1
    const { year, month, dayOfMonth } = civil(day)
    months.add(year * 12 + month - 1)
    const left = daysInMonth(year, month) - dayOfMonth
    if (left >= days) continue
    inside += 1
    const amount = Math.abs(amounts[row] as number)
    if (amount >= least && amount > 0)
      exceptions.push({
        rows: [row],
        code: 'period-end',
        values: { date: toIsoDate(day), left, minimum: least },
        amount,
      })
  }
  let all = 0
  for (const month of months) all += daysInMonth(Math.floor(month / 12), (month % 12) + 1)
  return {
    dated,
    inside,
    expected: all === 0 ? 0 : (dated * days * months.size) / all,
    minimum: least,
    exceptions: exceptions.sort(bySize),
  }
}

/** The least of the ⌈n ÷ 100⌉ largest sizes. */
function largestHundredth(amounts: Float64Array): number {
  const sizes = amounts.map(Math.abs).sort()
  return sizes.length === 0 ? 0 : (sizes[sizes.length - Math.ceil(sizes.length / 100)] as number)
}
