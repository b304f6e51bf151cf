import type { LineSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import { inUnits, plotGrid, stepAxis, valueAxis } from '../axes.ts'
import { REST_KEY } from '../../../shared/boards/tile.ts'
import { markAt } from '../mark.ts'
import type { ChartModel, ChartOption, ChartStyle, Mark, TooltipContent } from '../model.ts'
import type { AxisUnit } from '../scale.ts'

type Line = Series['lines'][number]
type Point = NonNullable<LineSeriesOption['data']>[number]

/** Over this many steps the line is drawn without a dot on each. */
const DOTS_UP_TO = 40

/**
 * Lines over time: the figures of the period in ink, what they are compared with as a lighter line of the same hue, its last
 * known point ringed and labelled. Gaps (null) stay gaps; a point with a gap on both sides keeps its dot.
 */
export function lineModel(
  series: Series,
  style: ChartStyle,
  hidden?: Hidden,
): ChartModel & { unit: AxisUnit } {
  const { colours, words, fontFamily } = style
  const { unit, drawn, ticks } = inUnits(shownValues(series, hidden), series, false)
  // Several lines would write their last figures over each other.
  const single = series.lines.filter(line => line.role === 'actual' && !hidden?.has(line.id)).length === 1
  const option: ChartOption = {
    grid: plotGrid(34),
    xAxis: stepAxis(series.x, words, 'line'),
    yAxis: valueAxis(ticks, words),
    tooltip: { trigger: 'axis' },
    series: series.lines.map((line, row): LineSeriesOption => {
      const values = drawn[row] as (number | null)[]
      const stroke = strokeOf(line, row, style)
      const last = line.role === 'actual' && single ? values.findLastIndex(v => v !== null) : -1
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
  return { ...stepModel(series, style, hidden), option, unit }
}

/** Ids of lines that the legend has put out of sight. */
export type Hidden = ReadonlySet<string>

/** The lines' values, those of hidden lines unknown: so that each line keeps its place, and with it its colour. */
export function shownValues(series: Series, hidden: Hidden | undefined): Line['values'][] {
  return series.lines.map(line => (hidden?.has(line.id) ? line.values.map(() => null) : line.values))
}

/** Marks, tooltips and places of a chart whose lines share their steps: the same for lines and for bars. */
export function stepModel(
  series: Series,
  style: ChartStyle,
  hidden?: Hidden,
): Pick<ChartModel, 'marks' | 'tooltip' | 'locate' | 'place' | 'trigger' | 'patterns' | 'zoom'> {
  const { words } = style
  const figure = (row: number, column: number): string => {
    const value = series.lines[row]?.values[column]
    return value === null || value === undefined ? words.noData : words.full(value)
  }
  return {
    trigger: 'axis',
    patterns: true,
    zoom: series.x.length,
    marks: series.lines.map((line, row) =>
      series.x.map((key, column): Mark | null =>
        hidden?.has(line.id)
          ? null
          : markAt(row, column, () => `${words.stepLong(key)}, ${line.label}, ${figure(row, column)}`),
      ),
    ),
    tooltip: ({ row: at, column }): TooltipContent => ({
      title: words.stepLong(series.x[column] ?? ''),
      rows: series.lines.flatMap((line, row) =>
        hidden?.has(line.id)
          ? []
          : {
              swatch: strokeOf(line, row, style).colour,
              shape: line.role === 'income' ? 'circle' : line.role === 'expense' ? 'square' : 'line',
              label: line.label,
              value: figure(row, column),
              strong: row === at,
            },
      ),
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
        // The others together are grey, so that they are not taken for one of the members.
        colour:
          line.id === REST_KEY
            ? colours.other
            : (colours.categorical[row % colours.categorical.length] as string),
        width: 2,
        dash: 'solid',
      }
  }
}
