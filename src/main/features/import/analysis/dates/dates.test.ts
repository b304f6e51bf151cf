import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toIsoDate } from '../../../../../shared/calendar/day.ts'
import { DateEvidence } from './detect.ts'
import { fiscalPeriodEnd } from '../../../../../shared/calendar/fiscal.ts'
import { orderOfPattern, parseDate, PATTERN_OF, type DateOrder } from './parse.ts'

function settle(...texts: string[]) {
  const evidence = new DateEvidence()
  for (const text of texts) evidence.add(text)
  return evidence.settle()
}

describe('date styles', () => {
  it.each([
    ['24/12/2010', 'dmy', '2010-12-24'],
    ['12/24/2010', 'mdy', '2010-12-24'],
    ['06-Apr-2011', 'dny', '2011-04-06'],
    ['20-Dec-13', 'dny2', '2013-12-20'],
    ['10-Nov-9', 'dny2', '2009-11-10'],
    ['24.12.09', 'dmy2', '2009-12-24'],
    ['3. Januar 2024', 'dny', '2024-01-03'],
    ['2 août 2024', 'dny', '2024-08-02'],
    ['Jan 5, 2024', 'ndy', '2024-01-05'],
    ['20091224120000[0:GMT]', 'compact-ymd', '2009-12-24'],
    ['2018-01-01 14:25 UTC', 'ymd', '2018-01-01'],
    ['2020-01-01T13:00:00', 'ymd', '2020-01-01'],
    ['2012/3/22', 'ymd', '2012-03-22'],
    ['1658912400000', 'epoch', '2022-07-27'],
    ['201909', 'compact-ym', '2019-09-30'],
    ['09/2019', 'my', '2019-09-30'],
    ['Sep 2019', 'ny', '2019-09-30'],
  ])('%s reads as %s', (text, order, iso) => {
    expect(settle(text)?.order).toBe(order)
    expect(toIsoDate(parseDate(text, order as DateOrder) as number)).toBe(iso)
  })

  it('settle day or month first by the column as a whole, and say so where it does not', () => {
    expect(settle('03/04/2024', '05/06/2024')).toMatchObject({ order: 'dmy', rivals: ['mdy'] })
    expect(settle('03/04/2024', '25/06/2024')).toMatchObject({ order: 'dmy', rivals: [] })
    expect(settle('03/04/2024', '05/26/2024')).toMatchObject({ order: 'mdy', rivals: [] })
  })

  it.each(['31/02/2024', '00/01/2024', '2024-13-01', 'Total', '', '12345', '99-Zzz-2020'])(
    '%s is no date',
    text =>
      expect(parseDate(text, 'dmy') ?? parseDate(text, 'ymd') ?? parseDate(text, 'dny')).toBeUndefined(),
  )

  it('are named by a pattern that means the same order again', () => {
    for (const [order, pattern] of Object.entries(PATTERN_OF)) expect(orderOfPattern(pattern)).toBe(order)
    expect(orderOfPattern('d.M.yyyy')).toBe('dmy')
    expect(orderOfPattern('yyyy-MM-dd HH:mm:ss')).toBe('ymd')
  })

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(settle(text)?.share ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('posting periods', () => {
  it('lie on the last day of their month in the fiscal year', () => {
    expect(toIsoDate(fiscalPeriodEnd(2019, 9, 1))).toBe('2019-09-30')
    expect(toIsoDate(fiscalPeriodEnd(2019, 9, 4))).toBe('2019-12-31')
    expect(toIsoDate(fiscalPeriodEnd(2019, 10, 4))).toBe('2020-01-31')
  })

  it('thirteen to sixteen lie on the year’s last day', () => {
    for (const period of [13, 14, 15, 16])
      expect(toIsoDate(fiscalPeriodEnd(2019, period, 4))).toBe('2020-03-31')
  })
})
