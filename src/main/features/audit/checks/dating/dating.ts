import { toIsoDate } from '../../../../../shared/calendar/day.ts'
import { medianOf } from '../median.ts'
import { bySize, stepAt, type Exception, type Population, type Steps } from '../population.ts'

export interface Dating {
  /** Rows with both dates. */
  dated: number
  back: number
  forward: number
  /** Days from the date to the entry, the middle of all. */
  medianDays: number | null
  exceptions: Exception[]
}

/** Rows entered long after the day that they are posted to, or posted to a day long after they were entered. */
export function dating(
  { amounts, date, entered, count }: Population,
  { back, forward }: { back: number; forward: number },
  steps: Steps,
): Dating {
  const exceptions: Exception[] = []
  const delays: number[] = []
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const [posted, typed] = [date?.[row] ?? Number.NaN, entered?.[row] ?? Number.NaN]
    const delay = typed - posted
    if (Number.isNaN(delay)) continue
    delays.push(delay)
    if (delay <= back && -delay <= forward) continue
    exceptions.push({
      rows: [row],
      code: delay > 0 ? 'back-dated' : 'forward-dated',
      values: { date: toIsoDate(posted), entered: toIsoDate(typed), days: Math.abs(delay) },
      amount: Math.abs(amounts[row] as number),
    })
  }
  const backDated = exceptions.filter(one => one.code === 'back-dated').length
  return {
    dated: delays.length,
    back: backDated,
    forward: exceptions.length - backDated,
    medianDays: delays.length === 0 ? null : medianOf(delays),
    exceptions: exceptions.sort(bySize),
  }
}
