import type { LineSeriesOption } from 'echarts/charts'
import type { ChartModel, ChartOption, ChartStyle, Mark, TooltipContent } from '../model.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit } from '../scale.ts'
import type { Hidden } from '../line/option.ts'
import { plotGrid, stepAxis, valueAxis } from '../axes.ts'
import { amountCell, type Twin } from '../twin.ts'

/** What was, what is expected, and how sure that is. Money in minor units; all lists run over `x`. */
export interface FanData {
  currency: string
  x: string[]
  actual: (number | null)[]
  expected: (number | null)[]
  /** Levels in percent; the widest is drawn lightest. */
  bands: { level: number; lower: (number | null)[]; upper: (number | null)[] }[]
}

/** Words of the chart that the page gives. */
export interface FanWords {
  actual: string
  expected: string
  within(level: number): string
  from(level: number): string
  to(level: number): string
}

/** The fan: actual figures in ink, the forecast dashed, an interval a band, all from the last known point on. */
export function fanModel(
  whole: FanData,
  words: FanWords,
  style: ChartStyle,
  hidden?: Hidden,
): ChartModel & { unit: AxisUnit } {
  const { colours } = style
  const data = hidden ? inSight(whole, hidden) : whole
  const major = (values: (number | null)[]): (number | null)[] =>
    values.map(value => toMajor(value, 'money', data.currency))
  const actual = major(data.actual)
  const expected = major(data.expected)
  const bands = data.bands
    .toSorted((a, b) => b.level - a.level)
    .map(band => ({ level: band.level, lower: major(band.lower), upper: major(band.upper) }))
  const all = [...actual, ...expected, ...bands.flatMap(band => [...band.lower, ...band.upper])]
  const unit = axisUnit(all)
  const small = (value: number | null): number | null => (value === null ? null : value / unit.size)
  const ticks = niceTicks(all.map(small), { zero: false })
  const last = actual.findLastIndex(value => value !== null)
  // Line and bands begin at the last known point, so that nothing hangs in the air.
  const joined = (values: (number | null)[]): (number | string)[] =>
    values.map((value, i) => small(i === last ? (actual[i] ?? null) : value) ?? '-')
  const line = (id: string, name: string, more: LineSeriesOption): LineSeriesOption => ({
    id,
    name,
    type: 'line',
    symbol: 'circle',
    symbolSize: 4,
    showSymbol: data.x.length <= 40,
    ...more,
  })
  const ink = colours.categorical[0] as string
  const option: ChartOption = {
    grid: plotGrid(34),
    xAxis: stepAxis(data.x, style.words, 'line'),
    yAxis: valueAxis(ticks, style.words),
    tooltip: { trigger: 'axis' },
    series: [
      line('actual', words.actual, {
        z: 4,
        lineStyle: { color: ink, width: 2 },
        itemStyle: { color: ink },
        data: actual.map(value => small(value) ?? '-'),
      }),
      line('expected', words.expected, {
        z: 3,
        lineStyle: { color: ink, width: 1.5, type: 'dashed' },
        itemStyle: { color: colours.surface, borderColor: ink, borderWidth: 1.5 },
        data: joined(expected),
      }),
      ...bands.flatMap(({ level, lower, upper }) => [
        line(`lower ${level}`, '', {
          stack: `band ${level}`,
          stackStrategy: 'all',
          silent: true,
          showSymbol: false,
          lineStyle: { width: 0 },
          data: joined(lower),
        }),
        line(`upper ${level}`, words.within(level), {
          stack: `band ${level}`,
          stackStrategy: 'all',
          silent: true,
          showSymbol: false,
          lineStyle: { width: 0 },
          areaStyle: { color: colours.band, opacity: 1 },
          data: upper.map((value, i) => {
            const low = lower[i] ?? null
            if (i === last) return 0
            return value === null || low === null ? '-' : (value - low) / unit.size
          }),
        }),
      ]),
    ],
  }
  return { ...pointing(data, words, style), option, unit }
}

/** What the legend has put out of sight is not known to the picture. */
function inSight(data: FanData, hidden: Hidden): FanData {
  const seen = (id: string, values: (number | null)[]) => (hidden.has(id) ? values.map(() => null) : values)
  return {
    ...data,
    actual: seen('actual', data.actual),
    expected: seen('expected', data.expected),
    bands: data.bands.filter(({ level }) => !hidden.has(bandId(level))),
  }
}

/** A band's name in the legend; its lines are 'actual' and 'expected'. */
export const bandId = (level: number): string => `band ${level}`

/** One mark a step: the actual figure, or the expected one with its bounds. */
function pointing(
  data: FanData,
  words: FanWords,
  style: ChartStyle,
): Pick<ChartModel, 'marks' | 'tooltip' | 'locate' | 'place' | 'trigger' | 'patterns' | 'zoom'> {
  const { full, stepLong } = style.words
  const ink = style.colours.categorical[0] as string
  const rowsAt = (i: number): TooltipContent['rows'] => {
    const known = data.actual[i] ?? null
    if (known !== null)
      return [{ swatch: ink, shape: 'line', label: words.actual, value: full(known), strong: true }]
    const guess = data.expected[i] ?? null
    const bounds = data.bands.flatMap(({ level, lower, upper }) => {
      const [low, high] = [lower[i] ?? null, upper[i] ?? null]
      if (low === null || high === null) return []
      const value = `${full(low)} – ${full(high)}`
      return [{ swatch: style.colours.band, shape: 'square' as const, label: words.within(level), value }]
    })
    if (guess === null) return bounds
    return [
      { swatch: ink, shape: 'line', label: words.expected, value: full(guess), strong: true },
      ...bounds,
    ]
  }
  return {
    trigger: 'axis',
    patterns: false,
    zoom: data.x.length,
    marks: [
      data.x.map((key, column): Mark => ({
        row: 0,
        column,
        label: [stepLong(key), ...rowsAt(column).map(row => `${row.label} ${row.value}`)].join(', '),
      })),
    ],
    tooltip: ({ column }) => ({ title: stepLong(data.x[column] ?? ''), rows: rowsAt(column) }),
    locate: (_series, column) => ({ row: 0, column }),
    place: ({ column }) => ({
      seriesIndex: (data.actual[column] ?? null) === null ? 1 : 0,
      dataIndex: column,
    }),
  }
}

/** The same figures as a table. */
export function fanTwin(data: FanData, words: FanWords, stepName: string, style: ChartStyle): Twin {
  const { stepLong } = style.words
  const cell = (value: number | null | undefined) => amountCell(value, style.words, data.currency)
  const named = (label: string): string => `${label} (${data.currency})`
  return {
    columns: [
      stepName,
      named(words.actual),
      named(words.expected),
      ...data.bands.flatMap(({ level }) => [named(words.from(level)), named(words.to(level))]),
    ],
    rows: data.x.map((key, i) => ({
      head: stepLong(key),
      headData: key,
      cells: [
        cell(data.actual[i]),
        cell(data.expected[i]),
        ...data.bands.flatMap(({ lower, upper }) => [cell(lower[i]), cell(upper[i])]),
      ],
    })),
  }
}
