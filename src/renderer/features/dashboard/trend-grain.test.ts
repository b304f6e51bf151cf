import { describe, expect, it } from 'vitest'
import { drawnGrain, grainOf, offeredGrains, trendGrain } from './trend-grain.ts'

describe('the grain of the trend', () => {
  it('goes one down with each step that is narrowed to', () => {
    const of = (from?: string, to?: string) => trendGrain('year', { from, to }, 4)
    expect(of()).toBe('year')
    expect(of('2023-04-01', '2026-03-31')).toBe('year')
    expect(of('2025-04-01', '2026-03-31')).toBe('quarter')
    expect(of('2025-07-01', '2025-09-30')).toBe('month')
    expect(of('2025-08-01', '2025-08-31')).toBe('day')
    expect(of('2025-08-04', '2025-08-04')).toBe('day')
  })

  it('counts years and quarters by the calendar of the workspace', () => {
    const span = { from: '2025-01-01', to: '2025-12-31' }
    expect(trendGrain('year', span, 1)).toBe('quarter')
    expect(trendGrain('year', span, 4)).toBe('year')
    expect(trendGrain('quarter', { from: '2025-02-01', to: '2025-04-30' }, 2)).toBe('month')
  })

  it('is left to the ledger where none was chosen, and follows what was', () => {
    expect(trendGrain(undefined, { from: '2025-04-01', to: '2026-03-31' }, 4)).toBeUndefined()
    expect(trendGrain('month', { from: '2025-04-01', to: '2026-03-31' }, 4)).toBe('month')
    expect(trendGrain('day', { from: '2025-04-01', to: '2026-03-31' }, 4)).toBe('day')
  })

  it('is read from the address, where anything else counts for nothing', () => {
    expect(grainOf('quarter')).toBe('quarter')
    expect(grainOf('week')).toBeUndefined()
    expect(grainOf(['year', 'day'])).toBeUndefined()
    expect(grainOf(undefined)).toBeUndefined()
  })

  it('offers days up to a little over a year', () => {
    expect(offeredGrains({ from: '2025-04-01', to: '2026-03-31' }, 'month')).toEqual([
      'year',
      'quarter',
      'month',
      'day',
    ])
    expect(offeredGrains({ from: '2023-04-01', to: '2026-03-31' }, 'year')).toEqual([
      'year',
      'quarter',
      'month',
    ])
    expect(offeredGrains({}, 'month')).toEqual(['year', 'quarter', 'month'])
    expect(offeredGrains({}, 'day')).toContain('day')
  })

  it('is told by the keys of its steps', () => {
    expect(
      ['2025-10-31', '2025-10', '2025-Q4', 'FY2025-Q3', '2025', 'FY2025'].map(key => drawnGrain([key])),
    ).toEqual(['day', 'month', 'quarter', 'quarter', 'year', 'year'])
    expect(drawnGrain([])).toBe('month')
  })
})
