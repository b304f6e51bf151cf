import { filtersOf } from '../../../../../shared/ask/compile.ts'
import { evidence } from '../breakdown/index.ts'
import {
  changePercent,
  figure,
  headline,
  inBrackets,
  labelOf,
  minus,
  query,
  shown,
  unitOf,
  written,
  type AnswerIntent,
} from '../intent.ts'
import { say } from '../../messages.ts'

/** Two periods, or the members of one dimension, side by side. */
export const comparison: AnswerIntent = async question => {
  const { asked, currency } = question
  const result = await query(question)
  const filters = filtersOf(asked)
  const unit = unitOf(asked)
  const [now, before] = Object.values(result.totals).map(cell => shown(cell, question))
  const width = asked.by.length
  const drawn = width > 0 && result.rows.length > 0
  const rest = { n: result.matched, filters, ...(drawn && { evidence: [evidence(question, result)] }) }
  const chart = drawn && width === 1 ? (asked.by[0] && 'grain' in asked.by[0] ? 'line' : 'bar') : 'none'
  if (asked.comparison) {
    const change = minus(now ?? null, before ?? null)
    const percent = changePercent(now ?? null, before ?? null)
    const figures = [
      figure('now', unit, now ?? null),
      figure('before', unit, before ?? null),
      figure('change', unit, change),
      figure('changePercent', 'percent', percent),
      ...(result.comparedWith
        ? [
            figure('beforeFrom', 'day', result.comparedWith.from),
            figure('beforeTo', 'day', result.comparedWith.to),
          ]
        : []),
      figure('rows', 'count', result.matched),
    ]
    const text = say().change(
      written(figure('', unit, now ?? null), currency),
      written(figure('', unit, before ?? null), currency),
      written(figure('', unit, change), currency),
      inBrackets(percent),
    )
    return {
      answer: {
        findings: [
          headline(question, 'change', figures, text, { ...rest, impact: unit === 'money' ? change : null }),
        ],
        figures,
        chart,
      },
      rows: result.matched,
      filters,
    }
  }
  const rows = result.rows.map(row => ({
    label: labelOf(result, 0, row[0] ?? ''),
    value: shown(row[width], question),
  }))
  const [a, b] = rows
  const apart = minus(a?.value ?? null, b?.value ?? null)
  const figures = [
    ...rows
      .slice(0, 6)
      .flatMap((row, i) => [
        figure(`name${i + 1}`, 'text', row.label),
        figure(`value${i + 1}`, unit, row.value),
      ]),
    ...(a && b ? [figure('apart', unit, apart)] : []),
    figure('rows', 'count', result.matched),
  ]
  const text =
    rows.length === 0
      ? say().nothing
      : `${rows.map(row => `${row.label}: ${written(figure('', unit, row.value), currency)}`).join('; ')}.`
  return {
    answer: {
      findings: [headline(question, rows.length === 0 ? 'nothing' : 'side-by-side', figures, text, rest)],
      figures,
      chart,
    },
    rows: result.matched,
    filters,
  }
}
