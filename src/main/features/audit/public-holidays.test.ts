import { expect, test } from 'vitest'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import { publicHolidays } from './public-holidays.ts'

const day = (text: string): number => parseIsoDate(text) as number

// Oracle: Section 1 of the Bavarian and Prussian holiday laws: Corpus Christi (30 May 2024) is one in Bavaria and none in Berlin.
test('holidays of a country and of its regions; a place that is not known has none', async () => {
  const of = (place: string) => publicHolidays(place, day('2024-01-01'), day('2024-12-31'))
  expect((await of('GB'))?.has(day('2024-12-25'))).toBe(true)
  expect((await of('DE-BY'))?.has(day('2024-05-30'))).toBe(true)
  expect((await of('DE-BE'))?.has(day('2024-05-30'))).toBe(false)
  expect(await of('QQ')).toBeUndefined()
  expect(await of('DE-QQ')).toBeUndefined()
})
