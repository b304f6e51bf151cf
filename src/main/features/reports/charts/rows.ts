import type { ChartData } from '../../../../shared/report/document.ts'
import type { Formats } from '../format.ts'
import { INK, NUMBER, SIZE, wrap, type Drawing, type Mark, type Measure } from './drawing.ts'
import { legend, WIDTH, type Key } from './frame.ts'
import { units } from './over-time.ts'

const LINE = 9.5
const NAMES = 150

interface Row {
  label: string
  value: string
  figure?: string | undefined
  draw(x: (value: number) => number, y: number, height: number): Mark[]
  bold?: boolean
}

/** Rows of bars with whole names at the left and amounts at the right: for names, which are long, columns are too narrow. */
function rowChart(
  rows: readonly Row[],
  values: readonly number[],
  measure: Measure,
  { from = 0, keys = [] }: { from?: number; keys?: readonly Key[] } = {},
): Drawing {
  const marks: Mark[] = []
  const edge = rows.some(row => row.figure !== undefined) ? WIDTH - NUMBER : WIDTH
  const right = edge - Math.max(0, ...rows.map(row => measure(row.value, SIZE, row.bold))) - 8
  const low = Math.min(from, ...values)
  const high = Math.max(from, ...values)
  const span = high - low || 1
  const left = NAMES + 8
  const x = (value: number): number => left + ((value - low) / span) * (right - left)
  if (keys.length > 0) legend({ marks, left }, keys, measure)
  const top = keys.length > 0 ? 16 : 0
  let y = top + 2
  for (const row of rows) {
    const lines = wrap(row.label, NAMES, text => measure(text, SIZE, row.bold))
    const height = Math.max(16, lines.length * LINE + 6)
    const middle = y + height / 2
    marks.push(...row.draw(x, middle - 5, 10))
    for (const [i, text] of lines.entries())
      marks.push({
        mark: 'text',
        x: NAMES,
        y: middle + 2.6 + (i - (lines.length - 1) / 2) * LINE,
        text,
        size: SIZE,
        anchor: 'end',
        fill: INK.text,
        ...(row.bold && { bold: true }),
      })
    marks.push({
      mark: 'text',
      x: edge,
      y: middle + 2.6,
      text: row.value,
      size: SIZE,
      anchor: 'end',
      fill: INK.text,
      ...(row.bold && { bold: true }),
      ...(row.figure !== undefined && { figure: row.figure }),
    })
    y += height
  }
  marks.push({
    mark: 'line',
    points: [
      [x(from), top],
      [x(from), y + 2],
    ],
    stroke: INK.axis,
    width: 0.75,
  })
  return { width: WIDTH, height: y + 4, marks }
}

const rect = (from: number, to: number, y: number, height: number, fill: string): Mark => ({
  mark: 'rect',
  x: Math.min(from, to),
  y,
  width: Math.max(0.5, Math.abs(to - from)),
  height,
  fill,
})

/** The largest members, with a mark where each stood before. */
export function rankingChart(
  { rows, currency }: Extract<ChartData, { type: 'ranking' }>,
  formats: Formats,
  measure: Measure,
  words: { now: string; earlier: string },
): Drawing {
  const value = (minor: number | bigint): number =>
    currency === '' ? Number(minor) : (units(minor, currency) ?? 0)
  return rowChart(
    rows.map(row => ({
      label: row.label,
      value: currency === '' ? formats.count(row.value) : formats.money(row.value, currency),
      figure: row.figure,
      draw: (x, y, height) => [
        rect(x(0), x(value(row.value)), y, height, INK.main),
        ...(row.before === null
          ? []
          : [
              {
                mark: 'rect' as const,
                x: x(value(row.before)) - 0.9,
                y: y - 2,
                width: 1.8,
                height: height + 4,
                fill: INK.budget,
              },
            ]),
      ],
    })),
    rows.flatMap(row => [value(row.value), ...(row.before === null ? [] : [value(row.before)])]),
    measure,
    {
      keys: rows.some(row => row.before !== null)
        ? [
            { label: words.now, fill: INK.main, shape: 'square' },
            { label: words.earlier, fill: INK.budget, shape: 'square' },
          ]
        : [],
    },
  )
}

