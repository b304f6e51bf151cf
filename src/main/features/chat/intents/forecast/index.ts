import { filtersOf } from '../../../../../shared/ask/compile.ts'
import type { Asked } from '../../../../../shared/ask/asked.ts'
import { parseIsoDate } from '../../../../../shared/calendar/day.ts'
import type { Series } from '../../../../../shared/data/data.ts'
import type { LedgerForecast } from '../../../../../shared/contract/forecast.ts'
import { call, figure, headline, series, written, type AnswerIntent } from '../intent.ts'
import { say } from '../../messages.ts'

const MONTHS = 12
const MOST = 60

/** What is to come, from the whole history of what was asked about. */
export const forecast: AnswerIntent = async question => {
  const { asked, currency, ctx } = question
  // The days asked about are to come: what the forecast learns from are those before.
  const filters = { ...filtersOf({ ...asked, measure: 'amount' }) }
  delete filters.from
  delete filters.to
  const key = asked.by.find(k => 'grain' in k)
  const by = asked.by.find(k => 'dimension' in k)
  const found = await call(ctx, 'forecast.run', {
    filters,
    measure: asked.measure === 'amount' ? 'net' : asked.measure,
    grain: key && 'grain' in key ? key.grain : 'month',
    ...(by && 'dimension' in by && { by: by.dimension }),
    horizon: await horizonOf(question.ctx, asked, filters),
  })
  const [whole] = found.series
  const rows = await call(ctx, 'ledger.page', {
    filters: filtersOf({ ...asked, from: undefined, to: undefined }),
    limit: 0,
  })
  if (!whole) {
    const note = found.notes[0]?.statement ?? say().noMonths
    return {
      answer: {
        findings: [headline(question, 'no-history', [], note, { n: rows.total, filters })],
        figures: [],
        chart: 'none',
      },
      rows: rows.total,
      filters,
    }
  }
  const within = found.future.map(
    step =>
      (asked.from === undefined || step.from >= asked.from) &&
      (asked.to === undefined || step.to <= asked.to),
  )
  const inside = within.some(Boolean) ? within : within.map(() => true)
  const total = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => (inside[i] ? sum + Math.round(value) : sum), 0)
  const [level, bounds] = Object.entries(whole.intervals).at(-1) ?? ['', undefined]
  const steps = found.future.filter((_, i) => inside[i])
  const figures = [
    figure('expected', 'money', total(whole.mean)),
    // Of one step the interval is the model's; of several there is none that adds up.
    ...(bounds && steps.length === 1
      ? [
          figure('lower', 'money', total(bounds.lower)),
          figure('upper', 'money', total(bounds.upper)),
          figure('level', 'percent', Number(level)),
        ]
      : []),
    figure('firstStep', 'step', steps[0]?.key ?? ''),
    figure('lastStep', 'step', steps.at(-1)?.key ?? ''),
    figure('rows', 'count', rows.total),
  ]
  const text = say().expected({
    first: steps[0]?.key ?? '',
    last: steps.length > 1 ? (steps.at(-1)?.key ?? '') : '',
    value: written(figure('', 'money', total(whole.mean)), currency),
    model: whole.model,
  })
  const drawn = headline(question, 'forecast', figures, text, {
    n: rows.total,
    filters,
    evidence: [drawnAs(question, found)],
  })
  const notes = [...whole.notes, ...found.notes].map((note, i) => ({
    ...headline(question, note.code, [], note.statement, { n: rows.total }),
    id: `ask:forecast:note:${i}`,
    values: note.values,
  }))
  return { answer: { findings: [drawn, ...notes], figures, chart: 'line' }, rows: rows.total, filters }
}

/** Months from the ledger's last to the last one asked about. */
async function horizonOf(
  ctx: Parameters<AnswerIntent>[0]['ctx'],
  asked: Asked,
  filters: object,
): Promise<number> {
  const to = parseIsoDate(asked.to ?? '')
  if (to === undefined || asked.to === undefined) return MONTHS
  const profile = await call(ctx, 'explore.profile', { filters })
  const last = profile.columns.find(c => c.kind === 'date')?.to ?? asked.to
  const months =
    (Number(asked.to.slice(0, 4)) - Number(last.slice(0, 4))) * 12 +
    Number(asked.to.slice(5, 7)) -
    Number(last.slice(5, 7))
  const grain = asked.by.find(k => 'grain' in k)
  const each =
    grain && 'grain' in grain && /quarter/.test(grain.grain)
      ? 3
      : grain && 'grain' in grain && /year/.test(grain.grain)
        ? 12
        : 1
  // One more, because a month that is not over is forecast too.
  return Math.min(MOST, Math.max(1, Math.ceil(months / each) + 1))
}

function drawnAs(
  question: Parameters<AnswerIntent>[0],
  { steps, future, series: [whole] }: LedgerForecast,
): Series {
  const shown = steps.slice(-24)
  const actual = whole?.actual.slice(-24) ?? []
  return series(
    question,
    [...shown, ...future].map(step => step.key),
    [
      { id: 'actual', label: say().actual, role: 'actual', values: [...actual, ...future.map(() => null)] },
      {
        id: 'forecast',
        label: say().forecast,
        role: 'forecast',
        values: [
          ...shown.map((_, i) => (i === shown.length - 1 ? (actual[i] ?? null) : null)),
          ...(whole?.mean ?? []),
        ],
      },
    ],
  )
}
