import { describe, expect, it } from 'vitest'
import { periodBefore, wholeMonths, yearBefore } from './compare.ts'
import { parseIsoDate, toIsoDate, type Day } from './day.ts'

const span = (from: string, to: string) => ({ from: parseIsoDate(from) as Day, to: parseIsoDate(to) as Day })
const text = ({ from, to }: { from: Day; to: Day }): string => `${toIsoDate(from)} ${toIsoDate(to)}`

describe('what a span is compared with', () => {
  it('is as many whole months just before, where it is whole months', () => {
    expect(text(periodBefore(span('2025-03-01', '2025-03-31')))).toBe('2025-02-01 2025-02-28')
    expect(text(periodBefore(span('2025-04-01', '2026-03-31')))).toBe('2024-04-01 2025-03-31')
  })

  it('is as many days just before, where it is not', () => {
    expect(text(periodBefore(span('2025-03-10', '2025-03-16')))).toBe('2025-03-03 2025-03-09')
  })

  it('is the same days a year before; a month’s end stays its end', () => {
    expect(text(yearBefore(span('2025-02-01', '2025-02-28')))).toBe('2024-02-01 2024-02-29')
    expect(text(yearBefore(span('2024-02-29', '2024-03-05')))).toBe('2023-02-28 2023-03-05')
  })

  it('is the periods of the fiscal year before in a calendar of weeks, where it is whole periods', () => {
    const retail = { startMonth: 2, pattern: '4-5-4', endsOn: 5, ends: 'nearest' } as const
    // Fiscal 2024 has 52 weeks and 2023 has 53.
    const year = span('2024-02-04', '2025-02-01')
    expect(text(yearBefore(year, retail))).toBe('2023-01-29 2024-02-03')
    expect(text(periodBefore(year, retail))).toBe('2023-01-29 2024-02-03')
    const second = span('2024-03-03', '2024-04-06')
    expect(text(yearBefore(second, retail))).toBe('2023-02-26 2023-04-01')
    expect(text(periodBefore(second, retail))).toBe('2024-02-04 2024-03-02')
    // Months and other days are the calendar's.
    expect(text(yearBefore(span('2024-03-01', '2024-03-31'), retail))).toBe('2023-03-01 2023-03-31')
    expect(text(periodBefore(span('2024-03-04', '2024-03-10'), retail))).toBe('2024-02-26 2024-03-03')
  })

  it('counts whole months', () => {
    expect(wholeMonths(span('2025-01-01', '2025-12-31'))).toBe(12)
    expect(wholeMonths(span('2025-01-02', '2025-12-31'))).toBe(0)
  })
})
