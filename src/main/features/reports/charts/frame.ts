import type { Mark } from './drawing.ts'
import { INK, SIZE, type Drawing, type Measure } from './drawing.ts'
import { niceTicks } from '../../../../shared/charts/scale.ts'

/** Where a chart's marks go, and how values become places. */
export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
  marks: Mark[]
  y(value: number): number
  x(share: number): number
}

export const WIDTH = 499

/**
 * Room for marks under a legend, with a value axis at the left: rules, ticks, a darker one at nil. `room` is for labels below.
 */
export function valueFrame(
  values: readonly (number | null)[],
  label: (value: number) => string,
  measure: Measure,
  {
    height,
    room = 14,
    top = 18,
    zero = true,
  }: { height: number; room?: number; top?: number; zero?: boolean },
): Frame {
  const ticks = niceTicks(values, { zero })
  const marks: Mark[] = []
  const steps = Math.max(1, Math.round((ticks.max - ticks.min) / ticks.interval))
  const at = Array.from({ length: steps + 1 }, (_, i) => ticks.min + i * ticks.interval)
  const words = at.map(value => label(Math.abs(value) < ticks.interval / 1e6 ? 0 : value))
  const left = Math.max(...words.map(word => measure(word, SIZE))) + 8
  const bottom = height - room
  const y = (value: number): number =>
    bottom - ((value - ticks.min) / (ticks.max - ticks.min)) * (bottom - top)
  for (const [i, value] of at.entries()) {
    marks.push({
      mark: 'line',
      points: [
        [left, y(value)],
        [WIDTH, y(value)],
      ],
      stroke: INK.rule,
      width: 0.5,
    })
    marks.push({
      mark: 'text',
      x: left - 5,
      y: y(value) + 2.6,
      text: words[i] ?? '',
      size: SIZE,
      anchor: 'end',
      fill: INK.faint,
    })
  }
  if (ticks.min <= 0 && ticks.max >= 0)
    marks.push({
      mark: 'line',
      points: [
        [left, y(0)],
        [WIDTH, y(0)],
      ],
      stroke: INK.axis,
      width: 0.75,
    })
  return { left, right: WIDTH, top, bottom, marks, y, x: share => left + share * (WIDTH - left) }
}

export type Key = { label: string; fill: string; shape: 'square' | 'line' | 'dash' | 'dot' }

/** Names of the colours, above the marks. */
export function legend(frame: Pick<Frame, 'marks' | 'left'>, keys: readonly Key[], measure: Measure): void {
  let x = frame.left
  for (const { label, fill, shape } of keys) {
    if (shape === 'square') frame.marks.push({ mark: 'rect', x, y: 3, width: 7, height: 7, fill })
    else if (shape === 'dot') frame.marks.push({ mark: 'dot', x: x + 3.5, y: 6.5, radius: 2.4, fill })
    else
      frame.marks.push({
        mark: 'line',
        points: [
          [x, 6.5],
          [x + 12, 6.5],
        ],
        stroke: fill,
        width: 1.5,
        ...(shape === 'dash' && { dash: [3, 2] }),
      })
    const gap = shape === 'line' || shape === 'dash' ? 16 : 11
    frame.marks.push({
      mark: 'text',
      x: x + gap,
      y: 9,
      text: label,
      size: SIZE,
      anchor: 'start',
      fill: INK.soft,
    })
    x += gap + measure(label, SIZE) + 14
  }
}

/** Labels under places, as many as fit without touching: every second, third … where there are too many. */
export function placeLabels(
  frame: Frame,
  labels: readonly string[],
  at: (index: number) => number,
  measure: Measure,
): void {
  const widest = Math.max(0, ...labels.map(label => measure(label, SIZE)))
  const step = labels.length > 1 ? Math.abs(at(1) - at(0)) : frame.right - frame.left
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(step, 0.01)))
  let free = -Infinity
  for (const [i, text] of labels.entries()) {
    if (i % every !== 0) continue
    const half = measure(text, SIZE) / 2
    const x = Math.min(Math.max(at(i), frame.left + half - 4), frame.right - half)
    // One at the edge is moved inwards, and may come upon the one before.
    if (x - half < free + 4) continue
    free = x + half
    frame.marks.push({
      mark: 'text',
      x,
      y: frame.bottom + 10,
      text,
      size: SIZE,
      anchor: 'middle',
      fill: INK.faint,
    })
  }
}

export const drawn = ({ marks }: Frame, height: number): Drawing => ({ width: WIDTH, height, marks })
