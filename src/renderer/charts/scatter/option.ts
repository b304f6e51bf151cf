import type { ScatterSeriesOption } from 'echarts/charts'
import { exponentOf } from '../../../shared/money/minor.ts'
import { plotGrid } from '../axes.ts'
import type { Hidden } from '../line/option.ts'
import type { ChartModel, ChartStyle, Mark, TooltipContent } from '../model.ts'

/** A dot: an ordinary entry, or one that an analysis found unusual. Amounts in minor units; drawn by their size. */
export interface ScatterPoint {
  id: number
  date: string
  amount: number
  unusual: boolean
  /** Filled rather than hollow. */
  high?: boolean
  /** What the tooltip calls it. */
  label?: string
  /** One more line of the tooltip. */
  note?: string
}

const DAY = 86_400_000
/** The largest that are named on the picture; more would cover each other. */
const NAMED = 3

/** The unusual ones by date. */
export function unusualOf(points: readonly ScatterPoint[]): ScatterPoint[] {
  return points
    .filter(p => p.unusual)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id - b.id))
}

/** Letters of a name; it is cut here, as a width given to the library would be that of each name's ground. */
const LONGEST = 24
const shortName = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name

/** What a name takes of a picture of usual size: a seventh of its width, an eighth of its height. */
const NAME = { wide: 0.14, tall: 0.13 }

/**
 * Which points are named, and on which side: the largest first, each name once, none where another one lies already, and none over the
 * left edge.
 */
function namedOf(
  unusual: readonly ScatterPoint[],
  at: (p: ScatterPoint) => [number, number],
): Map<number, 'left' | 'right'> {
  const places = new Map(unusual.map(p => [p.id, [at(p)[0], Math.log10(at(p)[1])] as const]))
  const [days, sizes] = [0, 1].map(axis => {
    const values = [...places.values()].map(place => place[axis] as number)
    const least = values.reduce((a, b) => Math.min(a, b), Infinity)
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity)
    return (value: number) => (most > least ? (value - least) / (most - least) : 0.5)
  }) as [(value: number) => number, (value: number) => number]
  const named = new Map<number, 'left' | 'right'>()
  const taken: { label: string; left: number; y: number }[] = []
  for (const p of unusual
    .filter(one => one.label && one.high)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))) {
    if (taken.length === NAMED) break
    const [day, size] = places.get(p.id) as readonly [number, number]
    const side = days(day) < NAME.wide * 1.2 ? 'right' : 'left'
    const left = side === 'right' ? days(day) : days(day) - NAME.wide
    const y = sizes(size)
    const meets = taken.some(
      one => Math.abs(one.left - left) < NAME.wide * 1.2 && Math.abs(one.y - y) < NAME.tall,
    )
    if (meets || taken.some(one => one.label === p.label)) continue
    taken.push({ label: p.label ?? '', left, y })
    named.set(p.id, side)
  }
  return named
}

/**
 * Size of the amounts by day, on a logarithmic scale: ordinary entries small and grey, unusual ones as diamonds over them. Only the
 * unusual ones are marks: keys and readers go from one to the next by date. `hidden`: 'usual' or 'unusual'.
 */
export function scatterModel(
  points: readonly ScatterPoint[],
  currency: string,
  style: ChartStyle,
  names: { amount: string },
  selected?: number,
  hidden?: Hidden,
): ChartModel & { unusual: ScatterPoint[] } {
  const { colours, words, fontFamily } = style
  const unit = 10 ** exponentOf(currency)
  // Nil has no logarithm: it is drawn as the smallest amount there is.
  const at = (p: ScatterPoint): [number, number] => [
    Date.parse(p.date),
    Math.max(1, Math.abs(p.amount)) / unit,
  ]
  const unusual = hidden?.has('unusual') ? [] : unusualOf(points)
  const usual = hidden?.has('usual') ? [] : points.filter(p => !p.unusual)
  const days = points.map(p => Date.parse(p.date))
  const named = namedOf(unusual, at)
  const axis = { axisLine: { lineStyle: { color: colours.axis } }, axisTick: { show: false } }
  const mark = (p: ScatterPoint): NonNullable<ScatterSeriesOption['data']>[number] => ({
    value: at(p),
    symbol: 'diamond',
    symbolSize: p.id === selected ? 15 : 11,
    itemStyle: {
      color: p.high ? colours.anomaly : colours.surface,
      borderColor: p.id === selected ? colours.accent : colours.anomaly,
      borderWidth: p.id === selected ? 3 : 1.5,
      opacity: 1,
    },
    label: {
      show: named.has(p.id) || p.id === selected,
      formatter: shortName(p.label ?? ''),
      position: named.get(p.id) ?? 'left',
      distance: 7,
      fontFamily,
      fontSize: 11,
      fontWeight: 600,
      color: colours.text,
      // Over grey dots and other diamonds a name is read on a ground of its own.
      backgroundColor: colours.surface,
      borderRadius: 2,
      padding: [1, 3],
    },
  })
  const full = (p: ScatterPoint): string => words.full(p.amount)
  return {
    unusual,
    option: {
      grid: plotGrid(16, 14),
      xAxis: {
        type: 'time',
        ...axis,
        splitLine: { show: false },
        min: days.length > 0 ? Math.min(...days) - DAY : undefined,
        max: days.length > 0 ? Math.max(...days) + DAY : undefined,
        minInterval: DAY,
        axisLabel: {
          hideOverlap: true,
          color: colours.text3,
          lineHeight: 13,
          formatter: (value: number) => dayLabel(value, words),
        },
      },
      yAxis: {
        type: 'log',
        ...axis,
        splitLine: { lineStyle: { color: colours.grid } },
        axisLabel: {
          color: colours.text3,
          formatter: (value: number) => words.tick(value, value < 1 ? 2 : 0),
        },
      },
      tooltip: { trigger: 'item' },
      series: [
        {
          id: 'usual',
          type: 'scatter',
          symbolSize: 4,
          silent: true,
          z: 1,
          itemStyle: { color: colours.text3, opacity: 0.4 },
          data: usual.map(at),
        },
        {
          id: 'unusual',
          type: 'scatter',
          z: 3,
          labelLayout: { hideOverlap: true },
          data: unusual.map(mark),
        },
      ],
    },
    marks: [
      unusual.map((p, column): Mark => ({
        row: 0,
        column,
        label: [words.stepLong(p.date), p.label, full(p)].filter(Boolean).join(', '),
      })),
    ],
    tooltip: ({ column }): TooltipContent => {
      const p = unusual[column]
      if (!p) return { title: '', rows: [] }
      const lines = [
        { swatch: colours.anomaly, shape: 'square' as const, label: names.amount, value: full(p) },
      ]
      return {
        title: [words.stepLong(p.date), p.label].filter(Boolean).join(', '),
        rows: p.note ? [...lines, { label: p.note, value: '' }] : lines,
      }
    },
    locate: (series, index) => (series === 1 ? { row: 0, column: index } : { row: -1, column: -1 }),
    place: ({ column }) => ({ seriesIndex: 1, dataIndex: column }),
    trigger: 'item',
    patterns: false,
  }
}

/** A month's first day by its name, January with its year; other days by their number. */
function dayLabel(value: number, words: ChartStyle['words']): string {
  const iso = new Date(value).toISOString().slice(0, 10)
  if (!iso.endsWith('-01')) return words.stepShort(iso)
  const month = words.stepShort(iso.slice(0, 7))
  return iso.endsWith('-01-01') ? `${month}\n${iso.slice(0, 4)}` : month
}
