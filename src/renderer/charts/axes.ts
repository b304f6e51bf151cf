import type { Total } from '../../shared/money/minor.ts'
import type { Unit } from '../../shared/data/data.ts'
import type { ChartOption, ChartWords } from './model.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit, type Ticks } from './scale.ts'
import { stepLabels } from './steps.ts'

/** The plot of a chart with axes: as wide as its labels let it be. `right` leaves room for a label at the last point. */
export function plotGrid(right = 8, top = 18): ChartOption['grid'] {
  return { left: 2, right, top, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' }
}

/** Steps of time along the bottom. `pointer`: a hair for levels, a shade for amounts. */
export function stepAxis(
  keys: readonly string[],
  words: ChartWords,
  pointer: 'line' | 'shadow',
): ChartOption['xAxis'] {
  return {
    type: 'category',
    data: keys.map((_, i) => String(i)),
    axisLabel: {
      hideOverlap: true,
      lineHeight: 13,
      ...(pointer === 'line' ? { interval: 0 } : {}),
      formatter: stepFormatter(stepLabels(keys, words)),
    },
    axisPointer: { type: pointer, label: { show: false } },
  }
}

/** Category axes are indexed by position, as two steps may have one short name (January of two years). */
export function stepFormatter(labels: readonly string[]): (value: string) => string {
  return value => labels[Number(value)] ?? ''
}

export function valueAxis({ min, max, interval, decimals }: Ticks, words: ChartWords): ChartOption['yAxis'] {
  return {
    type: 'value',
    min,
    max,
    interval,
    axisLabel: { formatter: (v: number) => words.tick(v, decimals) },
  }
}

/** Lines of minor units as they are drawn: in the unit that the axis counts in, with its ticks. */
export function inUnits(
  lines: readonly (readonly (Total | null)[])[],
  { unit: of, currency }: { unit: Unit; currency?: string | undefined },
  zero: boolean,
): { unit: AxisUnit; drawn: (number | null)[][]; ticks: Ticks } {
  const major = lines.map(values => values.map(v => toMajor(v, of, currency)))
  const unit = axisUnit(major.flat())
  const drawn = major.map(values => values.map(v => (v === null ? null : v / unit.size)))
  return { unit, drawn, ticks: niceTicks(drawn.flat(), { zero }) }
}
