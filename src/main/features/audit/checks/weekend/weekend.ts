import { toIsoDate, weekdayOf } from '../../../../../shared/calendar/day.ts'
import { bySize, stepAt, type Exception, type Population, type Steps } from '../population.ts'

export interface WorkingTime {
  /** Days of rest, Monday 0 … Sunday 6. */
  weekend: readonly number[]
  /** Day → name. */
  holidays: ReadonlyMap<number, string>
  /** Minutes of the day, `from` included, `to` not; a night shift ends before it begins. */
  from: number
  to: number
}

export interface Weekend {
  weekend: number
  holiday: number
  afterHours: number
  /** Rows with a date, and with a time. */
  dated: number
  timed: number
  exceptions: Exception[]
}

/** Rows posted when nobody should be at work. A row is in one exception: holiday before weekend before hours. */
export function weekendPostings(
  { amounts, date, time, count }: Population,
  { weekend, holidays, from, to }: WorkingTime,
  steps: Steps,
): Weekend {
  const rest = new Set(weekend)
  const found = { weekend: 0, holiday: 0, afterHours: 0, dated: 0, timed: 0 }
  const exceptions: Exception[] = []
  const at = (minute: number): boolean =>
    from <= to ? minute >= from && minute < to : minute >= from || minute < to
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const day = date?.[row] ?? Number.NaN
    if (Number.isNaN(day)) continue
    found.dated += 1
    const minute = time?.[row] ?? Number.NaN
    if (!Number.isNaN(minute)) found.timed += 1
    const amount = Math.abs(amounts[row] as number)
    const holiday = holidays.get(day)
    const weekday = weekdayOf(day)
    if (holiday !== undefined) {
      found.holiday += 1
      exceptions.push({ rows: [row], code: 'holiday', values: { date: toIsoDate(day), holiday }, amount })
    } else if (rest.has(weekday)) {
      found.weekend += 1
      exceptions.push({ rows: [row], code: 'weekend', values: { date: toIsoDate(day), weekday }, amount })
    } else if (!Number.isNaN(minute) && !at(minute)) {
      found.afterHours += 1
      const values = { date: toIsoDate(day), time: clock(minute) }
      exceptions.push({ rows: [row], code: 'after-hours', values, amount })
    }
  }
  return { ...found, exceptions: exceptions.sort(bySize) }
}

/** Minutes of the day as HH:MM. */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(Math.floor(minute % 60)).padStart(2, '0')}`

/** HH:MM, with or without seconds, as minutes of the day; undefined where it is no time. */
export function minuteOf(text: string): number | undefined {
  const match = /(?:^|[T ])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  return match && hour < 24 && minute < 60 ? hour * 60 + minute : undefined
}
