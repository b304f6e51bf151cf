import { parseIsoDate, toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { yearBefore, periodBefore } from '../../../../../shared/calendar/compare.ts'
import type { Block } from '../../../../../shared/report/document.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { ask, bySize, cellOf, shown, type Answer } from '../../make/ask.ts'
import { dimensionOf, longer, type Making } from '../../make/making.ts'
import { membersTable, waterfall as waterfallOf } from '../root-cause/steps.ts'
import { figureOf, leftOut, measureName, paragraph, type Part } from '../part.ts'
import { amountsChart } from './amounts.ts'
import type { ChartSection } from './chart-section.ts'
import { heatmapOf } from './heatmap.ts'

/** One picture. A chart over time may begin before the report's period, so that a month is not a single point. */
export const chart: Part<'chart'> = {
  title(section, making) {
    const what = measureName(making, section.measure)
    switch (section.chart) {
      case 'line':
      case 'bar':
        return making.texts.common.over(what)
      case 'income-expense':
        return making.texts.chart.incomeExpense
      case 'histogram':
      case 'scatter':
        return making.texts.chart.amounts
      case 'heatmap':
        return making.texts.chart.bySteps(
          making.texts.common.by(what, making.dimensionName(dimensionOf(making, section.by))),
          making.texts.chart.steps[section.grain],
        )
      case 'ranking':
        return making.texts.chart.largest(
          making.texts.common.by(what, making.dimensionName(dimensionOf(making, section.by))),
        )
      default:
        return making.texts.common.by(what, making.dimensionName(dimensionOf(making, section.by)))
    }
  },
  async build(section, making) {
    const filters = longer(making.filters, section.months)
    switch (section.chart) {
      case 'line':
      case 'bar':
      case 'income-expense':
        return overTime(section, making, filters)
      case 'ranking':
        return ranking(section, making)
      case 'waterfall':
        return waterfall(section, making)
      case 'heatmap':
        return heatmapOf(section, making, filters)
      case 'histogram':
      case 'box':
      case 'scatter':
        return amountsChart(section, making)
    }
  },
}

async function overTime(section: ChartSection, making: Making, filters: Filters): Promise<Block[]> {
  const { texts, currency, definition } = making
  const both = section.chart === 'income-expense'
  const measures = both ? (['income', 'spending'] as const) : ([section.measure] as const)
  const by = { grain: section.grain }
  const answers: Answer[] = []
  // oxlint-disable-next-line no-await-in-loop -- one question after another of one worker
  for (const measure of measures) answers.push(await ask(making, measure, filters, by))
  const keys = [...new Set(answers.flatMap(answer => answer.groups.map(group => group.key)))].toSorted()
  if (keys.length === 0) return [paragraph(texts.common.none, 'missing')]
  const lines = measures.map((measure, i) => {
    const values = new Map(answers[i]?.groups.map(group => [group.key, shown(making, measure, group)]))
    return {
      id: measure,
      label: measureName(making, measure),
      role: both ? (measure === 'income' ? ('income' as const) : ('expense' as const)) : ('actual' as const),
      values: keys.map(key => values.get(key) ?? 0),
    }
  })
  const earlier = both ? undefined : await before(section, making, filters, definition.parameters.comparison)
  const labels = keys.map(key => making.formats.step(key))
  const series = {
    kind: 'series' as const,
    unit: section.measure === 'count' ? ('count' as const) : ('money' as const),
    currency,
    x: keys,
    lines: [
      ...lines,
      // Steps stand beside those of the same place, so that both must have as many.
      ...(earlier && earlier.length === keys.length
        ? [{ id: 'before', label: texts.chart.earlier, role: 'comparison' as const, values: earlier }]
        : []),
    ],
  }
  const [first] = lines
  const values = (first?.values ?? []).map(Number)
  const at = values.indexOf(Math.max(...values))
  const high =
    section.measure === 'count'
      ? making.formats.count(values[at] ?? 0)
      : making.formats.money(first?.values[at] ?? 0, currency)
  const type = section.chart === 'line' && keys.length > 1 ? 'line' : 'bar'
  return [
    {
      kind: 'chart',
      title: both ? texts.chart.incomeExpense : texts.common.over(measureName(making, section.measure)),
      summary: texts.chart.line(
        first?.label ?? '',
        making.formats.count(keys.length),
        high,
        labels[at] ?? '',
      ),
      chart: { type, series, labels },
    },
    ...leftOut(answers[0]?.unconverted ?? 0, making, answers[0]?.filters),
  ]
}

async function before(section: ChartSection, making: Making, filters: Filters, kind: string) {
  if (kind === 'none' || filters.from === undefined || filters.to === undefined) return undefined
  const span = { from: parseIsoDate(filters.from) as Day, to: parseIsoDate(filters.to) as Day }
  const then = kind === 'previous-year' ? yearBefore(span, making.fiscal) : periodBefore(span, making.fiscal)
  const answer = await ask(
    making,
    section.measure,
    { ...filters, from: toIsoDate(then.from), to: toIsoDate(then.to) },
    { grain: section.grain },
  )
  return answer.groups.map(group => shown(making, section.measure, group))
}

async function ranking(section: ChartSection, making: Making): Promise<Block[]> {
  const { texts, formats, currency } = making
  const by = dimensionOf(making, section.by)
  const now = await ask(making, section.measure, making.filters, { dimension: by })
  const then = making.before && (await ask(making, section.measure, making.before, { dimension: by }))
  const earlier = new Map(then?.groups.map(group => [group.key, shown(making, section.measure, group)]))
  const rows = bySize(making, section.measure, now.groups)
    .slice(0, section.top)
    .map(group => ({
      label: group.label,
      value: shown(making, section.measure, group),
      before: then ? (earlier.get(group.key) ?? 0) : null,
      ...figureOf(cellOf(making, section.measure, group.label, group)),
    }))
  const [first] = rows
  if (!first) return [paragraph(texts.common.none, 'missing')]
  return [
    {
      kind: 'chart',
      title: chart.title(section, making),
      summary: texts.chart.ranking(first.label, formats.money(first.value, currency)),
      chart: { type: 'ranking', currency: section.measure === 'count' ? '' : currency, rows },
    },
    ...leftOut(now.unconverted, making, now.filters),
  ]
}

async function waterfall(section: ChartSection, making: Making): Promise<Block[]> {
  const { texts, formats, definition } = making
  const { comparison } = definition.parameters
  const by = dimensionOf(making, section.by)
  const measure = section.measure === 'income' || section.measure === 'net' ? section.measure : 'spending'
  const found = await making.call('root-cause.breakdown', {
    filters: making.filters,
    compared: comparison === 'none' ? 'previous-period' : comparison,
    measure,
    by,
    top: section.top,
  })
  if (found.missing !== undefined) return [paragraph(texts.rootCause.nothing, 'missing')]
  const table = membersTable(making, found, found.breakdown)
  const spanOf = ({ span }: typeof found.before): string => formats.span(span.from, span.to)
  return [
    waterfallOf(making, found, found.breakdown, table, {
      before: spanOf(found.before),
      after: spanOf(found.after),
    }),
    ...leftOut(found.unconverted, making, found.after.filters),
  ]
}
