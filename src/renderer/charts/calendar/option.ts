import type { HeatmapSeriesOption } from 'echarts/charts'
import type { Series } from '../../../shared/data/data.ts'
import type { ChartModel, ChartStyle, Mark } from '../model.ts'
import { toMajor } from '../scale.ts'

const DAY = 86_400_000
const WEEK = 7
/** So many weeks of cells as wide as they are high fit the narrowest tile. */
const FEW_WEEKS = 10

/** Monday 0 … Sunday 6. */
const weekdayOf = (iso: string): number => (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % WEEK

/** Upper ends of the six steps: sixths of the amounts above nil, so that one great day does not leave all others pale. */
export function calendarSteps(values: readonly number[]): number[] {
  const sorted = values.filter(value => value > 0).toSorted((a, b) => a - b)
  if (sorted.length === 0) return []
  return [1, 2, 3, 4, 5].map(
    i => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * i) / 6))] as number,
  )
}

/** A cell a day, weeks as columns from Monday down. `series` has one line over consecutive days. */
export function calendarModel(
  series: Series,
  style: ChartStyle,
  names: { months: readonly string[]; weekdays: readonly string[] },
): ChartModel {
  const { colours, words, fontFamily } = style
  const values = series.lines[0]?.values ?? []
  const major = values.map(value => toMajor(value, series.unit, series.currency) ?? 0)
  const steps = calendarSteps(major)
  const fill = (value: number): string =>
    value <= 0
      ? (colours.sequential[0] as string)
      : (colours.sequential[1 + steps.filter(step => value >= step).length] as string)
  const [first = '', last = first] = [series.x[0], series.x.at(-1)]
  const offset = first ? weekdayOf(first) : 0
  const cellOf = (i: number): { row: number; column: number } => ({
    row: (i + offset) % WEEK,
    column: Math.floor((i + offset) / WEEK),
  })
  const indexOf = ({ row, column }: { row: number; column: number }): number => column * WEEK + row - offset
  const weeks = first ? Math.ceil(((Date.parse(last) - Date.parse(first)) / DAY + 1 + offset) / WEEK) : 0
  const full = (i: number): string => {
    const value = values[i]
    return value === null || value === undefined ? words.noData : words.full(value)
  }
  return {
    parts: 'calendar',
    trigger: 'item',
    patterns: false,
    option: {
      tooltip: { trigger: 'item' },
      calendar: {
        left: 36,
        // A few weeks are not stretched to bars.
        ...(weeks > FEW_WEEKS && { right: 4 }),
        top: 22,
        bottom: 6,
        range: [first, last],
        cellSize: [weeks > FEW_WEEKS ? 'auto' : 28, 'auto'],
        yearLabel: { show: false },
        dayLabel: {
          firstDay: 1,
          nameMap: [...names.weekdays],
          fontFamily,
          fontSize: 10.5,
          color: colours.text3,
        },
        monthLabel: { nameMap: [...names.months], fontFamily, fontSize: 11, color: colours.text3 },
        splitLine: { lineStyle: { color: colours.lineStrong, width: 1 } },
        itemStyle: { color: 'transparent', borderColor: colours.surface, borderWidth: 1 },
      },
      series: [
        {
          type: 'heatmap',
          coordinateSystem: 'calendar',
          itemStyle: { borderColor: colours.surface, borderWidth: 1.5, borderRadius: 2 },
          emphasis: { itemStyle: { borderColor: colours.accent, borderWidth: 2 } },
          data: series.x.map((day, i) => ({
            value: [day, major[i] ?? 0],
            itemStyle: { color: fill(major[i] ?? 0) },
          })) as HeatmapSeriesOption['data'],
        },
      ],
    },
    marks: Array.from({ length: WEEK }, (_, row) =>
      Array.from({ length: weeks }, (__, column): Mark | null => {
        const i = indexOf({ row, column })
        const day = series.x[i]
        return day === undefined ? null : { row, column, label: `${words.stepLong(day)}, ${full(i)}` }
      }),
    ),
    tooltip: mark => {
      const i = indexOf(mark)
      return {
        title: words.stepLong(series.x[i] ?? ''),
        rows: [{ swatch: fill(major[i] ?? 0), shape: 'square', label: '', value: full(i), strong: true }],
      }
    },
    locate: (_series, i) => cellOf(i),
    place: mark => ({ seriesIndex: 0, dataIndex: indexOf(mark) }),
  }
}

/** The day of a mark. */
export function dayAt(series: Series, { row, column }: Pick<Mark, 'row' | 'column'>): string | undefined {
  const [first] = series.x
  return first === undefined ? undefined : series.x[column * WEEK + row - weekdayOf(first)]
}
