import { subtract } from '../../../shared/money/add.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { ChartModel, ChartStyle } from '../model.ts'

/** Spent against a budget, both in minor units and positive. */
export interface GaugeData {
  actual: Total
  budget: Total
}

export interface GaugeWords {
  budget: string
  spent: string
  left: string
  over: string
  /** "64% of the budget" */
  share: (percent: string) => string
  percent: (ratio: number) => string
}

/** Spent ÷ budget; null where there is no budget to be part of. */
export const gaugeShare = ({ actual, budget }: GaugeData): number | null =>
  budget > 0 ? Number(actual) / Number(budget) : null

/**
 * How much of a budget is used: an arc that is full at the budget; beyond it the figure says by how much, in the colour and the
 * word of the judgement.
 */
export function gaugeModel(data: GaugeData, words: GaugeWords, style: ChartStyle): ChartModel {
  const { colours, fontFamily } = style
  const share = gaugeShare(data) ?? 0
  const over = data.actual > data.budget
  const gap = over ? subtract(data.actual, data.budget) : subtract(data.budget, data.actual)
  const colour = over ? colours.adverse : (colours.categorical[0] as string)
  const { full } = style.words
  const rows = [
    { swatch: colour, shape: 'square' as const, label: words.spent, value: full(data.actual), strong: true },
    { label: words.budget, value: full(data.budget) },
    { label: over ? words.over : words.left, value: full(gap) },
  ]
  return {
    parts: 'gauge',
    trigger: 'item',
    patterns: false,
    option: {
      tooltip: { trigger: 'item' },
      series: [
        {
          type: 'gauge',
          startAngle: 200,
          endAngle: -20,
          min: 0,
          max: 1,
          radius: '92%',
          center: ['50%', '56%'],
          progress: { show: true, width: 16, itemStyle: { color: colour } },
          axisLine: { lineStyle: { width: 16, color: [[1, colours.grid]] } },
          pointer: { show: false },
          anchor: { show: false },
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: { show: false },
          title: {
            offsetCenter: [0, '62%'],
            color: over ? colours.adverse : colours.text3,
            fontFamily,
            fontSize: 12,
          },
          detail: {
            offsetCenter: [0, '0%'],
            formatter: words.percent(share),
            color: colours.text,
            fontFamily,
            fontSize: 24,
            fontWeight: 600,
          },
          data: [
            {
              value: Math.min(1, Math.max(0, share)),
              name: `${over ? words.over : words.left} ${full(gap)}`,
            },
          ],
        },
      ],
    },
    marks: [
      [
        {
          row: 0,
          column: 0,
          label: [words.share(words.percent(share)), ...rows.map(row => `${row.label} ${row.value}`)].join(
            ', ',
          ),
        },
      ],
    ],
    tooltip: () => ({ title: words.share(words.percent(share)), rows }),
    locate: () => ({ row: 0, column: 0 }),
    place: () => ({ seriesIndex: 0, dataIndex: 0 }),
  }
}
