import { filtersOf } from '../../../../../shared/ask/compile.ts'
import type { Asked } from '../../../../../shared/ask/asked.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import {
  call,
  changePercent,
  figure,
  headline,
  inBrackets,
  series,
  written,
  type AnswerIntent,
} from '../intent.ts'
import { say } from '../../messages.ts'

/** Why a figure changed: contributions and causes, from the root-cause analysis. */
export const rootCause: AnswerIntent = async question => {
  const { asked, currency, ctx } = question
  const { comparison } = asked
  const measure = asked.measure === 'amount' ? 'net' : asked.measure
  const found = await call(ctx, 'root-cause.explain', {
    filters: withoutFlow(asked),
    measure,
    ...(asked.scenario !== undefined
      ? { compared: 'budget', scenario: asked.scenario }
      : comparison?.kind === 'range'
        ? { compared: 'range', before: { from: comparison.from, to: comparison.to } }
        : { compared: comparison?.kind ?? 'previous-period' }),
  })
  const filters = found.after.filters
  const percent = changePercent(found.after.total, found.before.total)
  const figures = [
    figure('now', 'money', found.after.total),
    figure('before', 'money', found.before.total),
    figure('change', 'money', found.delta),
    figure('changePercent', 'percent', percent),
    figure('beforeFrom', 'day', found.before.span.from),
    figure('beforeTo', 'day', found.before.span.to),
    figure('rows', 'count', found.after.rows),
  ]
  const [largest] = found.dimensions
  const members = largest?.members.slice(0, 10) ?? []
  const data = series(
    question,
    members.map(m => m.label || '–'),
    [{ id: 'change', label: say().changed, role: 'actual', values: members.map(m => m.delta) }],
  )
  const text =
    found.missing === undefined
      ? say().change(
          written(figure('', 'money', found.after.total), currency),
          written(figure('', 'money', found.before.total), currency),
          written(figure('', 'money', found.delta), currency),
          inBrackets(percent),
        )
      : found.missing === 'entries'
        ? say().nothing
        : say().nothingBefore
  const code =
    found.missing === 'entries' ? 'nothing' : found.missing === 'comparison' ? 'nothing-before' : 'change'
  return {
    answer: {
      findings: [
        headline(question, code, figures, text, {
          n: found.after.rows,
          filters,
          impact: found.delta,
          ...(members.length > 0 && { evidence: [data] }),
        }),
        ...found.findings.slice(0, 8),
      ],
      figures,
      chart: members.length > 0 ? 'bar' : 'none',
    },
    rows: found.after.rows,
    filters,
  }
}

/** The analysis has a measure of its own: a flow beside it would be said twice. */
export function withoutFlow(asked: Asked): Filters {
  const filters = filtersOf({ ...asked, measure: 'amount' })
  return filters
}
