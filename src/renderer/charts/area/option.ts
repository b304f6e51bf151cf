import type { LineSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import { inUnits, plotGrid, stepAxis, valueAxis } from '../axes.ts'
import { shownValues, stepModel, strokeOf, type Hidden } from '../line/option.ts'
import type { ChartModel, ChartStyle } from '../model.ts'
import type { AxisUnit } from '../scale.ts'

/** Lines whose ground is filled down to nil: for amounts whose size matters more than their change. Begins at nil; what it is compared with is a line. */
export function areaModel(
  series: Series,
  style: ChartStyle,
  hidden?: Hidden,
): ChartModel & { unit: AxisUnit } {
  const { unit, drawn, ticks } = inUnits(shownValues(series, hidden), series, true)
  return {
    ...stepModel(series, style, hidden),
    unit,
    option: {
      grid: plotGrid(),
      xAxis: stepAxis(series.x, style.words, 'line'),
      yAxis: valueAxis(ticks, style.words),
      tooltip: { trigger: 'axis' },
      series: series.lines.map((line, row): LineSeriesOption => {
        const { colour, width, dash } = strokeOf(line, row, style)
        const alone = (i: number): boolean => drawn[row]?.[i - 1] == null && drawn[row]?.[i + 1] == null
        return {
          id: line.id,
          name: line.label,
          type: 'line',
          z: line.role === 'comparison' ? 4 : 2,
          symbol: 'circle',
          lineStyle: { color: colour, width, type: dash },
          itemStyle: { color: colour },
          ...(line.role === 'comparison' ? {} : { areaStyle: { color: colour, opacity: 0.14 } }),
          data: (drawn[row] ?? []).map((value, i) => ({ value: value ?? '-', symbolSize: alone(i) ? 5 : 0 })),
        }
      }),
    },
  }
}
