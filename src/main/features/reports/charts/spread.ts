import { parseIsoDate } from '../../../../shared/calendar/day.ts'
import type { Matrix } from '../../../../shared/data/data.ts'
import type { ChartData } from '../../../../shared/report/document.ts'
import type { Formats } from '../format.ts'
import { INK, SIZE, wrap, type Drawing, type Mark, type Measure } from './drawing.ts'
import { drawn, legend, placeLabels, valueFrame, WIDTH } from './frame.ts'
import { bar, runs, units } from './over-time.ts'

const HEIGHT = 180
const NAMES = 130

/** A grid: darker is more; what is below nil is of another hue, and a cell without entries is blank. */
export function heatmapChart(matrix: Matrix, measure: Measure): Drawing {
  const marks: Mark[] = []
  const left = NAMES + 8
  const width = (WIDTH - left) / Math.max(1, matrix.columns.length)
  const most = Math.max(1, ...matrix.values.flat().map(value => Math.abs(Number(value ?? 0))))
  let y = 2
  for (const [r, row] of matrix.rows.entries()) {
    const lines = wrap(row.label, NAMES, text => measure(text, SIZE))
    const height = Math.max(15, lines.length * 9.5 + 4)
    for (const [i, text] of lines.entries())
      marks.push({
        mark: 'text',
        x: NAMES,
        y: y + height / 2 + 2.6 + (i - (lines.length - 1) / 2) * 9.5,
        text,
        size: SIZE,
        anchor: 'end',
        fill: INK.text,
      })
    for (const [c, value] of (matrix.values[r] ?? []).entries())
      marks.push({
        mark: 'rect',
        x: left + c * width + 0.5,
        y: y + 0.5,
        width: width - 1,
        height: height - 1,
        fill: value === null ? '#f4f4f1' : shade(Number(value) / most),
      })
    y += height
  }
  const frame = {
    marks,
    left,
    right: WIDTH,
    top: 0,
    bottom: y,
    y: () => 0,
    x: (share: number) => left + share * (WIDTH - left),
  }
  placeLabels(
    frame,
    matrix.columns.map(column => column.label),
    i => left + (i + 0.5) * width,
    measure,
  )
  return { width: WIDTH, height: y + 16, marks }
}

const PALE = [238, 241, 250] as const
const DARK = { more: [43, 69, 163], less: [138, 88, 0] } as const

/** Between pale and dark by the root of the share, so that small ones can be told apart. */
function shade(share: number): string {
  const dark = share < 0 ? DARK.less : DARK.more
  const t = Math.sqrt(Math.min(1, Math.abs(share)))
  return `#${PALE.map((from, i) =>
    Math.round(from + ((dark[i] ?? 0) - from) * t)
      .toString(16)
      .padStart(2, '0'),
  ).join('')}`
}

export function histogramChart(
  { bins, currency }: Extract<ChartData, { type: 'histogram' }>,
  formats: Formats,
  measure: Measure,
): Drawing {
  const frame = valueFrame(
    bins.map(bin => bin.count),
    value => formats.compact(value),
    measure,
    { height: HEIGHT, top: 6 },
  )
  const width = (frame.right - frame.left) / Math.max(1, bins.length)
  for (const [i, bin] of bins.entries())
    if (bin.count > 0)
      frame.marks.push(
        bar(frame.left + i * width + 0.4, width - 0.8, frame.y(0), frame.y(bin.count), INK.main),
      )
  const edges = [...bins.map(bin => bin.from), bins.at(-1)?.to ?? 0].map(edge =>
    formats.short(Math.round(edge), currency),
  )
  placeLabels(frame, edges, i => frame.left + i * width, measure)
  return drawn(frame, HEIGHT)
}

