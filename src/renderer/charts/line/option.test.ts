import { describe, expect, it } from 'vitest'
import type { Series } from '../../../shared/data/data.ts'
import { barModel } from '../bar/option.ts'
import { testStyle } from '../testing.ts'
import { lineModel } from './option.ts'

const spending: Series = {
  kind: 'series',
  unit: 'money',
  currency: 'GBP',
  x: ['2025-08', '2025-09', '2025-10', '2025-11'],
  lines: [
    { id: 'actual', label: 'This year', role: 'actual', values: [698_000_000, null, 776_212_419, null] },
    {
      id: 'before',
      label: 'Last year',
      role: 'comparison',
      values: [671_000_000, 682_000_000, 703_451_463, 1],
    },
  ],
}

interface Drawn {
  data: { value: number | string; symbolSize: number; label?: { formatter: string } }[]
  lineStyle: { color: string; width: number }
}
const drawn = (model: { option: { series?: unknown } }): Drawn[] => model.option.series as Drawn[]

describe('spending over time', () => {
  it('is drawn in millions where it runs to millions, the comparison lighter and thinner', () => {
    const model = lineModel(spending, testStyle)
    expect(model.unit.id).toBe('million')
    const [actual, before] = drawn(model)
    expect(actual?.data[0]?.value).toBe(6.98)
    expect(actual?.lineStyle).toMatchObject({ color: '#2B45A3', width: 2 })
    expect(before?.lineStyle).toMatchObject({ color: '#858FB5', width: 1.5 })
  })

  it('rings and labels the last known point, not the last step', () => {
    const [actual] = drawn(lineModel(spending, testStyle))
    expect(actual?.data.map(point => point.label?.formatter)).toEqual([
      undefined,
      undefined,
      '7.76',
      undefined,
    ])
  })

  it('keeps a gap a gap, and gives a point that stands alone its dot', () => {
    const [actual, before] = drawn(lineModel(spending, testStyle))
    expect(actual?.data[1]?.value).toBe('-')
    expect(actual?.data[0]?.symbolSize).toBe(5)
    expect(before?.data[1]?.symbolSize).toBe(0)
  })

  it('says the exact amount in tooltip and announcement, never the drawn float', () => {
    const model = lineModel(spending, testStyle)
    expect(model.marks[0]?.[2]?.label).toBe('step 2025-10, This year, £7762124.19')
    expect(model.tooltip({ row: 0, column: 1, label: '' }).rows.map(row => row.value)).toEqual([
      'no data',
      '£6820000.00',
    ])
  })

  it('tells January 2024 from January 2025 on the axis', () => {
    const two: Series = {
      ...spending,
      x: ['2024-01', '2025-01'],
      lines: [{ id: 'a', label: 'A', role: 'actual', values: [100, 200] }],
    }
    const axis = lineModel(two, testStyle).option.xAxis as {
      data: string[]
      axisLabel: { formatter: (v: string) => string }
    }
    expect(axis.data.map(axis.axisLabel.formatter)).toEqual(['01\n2024', '01\n2025'])
  })

  it('has as many marks as steps for each line, and places each where it is drawn', () => {
    const model = lineModel(spending, testStyle)
    for (const [row, line] of model.marks.entries()) {
      expect(line).toHaveLength(spending.x.length)
      for (const mark of line) {
        if (!mark) continue
        const { seriesIndex, dataIndex } = model.place(mark)
        expect(model.locate(seriesIndex, dataIndex)).toEqual({ row, column: mark.column })
      }
    }
  })
})

describe('spending by day', () => {
  it('stands on zero as bars, with the comparison beside it', () => {
    const model = barModel(
      { ...spending, x: ['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04'] },
      testStyle,
    )
    expect((model.option.yAxis as { min: number }).min).toBe(0)
    expect((model.option.series as { type: string }[]).map(s => s.type)).toEqual(['bar', 'bar'])
  })
})
