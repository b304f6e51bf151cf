import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDate, type Day } from '../../../shared/calendar/day.ts'
import { WEEK_PATTERNS } from '../../../shared/calendar/fiscal.ts'
import { grainKey, GRAINS } from '../../../shared/calendar/grain.ts'
import { createTestWorkspace } from '../../db/testing.ts'
import { stepSql, stepText } from './step.ts'

const day = (text: string): Day => parseIsoDate(text) as Day

test('SQLite counts the steps of every calendar as the program does', () => {
  const { db, close } = createTestWorkspace()
  const months = fc.integer({ min: 1, max: 12 })
  const calendars = fc.oneof(
    months,
    fc.record({
      startMonth: months,
      pattern: fc.constantFrom(...WEEK_PATTERNS),
      endsOn: fc.integer({ min: 0, max: 6 }),
      ends: fc.constantFrom('last' as const, 'nearest' as const),
    }),
  )
  const days = fc.array(fc.integer({ min: day('1950-01-01'), max: day('2150-12-31') }), {
    minLength: 8,
    maxLength: 8,
  })
  fc.assert(
    fc.property(calendars, days, (fiscal, tried) => {
      for (const grain of GRAINS) {
        const step = db
          .prepare(`SELECT ${stepSql(grain, 'day', fiscal)} FROM (SELECT CAST(? AS INTEGER) AS day)`)
          .pluck()
        for (const one of tried)
          expect(stepText(db, grain, step.get(one) as number), `${grain} ${JSON.stringify(fiscal)}`).toBe(
            grainKey(startOf(one), grain, fiscal),
          )
        function startOf(at: number): number {
          // A key is of any day of its step but a week, which is named by its Monday.
          return grain === 'week' ? at - ((((at + 3) % 7) + 7) % 7) : at
        }
      }
    }),
    { numRuns: 60 },
  )
  close()
})
