import { filtersOf } from '../../../../../shared/ask/compile.ts'
import type { Data } from '../../../../../shared/data/data.ts'
import type { Total } from '../../../../../shared/money/minor.ts'
import type { QueryResult } from '../../../../../shared/query/query.ts'
import {
  figure,
  headline,
  labelOf,
  percentOf,
  query,
  series,
  shown,
  unitOf,
  written,
  type AnswerIntent,
  type Question,
} from '../intent.ts'
import { say } from '../../messages.ts'

/** Members (or steps) side by side, the largest first; two groups make a table. */
export const breakdown: AnswerIntent = async question => {
  const { asked, currency } = question
  const result = await query(question)
  const filters = filtersOf(asked)
  const width = asked.by.length
  const all = shown(Object.values(result.totals)[0], question)
  const rows = result.rows.map(row => ({
    label: row
      .slice(0, width)
      .map((key, k) => labelOf(result, k, key) || '–')
      .join(' · '),
    value: shown(row[width], question),
  }))
  const [first] = rows
  const unit = unitOf(asked)
  const figures = [
    figure('total', unit, all),
    figure('groups', 'count', result.groups),
    ...(first
      ? [
          figure('first', 'text', first.label),
          figure('firstValue', unit, first.value),
          figure('firstShare', 'percent', percentOf(first.value, all)),
        ]
      : []),
    figure('rows', 'count', result.matched),
  ]
  const text = first
    ? say().most(
        first.label,
        written(figure('', unit, first.value), currency),
        written(figure('', unit, all), currency),
        result.groups,
      )
    : say().nothing
  return {
    answer: {
      findings: [
        headline(
          question,
          first ? (asked.order === 'smallest' ? 'least' : 'most') : 'nothing',
          figures,
          text,
          { n: result.matched, filters, evidence: [evidence(question, result)] },
        ),
      ],
      figures,
      chart: width === 1 ? 'bar' : 'none',
    },
    rows: result.matched,
    filters,
  }
}

/** One group: bars. Two: the rows as they are, amounts turned the way people say them. */
export function evidence(question: Question, result: QueryResult): Data {
  const { asked, currency } = question
  const width = asked.by.length
  if (width <= 1) {
    const value = (column: number): (Total | null)[] => result.rows.map(row => shown(row[column], question))
    return series(
      question,
      result.rows.map(row =>
        asked.by[0] && 'grain' in asked.by[0] ? String(row[0]) : labelOf(result, 0, row[0] ?? '') || '–',
      ),
      [
        {
          id: 'now',
          label: say().measures[asked.measure],
          role: asked.measure === 'income' ? 'income' : 'actual',
          values: value(width),
        },
        ...(asked.comparison
          ? [{ id: 'before', label: say().before, role: 'comparison' as const, values: value(width + 1) }]
          : []),
      ],
    )
  }
  return {
    kind: 'table',
    currency,
    columns: result.columns,
    rows: result.rows.map(row =>
      row.map((cell, k) => (k < width ? labelOf(result, k, cell) : shown(cell, question))),
    ),
  }
}
