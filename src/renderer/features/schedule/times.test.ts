import { expect, test } from 'vitest'
import { cronOf, timesOf } from './times.ts'

test('usual schedules are named and come back as they were written', () => {
  for (const [cron, often, time] of [
    ['5 * * * *', 'hourly', '00:05'],
    ['0 7 * * *', 'daily', '07:00'],
    ['30 18 * * 1-5', 'weekdays', '18:30'],
    ['0 6 1 * *', 'monthly', '06:00'],
  ] as const) {
    expect(timesOf(cron)).toEqual({ often, time })
    expect(cronOf({ often, time }, '')).toBe(cron)
  }
})

test('what has no name stays as it is written', () => {
  for (const cron of ['*/5 * * * *', '0 7 * 3 *', '0 7,19 * * *', '0 * 1 * *'])
    expect(cronOf(timesOf(cron), cron)).toBe(cron)
})