/** From one sum to another, step by step: each begins where the one before ends. */
export function waterfallChart(
  { start, steps, end, currency }: Extract<ChartData, { type: 'waterfall' }>,
  formats: Formats,
  measure: Measure,
): Drawing {
  const value = (minor: number | bigint): number => units(minor, currency) ?? 0
  const base = baseOf(stopsOf(start.value, steps).map(value))
  const whole = (x: (value: number) => number, y: number, height: number, to: number): Mark[] => [
    rect(x(base), x(to), y, height, INK.soft),
    ...(base === 0 ? [] : broken(x(base) + (x(to) - x(base)) * 0.12, y, height)),
  ]
  const rows: Row[] = [
    {
      label: start.label,
      value: formats.money(start.value, currency),
      figure: start.figure,
      bold: true,
      draw: (x, y, height) => whole(x, y, height, value(start.value)),
    },
  ]
  const stops = [value(start.value)]
  let at = BigInt(start.value)
  for (const step of steps) {
    const from = value(at)
    at += BigInt(step.delta)
    const to = value(at)
    stops.push(to)
    const fill = step.tone === undefined ? (step.delta < 0 ? INK.income : INK.budget) : INK[step.tone]
    rows.push({
      label: step.label,
      value: `${step.delta > 0 ? '+' : ''}${formats.money(step.delta, currency)}`,
      figure: step.figure,
      draw: (x, y, height) => [rect(x(from), x(to), y, height, fill)],
    })
  }
  rows.push({
    label: end.label,
    value: formats.money(end.value, currency),
    figure: end.figure,
    bold: true,
    draw: (x, y, height) => whole(x, y, height, value(end.value)),
  })
  return rowChart(rows, [...stops, value(end.value)], measure, { from: base })
}

function stopsOf(start: number | bigint, steps: readonly { delta: number | bigint }[]): bigint[] {
  const stops = [BigInt(start)]
  for (const { delta } of steps) stops.push((stops.at(-1) as bigint) + BigInt(delta))
  return stops
}

/** Where sums are large and steps small the bars begin above nil, and show that they do: else the steps could not be seen. */
function baseOf(stops: readonly number[]): number {
  const [low, high] = [Math.min(...stops), Math.max(...stops)]
  if (low <= 0 || high - low > 0.25 * high) return 0
  return Math.max(0, low - 0.5 * (high - low))
}

/** The sign of a bar that is cut: a slanted gap. */
const broken = (x: number, y: number, height: number): Mark[] => [
  {
    mark: 'area',
    points: [
      [x, y - 1],
      [x + 3, y - 1],
      [x, y + height + 1],
      [x - 3, y + height + 1],
    ],
    fill: '#ffffff',
  },
]

/** Quartiles: the box from the first to the third, the median within, whiskers as far as 1.5 times the box's width. */
export function boxChart(
  { boxes, currency }: Extract<ChartData, { type: 'box' }>,
  formats: Formats,
  measure: Measure,
): Drawing {
  const value = (minor: number): number => units(minor, currency) ?? 0
  return rowChart(
    boxes.map(box => ({
      label: box.label,
      value: formats.money(Math.round(box.median), currency),
      figure: box.figure,
      draw: (x, y, height) => [
        {
          mark: 'line',
          points: [
            [x(value(box.low)), y + height / 2],
            [x(value(box.high)), y + height / 2],
          ],
          stroke: INK.axis,
          width: 1,
        },
        rect(x(value(box.q1)), x(value(box.q3)), y, height, INK.before),
        { mark: 'rect', x: x(value(box.median)) - 0.9, y, width: 1.8, height, fill: INK.main },
      ],
    })),
    boxes.flatMap(box => [value(box.low), value(box.high)]),
    measure,
  )
}
