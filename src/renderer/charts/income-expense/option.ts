import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { inUnits, stepFormatter, valueAxis } from '../axes.ts'
import { stepModel, type Hidden } from '../line/option.ts'
import type { ChartModel, ChartOption, ChartStyle } from '../model.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit } from '../scale.ts'

/** Room beside the plot, in pixels: the row of surpluses under it stands in the same columns. */
export const PLOT_LEFT = 64
export const PLOT_RIGHT = 16

/**
 * Income (circles) against expense (squares), with the gap between them tinted: favourable where income is higher.
 * `lines` holds one of each role; any others are left to the table twin.
 */
export function incomeExpenseModel(
  series: Series,
  style: ChartStyle,
  hidden?: Hidden,
): ChartModel & { unit: AxisUnit } {
  const { colours, words } = style
  const pair = {
    ...series,
    lines: series.lines
      .filter(line => line.role === 'income' || line.role === 'expense')
      .toSorted((a, b) => (a.role === b.role ? 0 : a.role === 'income' ? -1 : 1)),
  }
  // The surpluses under the plot are printed in its unit, which stays whatever is in sight.
  const { unit, drawn: whole } = inUnits(
    pair.lines.map(line => line.values),
    series,
    false,
  )
  const drawn = pair.lines.map((line, row): (number | null)[] =>
    (whole[row] ?? []).map(value => (hidden?.has(line.id) ? null : value)),
  )
  const ticks = niceTicks(drawn.flat(), { zero: false })
  const [income = [], expense = []] = drawn
  // A stack of two bars draws the gap; it only works above zero, and a month with a net refund goes without its tint.
  const gaps = series.x.map((_, i) => {
    const a = income[i] ?? null
    const b = expense[i] ?? null
    return a === null || b === null || a < 0 || b < 0
      ? null
      : { base: Math.min(a, b), gap: Math.abs(a - b), up: a >= b }
  })
  const bar = (id: string, data: BarSeriesOption['data']): BarSeriesOption => ({
    id,
    type: 'bar',
    stack: 'gap',
    silent: true,
    barWidth: '38%',
    barMaxWidth: 16,
    itemStyle: { color: 'transparent', borderRadius: 0 },
    tooltip: { show: false },
    data,
  })
  const option: ChartOption = {
    grid: { left: PLOT_LEFT, right: PLOT_RIGHT, top: 10, bottom: 22, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: series.x.map((_, i) => String(i)),
      axisLabel: {
        interval: 0,
        hideOverlap: true,
        formatter: stepFormatter(series.x.map(key => words.stepShort(key))),
      },
      axisPointer: { type: 'line', label: { show: false } },
    },
    yAxis: valueAxis(ticks, words),
    tooltip: { trigger: 'axis' },
    series: [
      ...pair.lines.map((line, row): LineSeriesOption => {
        const colour = line.role === 'income' ? colours.income : colours.expense
        return {
          id: line.id,
          name: line.label,
          type: 'line',
          z: 4,
          symbol: line.role === 'income' ? 'circle' : 'rect',
          showSymbol: true,
          symbolSize: 6,
          lineStyle: { color: colour, width: 1.75 },
          itemStyle: { color: colour },
          data: (drawn[row] as (number | null)[]).map(v => v ?? '-'),
        }
      }),
      bar(
        'gap-base',
        gaps.map(gap => gap?.base ?? '-'),
      ),
      bar(
        'gap',
        gaps.map(gap =>
          gap
            ? {
                value: gap.gap,
                itemStyle: { color: gap.up ? colours.favourableTint : colours.adverseTint },
              }
            : '-',
        ),
      ),
    ],
  }
  // The tint between the lines is no series of its own; the lines differ by their symbols.
  // Not zoomed either: the surpluses stand under its columns.
  return { ...stepModel(pair, style, hidden), option, unit, patterns: false, zoom: undefined }
}

/** Income less expense of each step, exactly; null where both are missing. */
export function surpluses(series: Series): (Total | null)[] {
  const of = (role: 'income' | 'expense', i: number): Total | null =>
    series.lines.find(line => line.role === role)?.values[i] ?? null
  return series.x.map((_, i) => {
    const income = of('income', i)
    const expense = of('expense', i)
    if (income === null && expense === null) return null
    const difference = BigInt(income ?? 0) - BigInt(expense ?? 0)
    return Number.isSafeInteger(Number(difference)) ? Number(difference) : difference
  })
}

/** Decimals that leave three digits in the largest of a row's figures, so that each fits its narrow column: 1.23, 12.3, 123. */
export function narrowDecimals(sizes: readonly number[]): 0 | 1 | 2 {
  const largest = Math.max(0, ...sizes)
  return largest < 9.995 ? 2 : largest < 99.95 ? 1 : 0
}

/** Pixels that the widest of the printed surpluses takes with its sign, in the row's type: 11 px, figures of one width. */
export function surplusWidth(series: Series): number {
  const major = (value: Total | null): number => Math.abs(toMajor(value, series.unit, series.currency) ?? 0)
  const { size } = axisUnit(series.lines.flatMap(line => line.values.map(value => major(value))))
  const sizes = surpluses(series).map(value => major(value) / size)
  const whole = String(Math.trunc(Math.max(0, ...sizes))).length
  const decimals = narrowDecimals(sizes)
  const digits = whole + decimals
  const signs = Math.floor((whole - 1) / 3) + (decimals ? 1 : 0)
  return Math.ceil((digits + 1) * 6.9 + signs * 3.2 + 3)
}

/** The last `count` steps of all lines. */
export function latestSteps(series: Series, count: number): Series {
  return {
    ...series,
    x: series.x.slice(-count),
    lines: series.lines.map(line => ({ ...line, values: line.values.slice(-count) })),
  }
}
