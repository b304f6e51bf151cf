import { describe, expect, test } from 'vitest'
import {
  formatAge,
  formatDate,
  formatFiscalYear,
  formatPeriod,
  formatSpan,
  formatStep,
} from './format-dates.ts'

describe('dates', () => {
  test('a day in each length', () => {
    expect(formatDate('2025-10-31', 'en-GB')).toBe('31 Oct 2025')
    expect(formatDate('2025-10-31', 'en-GB', 'full')).toBe('31 October 2025')
    expect(formatDate('2025-10-31', 'en-GB', 'day')).toBe('31 Oct')
    expect(formatDate('2025-09-30', 'en-GB', 'month-name')).toBe('Sep')
    expect(formatDate('2025-10-31', 'de-DE', 'full')).toBe('31. Oktober 2025')
    expect(formatDate('2025-10-31', 'en-US')).toBe('Oct 31, 2025')
  })

  test('what is no day is given back as it is', () => {
    expect(formatDate('2025-02-30', 'en-GB')).toBe('2025-02-30')
    expect(formatDate('', 'en-GB')).toBe('')
  })

  test('a month with its fiscal period', () => {
    expect(formatPeriod('2025-10', 'en-GB', 4)).toBe('October 2025, P7')
    expect(formatPeriod('2025-03-31', 'en-GB', 4)).toBe('March 2025, P12')
    expect(formatPeriod('2025-10-01', 'de-DE', 1)).toBe('Oktober 2025, P10')
  })

  test('a fiscal year that starts in January is the calendar year', () => {
    expect(formatFiscalYear(2025, 1)).toBe('FY 2025')
    expect(formatFiscalYear(2025, 4)).toBe('FY 2025/26')
    expect(formatFiscalYear(1999, 7)).toBe('FY 1999/00')
    expect(formatFiscalYear(2012, 10, 'de-DE')).toBe('GJ 2012/13')
  })
})

describe('spans', () => {
  test.each([
    ['2025-04-01', '2025-10-31', 'Apr to Oct 2025'],
    ['2025-10-01', '2025-10-31', 'October 2025'],
    ['2025-01-01', '2025-12-31', '2025'],
    ['2024-04-01', '2025-03-31', 'Apr 2024 to Mar 2025'],
    ['2025-10-03', '2025-10-03', '3 Oct 2025'],
    ['2025-10-03', '2025-11-09', '3 Oct to 9 Nov 2025'],
    ['2024-12-03', '2025-01-09', '3 Dec 2024 to 9 Jan 2025'],
    ['2024-02-01', '2024-02-28', '1 Feb to 28 Feb 2024'],
  ])('%s to %s reads “%s”', (from, to, text) => {
    expect(formatSpan(from, to, 'en-GB')).toBe(text)
  })

  test('German says bis', () => {
    expect(formatSpan('2025-04-01', '2025-10-31', 'de-DE')).toMatch(/^Apr\.? bis Okt\.? 2025$/)
  })
})

describe('steps of a chart', () => {
  test.each([
    ['2025-10-31', '31 Oct 2025'],
    ['2025-W07', '2025, W7'],
    ['2025-10', 'Oct 2025'],
    ['2025-Q4', 'Q4 2025'],
    ['2025', '2025'],
    ['FY2025-Q3', 'Q3, FY 2025/26'],
    ['FY2025', 'FY 2025/26'],
    ['FY2025-P07', 'P7, FY 2025/26'],
  ])('%s is %s', (key, text) => {
    expect(formatStep(key, 'en-GB', 4)).toBe(text)
  })
})

test('an age is in its largest whole unit', () => {
  const now = Date.parse('2025-11-01T12:00:00Z')
  expect(formatAge('2025-11-01T09:40:00Z', 'en-GB', now)).toBe('2 hours ago')
  expect(formatAge('2025-10-31T09:40:00Z', 'en-GB', now)).toBe('yesterday')
  expect(formatAge('2025-10-20T12:00:00Z', 'de-DE', now)).toBe('vor 12 Tagen')
  expect(formatAge('not a moment', 'en-GB', now)).toBe('')
})
