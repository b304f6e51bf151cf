import type { BarSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import { inUnits, plotGrid, stepAxis, valueAxis } from '../axes.ts'
import { shownValues, stepModel, strokeOf, type Hidden } from '../line/option.ts'
import type { ChartModel, ChartOption, ChartStyle } from '../model.ts'
import type { AxisUnit } from '../scale.ts'

/**
 * Bars over time, for short spans: what was spent on a day is an amount, not a level, so a line between days would lie.
 * They start at zero. The comparison stands as a paler bar beside its step.
 */
export function barModel(
  series: Series,
  style: ChartStyle,
  hidden?: Hidden,
): ChartModel & { unit: AxisUnit } {
  const { unit, drawn, ticks } = inUnits(shownValues(series, hidden), series, true)
  const option: ChartOption = {
    grid: plotGrid(),
    xAxis: stepAxis(series.x, style.words, 'shadow'),
    yAxis: valueAxis(ticks, style.words),
    tooltip: { trigger: 'axis' },
    series: series.lines.map((line, row): BarSeriesOption => ({
      id: line.id,
      name: line.label,
      type: 'bar',
      barMaxWidth: 28,
      barGap: '10%',
      barMinHeight: 1,
      itemStyle: { color: strokeOf(line, row, style).colour, borderRadius: [1, 1, 0, 0] },
      data: (drawn[row] as (number | null)[]).map(value => value ?? '-'),
    })),
  }
  return { ...stepModel(series, style, hidden), option, unit }
}
