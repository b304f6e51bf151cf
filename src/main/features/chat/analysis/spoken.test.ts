import { expect, test } from 'vitest'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import { DATES } from './spoken/dates.ts'
import { STEPS } from './spoken/steps.ts'
import { ask, setting } from './testing.ts'

/** Park and Miller's generator: the same draws in every run. */
function drawing(seed: number): (n: number) => number {
  let state = seed
  return n => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
}

const FRAMES = [
  (period: string) => `spend on rent ${period}`,
  (period: string) => `How much did Marketing spend ${period}?`,
  (period: string) => `Wie viel wurde für Marketing ${period} ausgegeben?`,
]

// What a form means is computed beside it, with the calendar's steps alone: no rule of the grammar is used for it.
test.each([
  [1, '2025-08-20'],
  [4, '2025-12-31'],
  [7, '2026-02-11'],
])('every form of a period is understood as it is meant, years from month %i, on %s', (fiscal, today) => {
  const draw = drawing(fiscal + 11)
  const known = setting(fiscal, today)
  const wrong = [...DATES, ...STEPS].flatMap(({ say, span }) => {
    const month = 1 + draw(11)
    const fill = {
      year: 2022 + draw(3),
      month,
      later: month + 1 + draw(12 - month),
      day: 1 + draw(27),
      laterDay: 1 + draw(27),
      n: 2 + draw(8),
      quarter: 1 + draw(4),
      fiscal,
      anchor: known.anchor,
    }
    const [from, to] = span(fill)
    const question = (FRAMES[draw(3)] as (typeof FRAMES)[number])(say(fill))
    const { asked, unknown } = ask(question, known)
    const want = `${from === undefined ? '' : toIsoDate(from)}..${toIsoDate(to)}`
    const have = `${asked?.from ?? ''}..${asked?.to ?? ''}`
    return have === want && asked?.comparison === undefined && unknown.length === 0
      ? []
      : [`${question}: ${have}, not ${want}; unknown: ${unknown.join(',')}`]
  })
  expect(wrong).toEqual([])
})
