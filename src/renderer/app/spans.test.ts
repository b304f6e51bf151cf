import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseIsoDate, toIsoDate } from '../../shared/calendar/day.ts'
import { GRAINS, grainKey, grainNext, grainStart } from '../../shared/calendar/grain.ts'
import { anchorDay, presetSpan, shiftSpan, spanOfStep, stepOfSpan } from './spans.ts'

describe('presets', () => {
  test.each([
    ['this-month', '2025-10-01', '2025-10-31'],
    ['last-month', '2025-09-01', '2025-09-30'],
    ['this-quarter', '2025-10-01', '2025-12-31'],
    ['last-quarter', '2025-07-01', '2025-09-30'],
    ['fiscal-year-to-date', '2025-04-01', '2025-10-31'],
    ['last-fiscal-year', '2024-04-01', '2025-03-31'],
    ['last-12-months', '2024-11-01', '2025-10-31'],
  ] as const)('%s on 14 October 2025, fiscal year from April', (preset, from, to) => {
    expect(presetSpan(preset, '2025-10-14', 4)).toEqual({ from, to })
  })

  test('all has no bounds', () => {
    expect(presetSpan('all', '2025-10-14', 4)).toEqual({})
  })

  test('fiscal quarters start with the fiscal year', () => {
    expect(presetSpan('this-quarter', '2025-01-20', 6)).toEqual({ from: '2024-12-01', to: '2025-02-28' })
  })

  test('a ledger that ended in 2013 counts from its own last day', () => {
    expect(anchorDay('2013-12-31', '2026-01-05')).toBe('2013-12-31')
    expect(anchorDay('2030-01-01', '2026-01-05')).toBe('2026-01-05')
    expect(anchorDay(undefined, '2026-01-05')).toBe('2026-01-05')
  })
})

describe('earlier and later', () => {
  test('whole months move by months, other spans by their days', () => {
    expect(shiftSpan({ from: '2025-02-01', to: '2025-02-28' }, -1)).toEqual({
      from: '2025-01-01',
      to: '2025-01-31',
    })
    expect(shiftSpan({ from: '2024-04-01', to: '2025-03-31' }, 1)).toEqual({
      from: '2025-04-01',
      to: '2026-03-31',
    })
    expect(shiftSpan({ from: '2025-10-06', to: '2025-10-12' }, 1)).toEqual({
      from: '2025-10-13',
      to: '2025-10-19',
    })
  })

  test('an open span stays', () => {
    expect(shiftSpan({ from: '2025-10-06' }, 1)).toEqual({ from: '2025-10-06' })
  })

  test('forth and back is where it began', () => {
    const day = fc.integer({ min: -10_000, max: 30_000 })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), (first, length) => {
        const span = { from: toIsoDate(first), to: toIsoDate(first + length) }
        // A span of days that lands on whole months would then move by months: out of this property.
        const there = shiftSpan(span, 1)
        fc.pre(there.from?.endsWith('-01') === span.from.endsWith('-01'))
        expect(shiftSpan(there, -1)).toEqual(span)
      }),
    )
  })
})

describe('a point of a chart', () => {
  test('its key gives its days, in every grain and fiscal year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 30_000 }),
        fc.constantFrom(...GRAINS),
        fc.integer({ min: 1, max: 12 }),
        (day, grain, startMonth) => {
          const start = grainStart(day, grain, startMonth)
          const span = spanOfStep(grainKey(start, grain, startMonth), startMonth)
          expect(span && parseIsoDate(span.from)).toBe(start)
          expect(span && parseIsoDate(span.to)).toBe(grainNext(start, grain) - 1)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each(['', 'Travel', '2025-13', '2025-W60', '2025-Q7', 'FY25', '2025-02-30'])(
    '“%s” is no step',
    key => {
      expect(spanOfStep(key)).toBeUndefined()
    },
  )
})

it('names the year or quarter that a span is, by the calendar of the workspace', () => {
  expect(stepOfSpan({ from: '2025-04-01', to: '2026-03-31' }, 4)).toBe('FY2025')
  expect(stepOfSpan({ from: '2025-07-01', to: '2025-09-30' }, 4)).toBe('FY2025-Q2')
  expect(stepOfSpan({ from: '2025-01-01', to: '2025-12-31' }, 1)).toBe('2025')
  expect(stepOfSpan({ from: '2025-01-01', to: '2025-12-31' }, 4)).toBeUndefined()
  expect(stepOfSpan({ from: '2025-07-01', to: '2025-09-29' }, 4)).toBeUndefined()
  expect(stepOfSpan({ from: '2025-07-01' }, 4)).toBeUndefined()
})
