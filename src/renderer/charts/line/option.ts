import type { LineSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import type { ChartModel, ChartOption, ChartStyle, Mark, TooltipContent } from '../model.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit } from '../scale.ts'
import { stepLabels } from '../steps.ts'

type Line = Series['lines'][number]
type Point = NonNullable<LineSeriesOption['data']>[number]

/** Over this many steps the line is drawn without a dot on each. */
const DOTS_UP_TO = 40

/**
 * Lines over time: the figures of the period in ink, what they are compared with as a lighter line of the same hue, its last
 * known point ringed and labelled. Gaps (null) stay gaps; a point with a gap on both sides keeps its dot.
 */
export function lineModel(series: Series, style: ChartStyle): ChartModel & { unit: AxisUnit } {
  const { colours, words, fontFamily } = style
  const major = series.lines.map(line => line.values.map(v => toMajor(v, series.unit, series.currency)))
  const unit = axisUnit(major.flat())
  const drawn = major.map(values => values.map(v => (v === null ? null : v / unit.size)))
  const ticks = niceTicks(drawn.flat(), { zero: false })
  const option: ChartOption = {
    grid: {
      left: 2,
      right: 34,
      top: 18,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: series.x.map((_, i) => String(i)),
      axisLabel: {
        hideOverlap: true,
        lineHeight: 13,
        interval: 0,
        formatter: stepFormatter(stepLabels(series.x, words)),
      },
      axisPointer: { type: 'line', label: { show: false } },
    },
    yAxis: {
      type: 'value',
      min: ticks.min,
      max: ticks.max,
      interval: ticks.interval,
      axisLabel: { formatter: (v: number) => words.tick(v, ticks.decimals) },
    },
    tooltip: { trigger: 'axis' },
    series: series.lines.map((line, row): LineSeriesOption => {
      const values = drawn[row] as (number | null)[]
      const stroke = strokeOf(line, row, style)
      const last = line.role === 'actual' ? values.findLastIndex(v => v !== null) : -1
      return {
        id: line.id,
        name: line.label,
        type: 'line',
        z: line.role === 'actual' ? 4 : 2,
        symbol: 'circle',
        showSymbol: true,
        lineStyle: { color: stroke.colour, width: stroke.width, type: stroke.dash },
        itemStyle: { color: stroke.colour },
        data: values.map((value, i): Point => {
          if (i === last && value !== null) {
            return {
              value,
              symbolSize: 9,
              itemStyle: { color: colours.surface, borderColor: stroke.colour, borderWidth: 2 },
              label: {
                show: true,
                formatter: words.tick(value, Math.max(ticks.decimals, unit.size > 1 ? 2 : 0)),
                position: 'top',
                distance: 6,
                fontFamily,
                fontSize: 12,
                fontWeight: 600,
                color: colours.text,
              },
            }
          }
          const alone = values[i - 1] == null && values[i + 1] == null
          const dot = alone || (line.role !== 'comparison' && values.length <= DOTS_UP_TO)
          return { value: value ?? '-', symbolSize: dot ? 5 : 0 }
        }),
      }
    }),
  }
  return { ...stepModel(series, style), option, unit }
}

/** Marks, tooltips and places of a chart whose lines share their steps: the same for lines and for bars. */
export function stepModel(
  series: Series,
  style: ChartStyle,
): Pick<ChartModel, 'marks' | 'tooltip' | 'locate' | 'place' | 'trigger' | 'patterns'> {
  const { words } = style
  const figure = (row: number, column: number): string => {
    const value = series.lines[row]?.values[column]
    return value === null || value === undefined ? words.noData : words.full(value)
  }
  return {
    trigger: 'axis',
    patterns: true,
    marks: series.lines.map((line, row) =>
      series.x.map((key, column): Mark => ({
        row,
        column,
        label: `${words.stepLong(key)}, ${line.label}, ${figure(row, column)}`,
      })),
    ),
    tooltip: ({ row: at, column }): TooltipContent => ({
      title: words.stepLong(series.x[column] ?? ''),
      rows: series.lines.map((line, row) => ({
        swatch: strokeOf(line, row, style).colour,
        shape: line.role === 'income' ? 'circle' : line.role === 'expense' ? 'square' : 'line',
        label: line.label,
        value: figure(row, column),
        strong: row === at,
      })),
    }),
    locate: (row, column) => ({ row, column }),
    place: ({ row, column }) => ({ seriesIndex: row, dataIndex: column }),
  }
}

/** A line's colour and weight by what it stands for; several actual lines take the categorical colours in their order. */
export function strokeOf(
  line: Line,
  row: number,
  { colours }: ChartStyle,
): { colour: string; width: number; dash: 'solid' | 'dashed' | 'dotted' } {
  switch (line.role) {
    case 'comparison':
      return { colour: colours.comparison, width: 1.5, dash: 'solid' }
    case 'budget':
      return { colour: colours.text2, width: 1.25, dash: 'dotted' }
    case 'forecast':
      return { colour: colours.categorical[0] as string, width: 1.5, dash: 'dashed' }
    case 'income':
      return { colour: colours.income, width: 1.75, dash: 'solid' }
    case 'expense':
      return { colour: colours.expense, width: 1.75, dash: 'solid' }
    case 'actual':
      return {
        colour: colours.categorical[row % colours.categorical.length] as string,
        width: 2,
        dash: 'solid',
      }
  }
}

/** Category axes are indexed by position, as two steps may have one short name (January of two years). */
export function stepFormatter(labels: readonly string[]): (value: string) => string {
  return value => labels[Number(value)] ?? ''
}
