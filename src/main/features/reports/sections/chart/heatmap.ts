import type { Block } from '../../../../../shared/report/document.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { ask, bySize } from '../../make/ask.ts'
import { dimensionOf, measured, sideOf, type Making } from '../../make/making.ts'
import { leftOut, measureName, paragraph } from '../part.ts'
import type { ChartSection } from './chart-section.ts'

/** The largest members by step of time. */
export async function heatmapOf(section: ChartSection, making: Making, filters: Filters): Promise<Block[]> {
  const { texts, formats } = making
  const by = dimensionOf(making, section.by)
  const rows = await ask(making, section.measure, filters, { dimension: by })
  if (rows.groups.length === 0) return [paragraph(texts.common.none, 'missing')]
  const shown = bySize(making, section.measure, rows.groups).slice(0, section.top)
  const result = await making.call('explore.query', {
    query: {
      measures: [section.measure === 'count' ? { op: 'count' } : { op: 'sum', of: 'amount' }],
      filters: measured(filters, section.measure, making.profile),
      groupBy: [{ dimension: by }, { grain: section.grain }],
    },
  })
  const { negate } = sideOf(section.measure, making.profile)
  const cells = new Map(result.rows.map(([row, step, value]) => [`${String(row)}\n${String(step)}`, value]))
  const steps = [...new Set(result.rows.map(row => String(row[1] ?? '')))].toSorted()
  const at = (row: string, step: string): number | null => {
    const value = cells.get(`${row}\n${step}`)
    if (value === undefined || value === null) return null
    return negate ? 0 - Number(value) : Number(value)
  }
  return [
    {
      kind: 'chart',
      title: texts.chart.bySteps(
        texts.common.by(measureName(making, section.measure), making.dimensionName(by)),
        texts.chart.steps[section.grain],
      ),
      summary: texts.chart.heatmap(formats.count(shown.length), formats.count(steps.length)),
      chart: {
        type: 'heatmap',
        matrix: {
          kind: 'matrix',
          unit: section.measure === 'count' ? 'count' : 'money',
          currency: making.currency,
          rows: shown.map(({ key, label }) => ({ key, label })),
          columns: steps.map(key => ({ key, label: formats.step(key) })),
          values: shown.map(group => steps.map(step => at(group.key, step))),
        },
      },
    },
    ...leftOut(rows.unconverted, making, rows.filters),
  ]
}
