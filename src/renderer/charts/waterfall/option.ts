import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { Total } from '../../../shared/money/minor.ts'
import { plotGrid, valueAxis } from '../axes.ts'
import type { ChartModel, ChartOption, ChartStyle, Mark } from '../model.ts'
import { axisUnit, niceTicks, toMajor, type AxisUnit } from '../scale.ts'

/** A step of a waterfall: a level (before, after) or a change; the changes sum to after less before. */
export interface WaterfallStep {
  key: string
  label: string
  kind: 'level' | 'change' | 'others'
  value: Total
  /** Where the changes are judged: fill and colour follow the judgement instead of the sign. */
  judgement?: 'favourable' | 'adverse' | 'none'
}

/** Where a judgement is missing, the bar has no word either. */
export type JudgementWords = Record<'favourable' | 'adverse', string>

/** Letters on a line of a label: what fits a twelfth of the narrowest window. */
const LINE = 14

/** A label over at most three lines, broken between words where it can be; a word hardly longer than a line is left whole. */
export function wrapped(label: string, line = LINE, most = 3): string {
  const lines: string[] = []
  const rest = label.split(' ').filter(Boolean)
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= line)
      lines[lines.length - 1] = `${last} ${word}`
    else if (word.length <= line + 2) lines.push(word)
    else {
      lines.push(`${word.slice(0, line - 1)}-`)
      rest.unshift(word.slice(line - 1))
    }
  }
  if (lines.length <= most) return lines.join('\n')
  const end = (lines[most - 1] ?? '').slice(0, line - 1).trimEnd()
  return [...lines.slice(0, most - 1), `${end}…`].join('\n')
}

/** Where each step's bar begins and ends, in major units; drawing only. */
export function spansOf(steps: readonly WaterfallStep[], currency: string): { from: number; to: number }[] {
  let level = 0n
  return steps.map(step => {
    const start = step.kind === 'level' ? 0n : level
    level = step.kind === 'level' ? BigInt(step.value) : level + BigInt(step.value)
    const at = (value: bigint): number => toMajor(value, 'money', currency) ?? 0
    return { from: at(start), to: at(level) }
  })
}

/**
 * Bars from before to after that sum exactly. The axis may begin above nil where all levels are far from it, or the changes could not be
 * seen; `startsAt` says where, for the panel's title.
 */
