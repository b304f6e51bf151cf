import { filtersOf } from '../../../../../shared/ask/compile.ts'
import type { Table } from '../../../../../shared/data/data.ts'
import { call, figure, headline, shown, written, type AnswerIntent } from '../intent.ts'
import { say } from '../../messages.ts'

const LISTED = 20

/** The entries themselves: the largest first where that was asked for, else the newest. */
export const search: AnswerIntent = async question => {
  const { asked, currency, ctx } = question
  const filters = filtersOf(asked)
  const page = await call(ctx, 'ledger.page', {
    filters,
    order: asked.top === undefined ? 'date' : 'absolute',
    descending: asked.order === 'largest',
    limit: Math.min(asked.top ?? LISTED, 1000),
  })
  const table: Table = {
    kind: 'table',
    currency,
    columns: [
      { key: 'date', kind: 'time' },
      { key: 'payee', kind: 'member', dimension: 'payee' },
      { key: 'description', kind: 'member' },
      { key: 'amount', kind: 'money' },
    ],
    rows: page.rows.map(row => [row.date, row.members['payee'] ?? '', row.description, row.baseAmount]),
  }
  const sum = shown(page.sum, question)
  const figures = [figure('rows', 'count', page.total), figure('sum', 'money', sum)]
  const [first] = page.rows
  if (asked.top === 1 && first)
    figures.push(
      figure('date', 'day', first.date),
      figure('payee', 'text', first.members['payee'] ?? first.description),
      figure('amount', 'money', shown(first.baseAmount, question)),
    )
  const code = page.total === 0 ? 'nothing' : asked.top === 1 ? 'found-one' : 'found'
  const text =
    page.total === 0 ? say().nothing : say().entries(page.total, written(figure('', 'money', sum), currency))
  const found = headline(question, code, figures, text, { n: page.total, filters, evidence: [table] })
  return {
    answer: { findings: [{ ...found, entries: page.rows.map(row => row.id) }], figures, chart: 'none' },
    rows: page.total,
    filters,
  }
}
