import { plotGrid } from '../axes.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit } from '../scale.ts'
import type { ChartModel, ChartStyle } from '../model.ts'

/** How many values lie in [from, to); minor units. */
export interface Bin {
  from: number
  to: number
  count: number
}

export interface HistogramWords {
  count: string
  full(count: number): string
}

/**
 * Counts by size, bars without gaps. Axis: the lower bound of each bin, in the unit that the panel's title names. A bar of few beside one of
 * many keeps a pixel.
 */
export function histogramModel(
  bins: readonly Bin[],
  currency: string,
  style: ChartStyle,
  names: HistogramWords,
): ChartModel & { unit: AxisUnit } {
  const { colours, words } = style
  const from = bins.map(bin => toMajor(bin.from, 'money', currency) ?? 0)
  const unit = axisUnit([...from, toMajor(bins.at(-1)?.to, 'money', currency)])
  const decimals = niceTicks(
    from.map(value => value / unit.size),
    { zero: false },
  ).decimals
  const ticks = niceTicks(
    bins.map(bin => bin.count),
    { zero: true },
  )
  const span = ({ from: low, to }: Bin): string =>
    `${words.full(Math.round(low))} – ${words.full(Math.round(to))}`
  return {
    unit,
    trigger: 'axis',
    patterns: true,
    option: {
      grid: plotGrid(),
      xAxis: {
        type: 'category',
        data: bins.map((_, i) => String(i)),
        axisLabel: {
          hideOverlap: true,
          formatter: (key: string) => words.tick((from[Number(key)] ?? 0) / unit.size, decimals),
        },
        axisPointer: { type: 'shadow', label: { show: false } },
      },
      yAxis: {
        type: 'value',
        min: ticks.min,
        // Entries are whole.
        max: Math.ceil(ticks.max),
        interval: Math.max(1, ticks.interval),
        axisLabel: { formatter: (v: number) => names.full(v) },
      },
      tooltip: { trigger: 'axis' },
      series: [
        {
          type: 'bar',
          barCategoryGap: '6%',
          barMinHeight: 1,
          itemStyle: { color: colours.accent },
          data: bins.map(bin => (bin.count === 0 ? '-' : bin.count)),
        },
      ],
    },
    marks: [
      bins.map((bin, column) => ({
        row: 0,
        column,
        label: `${span(bin)}, ${names.count} ${names.full(bin.count)}`,
      })),
    ],
    tooltip: ({ column }) => {
      const bin = bins[column]
      return {
        title: bin ? span(bin) : '',
        rows: bin
          ? [{ swatch: colours.accent, shape: 'square', label: names.count, value: names.full(bin.count) }]
          : [],
      }
    },
    locate: (_series, index) => ({ row: 0, column: index }),
    place: mark => ({ seriesIndex: 0, dataIndex: mark.column }),
  }
}
