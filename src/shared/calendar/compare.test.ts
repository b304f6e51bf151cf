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

  it('counts whole months', () => {
    expect(wholeMonths(span('2025-01-01', '2025-12-31'))).toBe(12)
    expect(wholeMonths(span('2025-01-02', '2025-12-31'))).toBe(0)
  })
})
