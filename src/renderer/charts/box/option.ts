import type { ChartModel, ChartStyle } from '../model.ts'
import { plotGrid } from '../axes.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit } from '../scale.ts'

/** Tukey's five figures of one member, minor units: whiskers at the last values within 1.5 × the interquartile range. */
export interface Box {
  key: string
  label: string
  count: number
  low: number
  q1: number
  median: number
  q3: number
  high: number
}

export type BoxWords = Record<'low' | 'q1' | 'median' | 'q3' | 'high' | 'count', string> & {
  full(count: number): string
}

/** Boxes under each other, the first on top: names are read in full beside them. */
export function boxModel(
  boxes: readonly Box[],
  currency: string,
  style: ChartStyle,
  names: BoxWords,
): ChartModel & { unit: AxisUnit } {
  const { colours, words, fontFamily } = style
  const figures = boxes.map(box =>
    [box.low, box.q1, box.median, box.q3, box.high].map(value => toMajor(value, 'money', currency) ?? 0),
  )
  const unit = axisUnit(figures.flat())
  const drawn = figures.map(five => five.map(value => value / unit.size))
  const ticks = niceTicks(drawn.flat(), { zero: false })
  const said = (box: Box): { label: string; value: string }[] => [
    ...(['low', 'q1', 'median', 'q3', 'high'] as const).map(id => ({
      label: names[id],
      value: words.full(Math.round(box[id])),
    })),
    { label: names.count, value: names.full(box.count) },
  ]
  return {
    unit,
    trigger: 'item',
    patterns: false,
    option: {
      grid: plotGrid(12, 8),
      xAxis: {
        type: 'value',
        min: ticks.min,
        max: ticks.max,
        interval: ticks.interval,
        axisLabel: { hideOverlap: true, formatter: (v: number) => words.tick(v, ticks.decimals) },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: boxes.map(box => box.key),
        axisTick: { show: false },
        axisLabel: {
          fontFamily,
          width: 150,
          overflow: 'truncate',
          formatter: (_key: string, i: number) => boxes[i]?.label ?? '',
        },
      },
      tooltip: { trigger: 'item' },
      series: [
        {
          type: 'boxplot',
          boxWidth: [8, 22],
          itemStyle: { color: colours.band, borderColor: colours.accent, borderWidth: 1.5 },
          data: drawn,
        },
      ],
    },
    marks: boxes.map((box, row) => [
      {
        row,
        column: 0,
        label: `${box.label}, ${said(box)
          .map(one => `${one.label} ${one.value}`)
          .join(', ')}`,
      },
    ]),
    tooltip: ({ row }) => {
      const box = boxes[row]
      return { title: box?.label ?? '', rows: box ? said(box) : [] }
    },
    locate: (_series, index) => ({ row: index, column: 0 }),
    place: mark => ({ seriesIndex: 0, dataIndex: mark.row }),
  }
}
