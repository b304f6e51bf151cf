import type { BarSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import { stepFormatter, stepModel, strokeOf } from '../line/option.ts'
import type { ChartModel, ChartOption, ChartStyle } from '../model.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit } from '../scale.ts'
import { stepLabels } from '../steps.ts'

/**
 * Bars over time, for short spans: what was spent on a day is an amount, not a level, so a line between days would lie.
 * They start at zero. The comparison stands as a paler bar beside its step.
 */
export function barModel(series: Series, style: ChartStyle): ChartModel & { unit: AxisUnit } {
  const { words } = style
  const major = series.lines.map(line => line.values.map(v => toMajor(v, series.unit, series.currency)))
  const unit = axisUnit(major.flat())
  const drawn = major.map(values => values.map(v => (v === null ? null : v / unit.size)))
  const ticks = niceTicks(drawn.flat(), { zero: true })
  const option: ChartOption = {
    grid: { left: 2, right: 8, top: 18, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: series.x.map((_, i) => String(i)),
      axisLabel: { hideOverlap: true, lineHeight: 13, formatter: stepFormatter(stepLabels(series.x, words)) },
      axisPointer: { type: 'shadow', label: { show: false } },
    },
    yAxis: {
      type: 'value',
      min: ticks.min,
      max: ticks.max,
      interval: ticks.interval,
      axisLabel: { formatter: (v: number) => words.tick(v, ticks.decimals) },
    },
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
  return { ...stepModel(series, style), option, unit }
}