export function scatterChart(
  { points, currency }: Extract<ChartData, { type: 'scatter' }>,
  formats: Formats,
  measure: Measure,
): Drawing {
  const placed = points.flatMap(point => {
    const day = parseIsoDate(point.x)
    return day === undefined ? [] : [{ ...point, day, value: units(point.value, currency) ?? 0 }]
  })
  const frame = valueFrame(
    placed.map(point => point.value),
    value => formats.compact(value),
    measure,
    { height: HEIGHT },
  )
  const days = placed.map(point => point.day as number)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const x = (day: number): number =>
    frame.x(last === first ? 0.5 : 0.01 + (0.98 * (day - first)) / (last - first))
  for (const point of placed.toSorted((a, b) => Number(a.flagged) - Number(b.flagged)))
    frame.marks.push({
      mark: 'dot',
      x: x(point.day),
      y: frame.y(point.value),
      radius: point.flagged ? 2.4 : 1.3,
      fill: point.flagged ? INK.anomaly : INK.before,
    })
  const stops = last > first ? [0, 1, 2, 3, 4].map(i => first + ((last - first) * i) / 4) : [first]
  placeLabels(
    frame,
    stops.map(day => formats.date(new Date(Math.round(day) * 86_400_000).toISOString().slice(0, 10))),
    i => x(stops[i] ?? first),
    measure,
  )
  return drawn(frame, HEIGHT)
}

/** What was, what is expected, and the intervals around it: the widest the palest. */
export function fanChart(
  { labels, actual, mean, bands, currency }: Extract<ChartData, { type: 'fan' }>,
  formats: Formats,
  measure: Measure,
  words: { actual: string; mean: string; band: (level: string) => string },
): Drawing {
  const major = (values: readonly (number | null)[]): (number | null)[] =>
    values.map(value => units(value, currency))
  const sorted = bands.toSorted((a, b) => b.level - a.level)
  const all = [actual, mean, ...sorted.flatMap(band => [band.lower, band.upper])].flatMap(major)
  const frame = valueFrame(all, value => formats.compact(value), measure, { height: 200, zero: false })
  const at = (i: number): number => frame.x((i + 0.5) / labels.length)
  for (const [k, band] of sorted.entries()) {
    const upper = runs(major(band.upper), at, frame.y).flat()
    const lower = runs(major(band.lower), at, frame.y).flat().toReversed()
    frame.marks.push({ mark: 'area', points: [...upper, ...lower], fill: INK.bands[k] ?? INK.bands[0] })
  }
  for (const points of runs(major(actual), at, frame.y))
    frame.marks.push({ mark: 'line', points, stroke: INK.main, width: 1.5 })
  for (const points of runs(major(mean), at, frame.y))
    frame.marks.push({ mark: 'line', points, stroke: INK.main, width: 1.5, dash: [3, 2] })
  legend(
    frame,
    [
      { label: words.actual, fill: INK.main, shape: 'line' },
      { label: words.mean, fill: INK.main, shape: 'dash' },
      ...sorted.map((band, k) => ({
        label: words.band(String(band.level)),
        fill: INK.bands[k] ?? INK.bands[0],
        shape: 'square' as const,
      })),
    ],
    measure,
  )
  placeLabels(frame, labels, at, measure)
  return drawn(frame, 200)
}

/** Observed shares as bars, Benford's as a line. */
export function benfordChart(
  { labels, observed, expected }: Extract<ChartData, { type: 'benford' }>,
  formats: Formats,
  measure: Measure,
  words: { observed: string; expected: string },
): Drawing {
  const percent = (share: number): number => share * 100
  const frame = valueFrame(
    [...observed, ...expected].map(percent),
    value => formats.percent(value, 0),
    measure,
    { height: HEIGHT },
  )
  const width = (frame.right - frame.left) / Math.max(1, labels.length)
  const at = (i: number): number => frame.left + (i + 0.5) * width
  for (const [i, share] of observed.entries())
    frame.marks.push(bar(at(i) - width * 0.4, width * 0.8, frame.y(0), frame.y(percent(share)), INK.before))
  frame.marks.push({
    mark: 'line',
    points: expected.map((share, i) => [at(i), frame.y(percent(share))] as const),
    stroke: INK.budget,
    width: 1.5,
  })
  legend(
    frame,
    [
      { label: words.observed, fill: INK.before, shape: 'square' },
      { label: words.expected, fill: INK.budget, shape: 'line' },
    ],
    measure,
  )
  placeLabels(frame, labels, at, measure)
  return drawn(frame, HEIGHT)
}
