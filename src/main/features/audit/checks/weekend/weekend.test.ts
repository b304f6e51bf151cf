import { expect, test } from 'vitest'
import { parseIsoDate } from '../../../../../shared/calendar/day.ts'
import { noSteps, populated } from '../testing.ts'
import { minuteOf, weekendPostings } from './weekend.ts'

const day = (text: string): number => parseIsoDate(text) as number
const none = new Map<number, string>()
const office = { weekend: [5, 6], holidays: none, from: 7 * 60, to: 19 * 60 }

// Oracle: a calendar; 2024-03-30 was a Saturday, 2024-03-29 Good Friday, 2024-05-01 a Wednesday.
test('Saturdays and Sundays, holidays by the country, and hours, each row once', () => {
  const holidays = new Map([
    [day('2024-03-29'), 'Good Friday'],
    [day('2024-03-31'), 'Easter Sunday'],
  ])
  const rows = populated([100, 200, -900, 400, 500, 600, 700], {
    date: ['2024-03-28', '2024-03-29', '2024-03-30', '2024-03-31', '2024-04-02', '2024-04-03', ''],
    time: [19 * 60, 600, 600, 600, 6 * 60 + 59, 7 * 60, 0],
  })
  const found = weekendPostings(rows, { ...office, holidays }, noSteps)
  expect(found.exceptions.map(one => [one.rows[0], one.code])).toEqual([
    [2, 'weekend'],
    [4, 'after-hours'],
    [3, 'holiday'],
    [1, 'holiday'],
    [0, 'after-hours'],
  ])
  expect(found).toMatchObject({ weekend: 1, holiday: 2, afterHours: 2, dated: 6, timed: 6 })
})

test('a weekend can be Friday and Saturday, and a shift can end after midnight', () => {
  const rows = populated([1, 1, 1], {
    date: ['2024-03-29', '2024-03-31', '2024-04-01'],
    time: [0, 23 * 60, 12 * 60],
  })
  const found = weekendPostings(rows, { ...office, weekend: [4, 5], from: 22 * 60, to: 6 * 60 }, noSteps)
  expect(found.exceptions.map(one => [one.rows[0], one.code])).toEqual([
    [0, 'weekend'],
    [2, 'after-hours'],
  ])
})

test.each([
  ['18:30', 1110],
  ['2024-03-01T06:05:59', 365],
  ['2024-03-01 23:59:00Z', 1439],
  ['24:00', undefined],
  ['noon', undefined],
])('the time in “%s”', (text, minute) => {
  expect(minuteOf(text)).toBe(minute)
})
