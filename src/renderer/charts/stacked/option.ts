import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import { addTotals } from '../../../shared/money/add.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { inUnits, plotGrid, stepAxis, valueAxis } from '../axes.ts'
import { shownValues, stepModel, strokeOf, type Hidden } from '../line/option.ts'
import type { ChartModel, ChartStyle } from '../model.ts'
import type { AxisUnit } from '../scale.ts'

/** More steps than this are areas: bars would be hairs. */
const MOST_BARS = 40

/**
 * Parts of a whole over time, on top of each other: bars, or areas where there are many steps. Parts below nil stand below it, and
 * then only as bars, as an area cannot show both.
 */
export function stackedModel(
  series: Series,
  style: ChartStyle,
  total: string,
  hidden?: Hidden,
): ChartModel & { unit: AxisUnit } {
  const shown = shownValues(series, hidden)
  const sums = (sign: 1 | -1): (Total | null)[] =>
    series.x.map((_, i) =>
      addTotals(shown.map(values => values[i] ?? 0).filter(value => (value < 0 ? -1 : 1) === sign)),
    )
  const { unit, ticks } = inUnits([sums(1), sums(-1)], series, true)
  const { drawn } = inUnits(shown, series, true)
  const size = inUnits(shown, series, true).unit.size / unit.size
  const asBars = series.x.length <= MOST_BARS || shown.some(values => values.some(v => v !== null && v < 0))
  const model = stepModel(series, style, hidden)
  return {
    ...model,
    unit,
    tooltip: mark => {
      const found = model.tooltip(mark)
      const whole = addTotals(shown.map(values => values[mark.column] ?? 0))
      return {
        ...found,
        rows: [...found.rows, { label: total, value: style.words.full(whole), strong: true }],
      }
    },
    option: {
      grid: plotGrid(),
      xAxis: stepAxis(series.x, style.words, asBars ? 'shadow' : 'line'),
      yAxis: valueAxis(ticks, style.words),
      tooltip: { trigger: 'axis' },
      series: series.lines.map((line, row): BarSeriesOption | LineSeriesOption => {
        const { colour } = strokeOf(line, row, style)
        const data = (drawn[row] ?? []).map(value => (value === null ? '-' : value * size))
        const both = { id: line.id, name: line.label, stack: 'whole', data, itemStyle: { color: colour } }
        return asBars
          ? {
              ...both,
              type: 'bar',
              barMaxWidth: 36,
              barCategoryGap: '30%',
              itemStyle: { color: colour, borderColor: style.colours.surface, borderWidth: 0.5 },
            }
          : {
              ...both,
              type: 'line',
              showSymbol: false,
              lineStyle: { width: 0 },
              areaStyle: { color: colour, opacity: 0.85 },
            }
      }),
    },
  }
}
