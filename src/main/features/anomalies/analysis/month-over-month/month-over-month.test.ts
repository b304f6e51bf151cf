import { expect, test } from 'vitest'
import { MONTH_OVER_MONTH_DEFAULTS, monthOverMonth } from './index.ts'

const of = (sums: (number | bigint)[], parameters = MONTH_OVER_MONTH_DEFAULTS) =>
  monthOverMonth([{ key: 'rent', label: 'Rent', sums }], parameters)

test('a change of exactly 30 % counts, one penny less does not', () => {
  expect(of([1000, 1300])).toMatchObject([
    { month: 1, before: 1000, after: 1300, change: 300, percent: 30, kind: 'rise' },
  ])
  expect(of([1000, 1299])).toEqual([])
  expect(of([1000, 700])).toMatchObject([{ change: -300, percent: -30, kind: 'fall' }])
  expect(of([-1000, -1300])).toMatchObject([{ change: -300, percent: 30, kind: 'rise' }])
})

test('without a base there is no percentage: never seen is new, seen before is resumed', () => {
  expect(of([0, 0, 500, 0, 0, 700])).toMatchObject([
    { month: 5, change: 700, percent: null, kind: 'resumed' },
    { month: 3, change: -500, percent: -100, kind: 'stopped' },
    { month: 2, change: 500, percent: null, kind: 'new' },
  ])
  expect(of([500])).toEqual([])
  expect(of([0, 0])).toEqual([])
})

test('changes below the least amount of money are left out, and the largest come first', () => {
  const parameters = { percent: 30, minimum: 500 }
  expect(of([100, 200, 900, 400], parameters).map(c => c.change)).toEqual([700, -500])
})

test('sums beyond 2^53 are compared and subtracted exactly', () => {
  const huge = 9_007_199_254_740_993n
  expect(of([huge, huge * 2n])).toMatchObject([{ before: huge, after: huge * 2n, change: huge }])
  expect(of([huge, huge + 1n])).toEqual([])
})
