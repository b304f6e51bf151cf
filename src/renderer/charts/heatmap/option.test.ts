import { describe, expect, it } from 'vitest'
import type { Matrix } from '../../../shared/data/data.ts'
import { chartColours } from '../colours.ts'
import { testStyle } from '../testing.ts'
import {
  CHANGE_BINS,
  cellInk,
  changeBins,
  changeStep,
  latestColumns,
  luminance,
  percentChange,
} from './cells.ts'
import { heatmapModel } from './option.ts'

const names = { amount: 'Spent', before: 'Last year', change: 'Change', fresh: 'new' }

const matrix: Matrix = {
  kind: 'matrix',
  unit: 'money',
  currency: 'GBP',
  rows: [
    { key: 'cc1', label: 'Responsive repairs' },
    { key: 'cc2', label: 'Voids' },
  ],
  columns: [
    { key: '2025-09', label: 'Sep' },
    { key: '2025-10', label: 'Oct' },
  ],
  values: [
    [100_000, 129_000],
    [null, 50_000],
  ],
  before: [
    [97_000, 100_000],
    [80_000, 0],
  ],
}

interface Cell {
  value: [number, number, number]
  itemStyle: { color: string }
  label: { formatter: string; color: string }
}
const cells = (mode: 'change' | 'amount'): Cell[] =>
  (heatmapModel(matrix, mode, names, testStyle).option.series as { data: Cell[] }[])[0]?.data ?? []

describe('the heatmap', () => {
  it('prints each change in its cell, and leaves a cell without entries empty', () => {
    expect(cells('change').map(c => [c.value[0], c.value[1], c.label.formatter])).toEqual([
      [0, 0, '+3'],
      [1, 0, '+29'],
      [1, 1, 'new'],
    ])
  })

  it('prints no percentage where a net refund turns the sign, and does not call it new', () => {
    const refunds = { ...matrix, values: [[-5, 7]], before: [[100, -7]], rows: matrix.rows.slice(0, 1) }
    const [series] = heatmapModel(refunds, 'change', names, testStyle).option.series as { data: Cell[] }[]
    expect(series?.data.map(c => c.label.formatter)).toEqual(['±', '±'])
  })

  it('judges only outside the wide neutral band', () => {
    expect([-16, -9, -2, -1, 0, 7, 8, 13, 29].map(p => changeStep(p))).toEqual([6, 5, 4, 3, 3, 3, 2, 1, 0])
    const [usual, much, fresh] = cells('change')
    expect(usual?.itemStyle.color).toBe('#F1F0EC')
    expect(much?.itemStyle.color).toBe('#A9371A')
    expect(fresh?.itemStyle.color, 'nothing to judge by').toBe('#F1F0EC')
  })

  it('widens the neutral band about its middle where months usually scatter wider', () => {
    expect(changeBins([40, -40]), 'too few to tell').toBe(CHANGE_BINS)
    const quiet = Array.from({ length: 30 }, (_, i) => 1 + (i % 5))
    expect(changeBins(quiet)).toBe(CHANGE_BINS)
    // −29 … +29: the median deviates by 14.5, a robust standard deviation of 21.5
    const noisy = Array.from({ length: 30 }, (_, i) => -29 + 2 * i)
    const bins = changeBins(noisy)
    expect(bins[2]).toBe(-19)
    expect(bins[3]).toBe(25)
    expect([...bins]).toEqual(bins.toSorted((a, b) => a - b))
    expect(changeStep(20, bins)).toBe(3)
    expect(changeStep(20)).toBe(1)
    expect(changeStep(200, bins)).toBe(0)
  })

  it('shows plain amounts on the one-hue scale, without a judgement', () => {
    const colours = cells('amount').map(c => c.itemStyle.color)
    expect(colours.every(c => testStyle.colours.sequential.includes(c))).toBe(true)
    expect(colours[1]).toBe('#293F8F')
  })

  it('makes no percentage of nothing, of no data or of a net refund', () => {
    expect(percentChange(100, 0)).toBeUndefined()
    expect(percentChange(100, null)).toBeUndefined()
    expect(percentChange(null, 100)).toBeUndefined()
    expect(percentChange(100, -5)).toBeUndefined()
    expect(percentChange(-5, 100)).toBeUndefined()
    expect(percentChange(129_000n, 100_000n)).toBeCloseTo(29)
  })

  it('writes in ink or white, whichever reads at 4.5 or better on every step of every theme', () => {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      const { sequential, diverging } = chartColours(theme)
      for (const fill of [...sequential, ...diverging]) {
        const [a, b] = [luminance(fill), luminance(cellInk(fill))].toSorted((x, y) => y - x) as [
          number,
          number,
        ]
        expect((a + 0.05) / (b + 0.05), `${theme} ${fill}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it('skips empty cells with the arrow keys, and finds each cell from where it is drawn', () => {
    const model = heatmapModel(matrix, 'change', names, testStyle)
    expect(model.marks[1]?.[0]).toBeNull()
    const mark = model.marks[1]?.[1]
    if (!mark) throw new Error('no mark')
    expect(mark.label).toBe('Voids, step 2025-10, £500.00')
    const { seriesIndex, dataIndex } = model.place(mark)
    expect(model.locate(seriesIndex, dataIndex)).toEqual({ row: 1, column: 1 })
  })

  it('keeps values and comparison aligned when it shows the latest months only', () => {
    const latest = latestColumns(matrix, 1)
    expect(latest.columns.map(c => c.key)).toEqual(['2025-10'])
    expect(latest.values).toEqual([[129_000], [50_000]])
    expect(latest.before).toEqual([[100_000], [0]])
  })
})
