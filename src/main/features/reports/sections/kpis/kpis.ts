import { civil, parseIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import type { Cell, Tiles } from '../../../../../shared/report/document.ts'
import type { ReportMeasure } from '../../../../../shared/report/definition.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { ask, cellOf } from '../../make/ask.ts'
import type { Making } from '../../make/making.ts'
import { leftOut, measureName, paragraph, type Part } from '../part.ts'

/** Spending, income, what is left, spending a month, entries: each with its figure before and the change. */
export const kpis: Part<'kpis'> = {
  title: (_section, { texts }) => texts.sections.kpis,
  async build(_section, making) {
    const { texts, formats, filters, before, compared, emptyBefore } = making
    const now = await cells(making, filters)
    if (now.matched === 0) return [paragraph(texts.common.none, 'missing')]
    const then = before && (await cells(making, before, `, ${texts.common.before}`))
    const tile = (measure: ReportMeasure): Tiles['tiles'][number] => ({
      label: measureName(making, measure),
      cell: now.of[measure] as Cell,
      notes:
        then && then.matched > 0
          ? compare(making, measureName(making, measure), now.of[measure] as Cell, then.of[measure] as Cell)
          : [],
    })
    const months = monthsIn(making)
    const tiles = (['spending', 'income', 'net', 'count'] as const).map(tile)
    const perMonth = texts.kpis.perMonth(measureName(making, 'spending'))
    if (months > 1)
      tiles.splice(1, 0, {
        label: perMonth,
        cell: making.figures.derived(perMonth, 'per', [now.of.spending as Cell], months),
        notes: [],
      })
    return [
      { kind: 'tiles', tiles },
      ...(compared
        ? [paragraph(texts.common.compared(formats.span(compared.from, compared.to)), 'note')]
        : []),
      ...(emptyBefore
        ? [paragraph(texts.common.emptyBefore(formats.span(emptyBefore.from, emptyBefore.to)), 'note')]
        : []),
      ...leftOut(now.unconverted, making),
    ]
  },
}

async function cells(making: Making, filters: Filters, when = '') {
  const all = await ask(making, 'count', filters)
  const of: Partial<Record<ReportMeasure, Cell>> = {
    count: cellOf(making, 'count', measureName(making, 'count') + when, all),
  }
  for (const measure of ['spending', 'income', 'net'] as const) {
    of[measure] = cellOf(
      making,
      measure,
      measureName(making, measure) + when,
      // oxlint-disable-next-line no-await-in-loop -- three quick questions of one worker
      await ask(making, measure, filters),
    )
  }
  return { of, matched: all.entries, unconverted: all.unconverted }
}

function compare(
  { figures, texts }: Making,
  name: string,
  now: Cell,
  before: Cell,
): { label: string; cell: Cell }[] {
  const percent = figures.derived(`${name}: ${texts.common.percent}`, 'change', [now, before])
  const known = percent.kind === 'percent' && percent.value !== null
  return [
    { label: texts.kpis.before, cell: before },
    {
      label: texts.kpis.change,
      // From nothing, or from a loss to a gain, no percentage says how much.
      cell: known ? percent : figures.derived(`${name}: ${texts.common.change}`, 'difference', [now, before]),
    },
  ]
}

/** Months with at least one day in the period. */
function monthsIn({ period }: Making): number {
  const a = civil(parseIsoDate(period.from) as Day)
  const b = civil(parseIsoDate(period.to) as Day)
  return (b.year - a.year) * 12 + b.month - a.month + 1
}
