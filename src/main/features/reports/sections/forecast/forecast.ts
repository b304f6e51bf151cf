import type { LedgerForecast, LedgerSeries } from '../../../../../shared/contract/forecast.ts'
import type { Cell, ReportTable } from '../../../../../shared/report/document.ts'
import { sentence } from '../../make/sentence.ts'
import type { Making } from '../../make/making.ts'
import { forecastMethod } from '../../texts/methods.ts'
import { fixedColumn, paragraph, measureName, text, type Part } from '../part.ts'

const LEVELS = [80, 95]

/** What is expected in the months after the period, with prediction intervals and how the method did on its own past. */
export const forecast: Part<'forecast'> = {
  title: (section, making) => `${making.texts.sections.forecast}: ${measureName(making, section.measure)}`,
  async build(section, making) {
    const { texts, formats, definition, period } = making
    // A forecast stands on all that was before, not on the report's days alone.
    const filters = { ...definition.parameters.filters, to: period.to }
    const found = await making.call('forecast.run', {
      filters,
      measure: section.measure,
      method: section.method,
      horizon: section.horizon,
      levels: LEVELS,
    })
    const [total] = found.series
    const notes = [...found.notes, ...(total?.notes ?? [])].map(one => paragraph(one.statement, 'note'))
    if (!total) return [paragraph(texts.forecast.nothing, 'missing'), ...notes]
    const [own] = total.card
    const how = {
      analysis: 'forecast',
      method: total.method,
      parameters: { measure: section.measure, horizon: section.horizon, model: total.model },
      seed: 1,
      filters,
    }
    const { figures } = making
    const table = tableOf(making, found, total, how)
    const ofPast = (label: string, output: string, error: number): Cell =>
      figures.statistic(label, { ...how, output }, error)
    return [
      sentence(making, 'text', put =>
        texts.forecast.intro(
          forecastMethod(total.method, definition.parameters.language),
          put(figures.counted(texts.forecast.months, { ...how, output: 'steps' }, found.steps.length)),
        ),
      ),
      {
        kind: 'chart',
        title: `${texts.sections.forecast}: ${measureName(making, section.measure)}`,
        summary: texts.forecast.summary(
          formats.count(found.future.length),
          formats.cell(table.totals?.[1] ?? text('')),
        ),
        chart: fan(making, found, total),
      },
      table,
      ...(own
        ? [
            sentence(making, 'note', put =>
              texts.forecast.error(
                put(ofPast(texts.forecast.ownError, 'error', own.error)),
                put(ofPast(texts.forecast.naiveError, 'naive error', own.naiveError)),
              ),
            ),
          ]
        : []),
      ...notes,
    ]
  },
}

/** The last three years at most: what is longer ago only makes the rest small. */
const SHOWN = 36

function fan(making: Making, found: LedgerForecast, { actual, mean, intervals }: LedgerSeries) {
  const seen = found.steps.slice(-SHOWN)
  const past = actual.slice(-SHOWN)
  const blank = past.map(() => null)
  return {
    type: 'fan' as const,
    currency: found.currency,
    labels: [...seen, ...found.future].map(step => making.formats.step(step.key)),
    actual: [...past, ...mean.map(() => null)],
    mean: [...blank, ...mean],
    bands: Object.entries(intervals).map(([level, { lower, upper }]) => ({
      level: Number(level),
      lower: [...blank, ...lower],
      upper: [...blank, ...upper],
    })),
  }
}

function tableOf(
  making: Making,
  found: LedgerForecast,
  { mean, intervals }: LedgerSeries,
  how: Omit<Parameters<Making['figures']['statistic']>[1], 'output'>,
): ReportTable {
  const { texts, figures } = making
  const columns = LEVELS.toReversed().flatMap(level => [
    { level, side: 'lower' as const, label: texts.forecast.lower(String(level)) },
    { level, side: 'upper' as const, label: texts.forecast.upper(String(level)) },
  ])
  const rows = found.future.map((step, i): Cell[] => [
    text(making.formats.step(step.key)),
    figures.statistic(
      `${texts.forecast.mean}, ${step.key}`,
      { ...how, output: `mean ${step.key}` },
      mean[i] ?? null,
    ),
    ...columns.map(({ level, side, label }) =>
      figures.statistic(
        `${label}, ${step.key}`,
        { ...how, output: `${side} ${level} ${step.key}` },
        intervals[String(level)]?.[side][i] ?? null,
      ),
    ),
  ])
  return {
    kind: 'table',
    title: texts.sections.forecast,
    columns: [
      fixedColumn('month', texts.forecast.month),
      { key: 'mean', label: texts.forecast.mean, kind: 'money', sum: true },
      ...columns.map(({ level, side, label }) => ({ key: `${side}${level}`, label, kind: 'money' as const })),
    ],
    rows,
    totals: [
      text(texts.common.total),
      figures.derived(
        texts.forecast.together,
        'sum',
        rows.map(row => row[1] as Cell),
      ),
      ...columns.map(() => text('')),
    ],
  }
}