export function waterfallModel(
  steps: readonly WaterfallStep[],
  currency: string,
  style: ChartStyle,
  judged?: JudgementWords,
): ChartModel & { unit: AxisUnit; startsAtNil: boolean } {
  const { colours, words } = style
  const spans = spansOf(steps, currency)
  const levels = spans.map(span => span.to)
  const unit = axisUnit(levels)
  const ticks = niceTicks(
    levels.map(level => level / unit.size),
    { zero: false },
  )
  const colourOf = (step: WaterfallStep): string => {
    if (step.kind === 'level') return colours.comparison
    if (step.judgement !== undefined)
      return step.judgement === 'none' ? colours.other : colours[step.judgement]
    if (step.kind === 'others') return colours.other
    return (step.value < 0 ? colours.categorical[2] : colours.categorical[1]) ?? colours.accent
  }
  // An adverse bar is hollow, so that it differs without its colour, too.
  const fillOf = (step: WaterfallStep): { color: string; borderColor?: string; borderWidth?: number } =>
    step.judgement === 'adverse'
      ? { color: colours.adverseTint, borderColor: colours.adverse, borderWidth: 1.5 }
      : { color: colourOf(step) }
  const wordOf = (step: WaterfallStep): string =>
    step.judgement === undefined || step.judgement === 'none' ? '' : (judged?.[step.judgement] ?? '')
  // Written where there is room: over what grows and what stands, under what shrinks.
  const decimals = ticks.decimals + 1
  const written = (step: WaterfallStep, value: number): string =>
    `${step.kind !== 'level' && value > 0 ? '+' : ''}${words.tick(value, decimals)}`
  const figures: ScatterSeriesOption = {
    id: 'figures',
    type: 'scatter',
    symbolSize: 0.01,
    silent: true,
    z: 3,
    data: spans.map(({ from, to }, i) => {
      const step = steps[i] as WaterfallStep
      const value = (step.kind === 'level' ? to : to - from) / unit.size
      const [low, high] = [Math.min(from, to) / unit.size, Math.max(from, to) / unit.size]
      const under = value < 0 && low - ticks.min > (ticks.max - ticks.min) / 10
      const label = { show: true, formatter: written(step, value), color: colours.text, distance: 4 }
      return { value: [i, under ? low : high], label: { ...label, position: under ? 'bottom' : 'top' } }
    }),
    labelLayout: { hideOverlap: true },
  }
  // From each bar's end to the next one's beginning; what of it lies on a bar is under the bar.
  const ends: LineSeriesOption = {
    id: 'ends',
    type: 'line',
    step: 'end',
    silent: true,
    symbol: 'none',
    z: 1,
    lineStyle: { color: colours.axis, width: 1 },
    tooltip: { show: false },
    data: levels.map(level => level / unit.size),
  }
  // Stacks of either sign are built from nil outwards: an invisible part first, then the bar's own; a bar across nil has two.
  const part = (id: string, of: (low: number, high: number) => number, seen: boolean): BarSeriesOption => ({
    id,
    type: 'bar',
    stack: 'waterfall',
    silent: !seen,
    barCategoryGap: '35%',
    barMaxWidth: 64,
    itemStyle: { color: 'transparent' },
    data: spans.map(({ from, to }, i) => {
      const value = of(Math.min(from, to), Math.max(from, to)) / unit.size
      return seen ? { value, itemStyle: { ...fillOf(steps[i] as WaterfallStep), borderRadius: 1 } } : value
    }),
  })
  // More bars than this have less room each: shorter lines of smaller letters do not touch.
  const many = steps.length > 8
  const option: ChartOption = {
    grid: plotGrid(8, 20),
    xAxis: {
      type: 'category',
      data: steps.map(step => wrapped(step.label, many ? LINE - 4 : LINE)),
      axisLabel: {
        interval: 0,
        width: many ? 70 : 90,
        ...(many ? { fontSize: 10.5 } : {}),
        overflow: 'truncate',
        lineHeight: 14,
      },
      axisPointer: { type: 'shadow', label: { show: false } },
    },
    yAxis: valueAxis(ticks, words),
    tooltip: { trigger: 'axis' },
    series: [
      part('under', low => Math.max(0, low), false),
      part('bar', (low, high) => Math.max(0, high) - Math.max(0, low), true),
      part('above', (_, high) => Math.min(0, high), false),
      part('below', (low, high) => Math.min(0, low) - Math.min(0, high), true),
      ends,
      figures,
    ],
  }
  const said = (step: WaterfallStep): string =>
    [step.label, words.full(step.value), wordOf(step)].filter(Boolean).join(', ')
  const marks: Mark[] = steps.map((step, column) => ({ row: 0, column, label: said(step) }))
  return {
    option,
    marks: [marks],
    trigger: 'axis',
    patterns: false,
    unit,
    startsAtNil: ticks.min <= 0,
    locate: (_series, column) => ({ row: 0, column }),
    place: mark => ({ seriesIndex: (spans[mark.column]?.to ?? 0) < 0 ? 3 : 1, dataIndex: mark.column }),
    tooltip: ({ column }) => {
      const step = steps[column]
      if (!step) return { title: '', rows: [] }
      return {
        title: step.label,
        rows: [
          {
            swatch: colourOf(step),
            shape: 'square',
            label: wordOf(step),
            value: words.full(step.value),
            strong: true,
          },
        ],
      }
    },
  }
}
