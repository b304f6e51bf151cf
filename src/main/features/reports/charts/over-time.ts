import type { Series } from '../../../../shared/data/data.ts'
import { exponentOf } from '../../../../shared/money/minor.ts'
import type { Formats } from '../format.ts'
import { drawn, legend, placeLabels, valueFrame, type Key } from './frame.ts'
import { INK, type Drawing, type Mark, type Measure, type Point } from './drawing.ts'

const HEIGHT = 190

const COLOURS: Record<Series['lines'][number]['role'], string> = {
  actual: INK.main,
  comparison: INK.before,
  budget: INK.budget,
  forecast: INK.main,
  income: INK.income,
  expense: INK.expense,
}
// Lines without a role of their own stand apart by lightness as well as by hue.
const FURTHER = [INK.main, INK.budget, INK.income, '#7a0f42', '#7f7cd0', '#a0605a', '#0a6a73', '#4d5806']

/** Minor units as units of money, for drawing only. */
export const units = (value: number | bigint | null, currency: string): number | null =>
  value === null ? null : Number(value) / 10 ** exponentOf(currency)

/** Each line's values as numbers to draw. */
function drawable({ unit, currency = '', lines }: Series): (number | null)[][] {
  const plain = unit !== 'money' || currency === ''
  return lines.map(line => line.values.map(value => (plain ? numeric(value) : units(value, currency))))
}

/** Lines over steps of time; a comparison is lighter and drawn first. */
export function lineChart(
  series: Series,
  labels: readonly string[],
  formats: Formats,
  measure: Measure,
): Drawing {
  const lines = drawable(series)
  const frame = valueFrame(lines.flat(), value => formats.compact(value), measure, {
    height: HEIGHT,
    zero: true,
  })
  const at = (i: number): number => frame.x((i + 0.5) / labels.length)
  const keys: Key[] = []
  const order = series.lines.map((_line, i) => i).toSorted((a, b) => rank(series, a) - rank(series, b))
  for (const i of order) {
    const line = series.lines[i] as Series['lines'][number]
    const stroke = colourOf(series, i)
    for (const points of runs(lines[i] ?? [], at, frame.y))
      frame.marks.push(
        points.length === 1
          ? { mark: 'dot', x: points[0]?.[0] ?? 0, y: points[0]?.[1] ?? 0, radius: 2, fill: stroke }
          : { mark: 'line', points, stroke, width: line.role === 'comparison' ? 1.25 : 1.75 },
      )
    keys.unshift({ label: line.label, fill: stroke, shape: 'line' })
  }
  if (keys.length > 1) legend(frame, keys, measure)
  placeLabels(frame, labels, at, measure)
  return drawn(frame, HEIGHT)
}

const rank = (series: Series, i: number): number => (series.lines[i]?.role === 'comparison' ? 0 : 1)
const numeric = (value: number | bigint | null): number | null => (value === null ? null : Number(value))

function colourOf({ lines }: Series, i: number): string {
  const role = lines[i]?.role ?? 'actual'
  const same = lines.slice(0, i).filter(line => line.role === role).length
  return same === 0 ? COLOURS[role] : (FURTHER[same % FURTHER.length] as string)
}

/** Stretches without a gap. */
export function runs(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): Point[][] {
  const found: Point[][] = []
  let run: Point[] = []
  for (const [i, value] of values.entries()) {
    if (value === null) {
      if (run.length > 0) found.push(run)
      run = []
    } else run.push([x(i), y(value)])
  }
  if (run.length > 0) found.push(run)
  return found
}

/** Bars beside one another at each step. */
export function barChart(
  series: Series,
  labels: readonly string[],
  formats: Formats,
  measure: Measure,
): Drawing {
  const lines = drawable(series)
  const frame = valueFrame(lines.flat(), value => formats.compact(value), measure, { height: HEIGHT })
  const slot = (frame.right - frame.left) / Math.max(1, labels.length)
  const width = Math.min(28, (slot * 0.74) / Math.max(1, lines.length))
  const at = (i: number): number => frame.x((i + 0.5) / labels.length)
  for (const [k, values] of lines.entries())
    for (const [i, value] of values.entries()) {
      if (value === null || value === 0) continue
      const x = at(i) + (k - lines.length / 2) * width
      frame.marks.push(bar(x, width * 0.94, frame.y(0), frame.y(value), colourOf(series, k)))
    }
  if (lines.length > 1)
    legend(
      frame,
      series.lines.map((line, i) => ({
        label: line.label,
        fill: colourOf(series, i),
        shape: 'square' as const,
      })),
      measure,
    )
  placeLabels(frame, labels, at, measure)
  return drawn(frame, HEIGHT)
}

export const bar = (x: number, width: number, base: number, top: number, fill: string): Mark => ({
  mark: 'rect',
  x,
  y: Math.min(base, top),
  width,
  height: Math.max(0.4, Math.abs(base - top)),
  fill,
})
