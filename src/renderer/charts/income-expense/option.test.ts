import { expect, it } from 'vitest'
import type { Series } from '../../../shared/data/data.ts'
import { testStyle } from '../testing.ts'
import { incomeExpenseModel, latestSteps, surpluses, narrowDecimals, surplusWidth } from './option.ts'

const series: Series = {
  kind: 'series',
  unit: 'money',
  currency: 'GBP',
  x: ['2025-09', '2025-10', '2025-11'],
  lines: [
    { id: 'expense', label: 'Expenditure', role: 'expense', values: [717_000_000, 776_212_419, null] },
    { id: 'income', label: 'Income', role: 'income', values: [740_000_000, 736_000_000, null] },
  ],
}

interface Drawn {
  id: string
  type: string
  symbol?: string
  data: unknown[]
}
const drawn = (of: Series): Drawn[] => incomeExpenseModel(of, testStyle).option.series as Drawn[]

it('tells income from expenditure by shape as well as by colour', () => {
  const lines = drawn(series).filter(s => s.type === 'line')
  expect(lines.map(line => [line.id, line.symbol])).toEqual([
    ['income', 'circle'],
    ['expense', 'rect'],
  ])
})

it('tints the gap by who is ahead, in whatever order the lines come', () => {
  const gap = drawn(series).find(s => s.id === 'gap')?.data as {
    value: number
    itemStyle: { color: string }
  }[]
  expect(gap[0]?.itemStyle.color).toBe('#E3F2EB')
  expect(gap[1]?.itemStyle.color).toBe('#FBEAE5')
  expect(gap[2]).toBe('-')
})

it('hides a line with the gap beside it, and keeps the unit of the surpluses', () => {
  const { option, marks, unit } = incomeExpenseModel(series, testStyle, new Set(['income']))
  const [income, expense, base] = option.series as Drawn[]
  expect(income?.data).toEqual(['-', '-', '-'])
  expect(expense?.data).toEqual(drawn(series).find(line => line.id === 'expense')?.data)
  expect(base?.data).toEqual(['-', '-', '-'])
  expect(marks[0]).toEqual([null, null, null])
  expect(unit).toEqual(incomeExpenseModel(series, testStyle).unit)
})

it('works out the surplus exactly, also beyond what a number holds', () => {
  expect(surpluses(series)).toEqual([23_000_000, -40_212_419, null])
  const huge = {
    ...series,
    x: ['2025'],
    lines: [
      { id: 'i', label: '', role: 'income' as const, values: [2n ** 60n] },
      { id: 'e', label: '', role: 'expense' as const, values: [1] },
    ],
  }
  expect(surpluses(huge)).toEqual([2n ** 60n - 1n])
})

it('leaves the tint out where a net refund makes a month negative', () => {
  const refund = {
    ...series,
    x: ['2025-09'],
    lines: [
      { id: 'i', label: '', role: 'income' as const, values: [100] },
      { id: 'e', label: '', role: 'expense' as const, values: [-50] },
    ],
  }
  expect(drawn(refund).find(s => s.id === 'gap')?.data).toEqual(['-'])
})

it('keeps all lines aligned when it shows the latest steps only', () => {
  const latest = latestSteps(series, 2)
  expect(latest.x).toEqual(['2025-10', '2025-11'])
  expect(latest.lines.map(line => line.values)).toEqual([
    [776_212_419, null],
    [736_000_000, null],
  ])
})

it.each([
  [[0, 1.2, 9.99], 2],
  [[9.996], 1],
  [[-0, 12.3], 1],
  [[99.96, 1], 0],
  [[], 2],
])('prints %j with %i decimals: never more than three digits of what fits', (sizes, decimals) => {
  expect(narrowDecimals(sizes)).toBe(decimals)
})

it('gives thousands of pounds more room than tenths of a million', () => {
  const of = (income: number): number =>
    surplusWidth({
      ...series,
      x: ['2025-10'],
      lines: [
        { id: 'i', label: '', role: 'income', values: [income] },
        { id: 'e', label: '', role: 'expense', values: [100] },
      ],
    })
  expect(of(160_300)).toBe(41)
  expect(of(500_000_000)).toBe(34)
  expect(of(160_300)).toBeGreaterThan(of(500_000_000))
})
