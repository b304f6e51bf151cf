import type { Block } from '../../../../../shared/report/document.ts'
import { dimensionOf, measured, narrowed, type Making } from '../../make/making.ts'
import { figureOf, paragraph } from '../part.ts'
import type { ChartSection } from './chart-section.ts'

const POINTS = 500

/** How amounts are distributed, as posted: bins, quartiles by member, or the largest entries by day. */
export async function amountsChart(section: ChartSection, making: Making): Promise<Block[]> {
  const { texts, formats } = making
  const filters = measured(making.filters, section.measure, making.profile)
  if (section.chart === 'scatter') return scatter(making, filters)
  const by = section.chart === 'box' ? dimensionOf(making, section.by) : undefined
  const found = await making.call('explore.distribution', {
    filters,
    ...(by !== undefined && { by, top: Math.min(section.top, 20) }),
  })
  if (found.numbers.count === 0) return [paragraph(texts.common.none, 'missing')]
  if (by === undefined)
    return [
      {
        kind: 'chart',
        title: texts.chart.amounts,
        summary: texts.chart.histogram(
          formats.count(found.numbers.count),
          formats.money(found.numbers.median, found.currency),
        ),
        chart: { type: 'histogram', currency: found.currency, bins: found.bins },
      },
    ]
  return [
    {
      kind: 'chart',
      title: texts.common.by(texts.chart.amounts, making.dimensionName(by)),
      summary: texts.chart.box(formats.count(found.boxes.length)),
      chart: {
        type: 'box',
        currency: found.currency,
        boxes: found.boxes.map(({ key, label, low, q1, median, q3, high }) => ({
          label: making.memberName(by, key, label),
          ...figureOf(
            making.figures.median(
              making.memberName(by, key, label),
              narrowed(filters, by, [key]),
              Math.round(median),
            ),
          ),
          low,
          q1,
          median,
          q3,
          high,
        })),
      },
    },
  ]
}

async function scatter(making: Making, filters: Making['filters']): Promise<Block[]> {
  const { texts, formats, currency } = making
  const page = await making.call('ledger.page', { filters, order: 'absolute', limit: POINTS })
  const points = page.rows.flatMap(({ date, baseAmount }) =>
    baseAmount === null ? [] : [{ x: date, value: baseAmount, flagged: false }],
  )
  if (points.length === 0) return [paragraph(texts.common.none, 'missing')]
  return [
    {
      kind: 'chart',
      title: texts.chart.amounts,
      summary: texts.chart.scatter(formats.count(points.length)),
      chart: { type: 'scatter', currency, points },
    },
  ]
}
