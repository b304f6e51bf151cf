import type { FullYear, Variance } from '../../../../../shared/contract/budget.ts'
import type { Block, Cell, ReportTable } from '../../../../../shared/report/document.ts'
import { parseIsoDate, toIsoDate } from '../../../../../shared/calendar/day.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { total } from '../../../../../shared/money/minor.ts'
import { narrowed, without, type Making } from '../../make/making.ts'
import { fixedColumn, paragraph, text } from '../part.ts'

type YearFigures = Pick<FullYear, 'actual' | 'remaining' | 'budget' | 'judgement'>

/** What the year comes to where the rest of it goes as planned, beside what was planned for all of it, by line. */
export function fullYearBlocks(making: Making, found: Variance, by: string, top: number): Block[] {
  const { fullYear: year } = found
  if (!year) return []
  const { texts, formats } = making
  const days = formats.span(year.span.from, year.span.to)
  return [
    paragraph(texts.variance.year(days, formats.date(year.actualTo), year.remainingFrom), 'note'),
    tableOf(making, found, year, by, top),
  ]
}

function tableOf(making: Making, found: Variance, year: FullYear, by: string, top: number): ReportTable {
  const { texts, formats } = making
  const days = formats.span(year.span.from, year.span.to)
  const shown = year.lines.slice(0, top)
  const rest = year.lines.slice(top)
  const nameOf = (line: FullYear['lines'][number]): string => {
    const [member] = line.members
    const key = member?.key ?? ''
    return making.memberName(by, key, member?.label ?? key)
  }
  const row = (label: string, figures: YearFigures, narrow: Row['narrow']): Cell[] =>
    rowOf(making, found, year, { label, figures, narrow })
  const keyOf = (line: FullYear['lines'][number]): string => line.members[0]?.key ?? ''
  // A fiscal year that is over has nothing to come.
  const open = year.actualTo < year.span.to
  return {
    kind: 'table',
    title: texts.variance.outlook(days),
    columns: [
      fixedColumn('name', making.dimensionName(by)),
      { key: 'actual', label: texts.variance.soFar, kind: 'money', sum: true },
      {
        key: 'remaining',
        label: texts.variance.toCome,
        kind: open ? 'money' : 'text',
        sum: open,
      },
      { key: 'outlook', label: texts.variance.outlookName, kind: 'money', sum: true },
      { key: 'budget', label: texts.variance.budget, kind: 'money', sum: true },
      {
        key: 'variance',
        label: texts.variance.variance,
        kind: 'money',
        sum: true,
        formula: { how: 'difference', of: ['outlook', 'budget'] },
      },
      { key: 'judgement', label: texts.variance.judgement, kind: 'text' },
    ],
    rows: [
      ...shown.map(line => row(nameOf(line), line, filters => narrowed(filters, by, [keyOf(line)]))),
      ...(rest.length > 0
        ? [
            row(texts.common.others(formats.count(rest.length)), sumOf(rest), filters =>
              without(filters, by, shown.map(keyOf)),
            ),
          ]
        : []),
    ],
    totals: row(texts.common.total, year, filters => filters),
  }
}

const dayAfter = (date: string): string => toIsoDate((parseIsoDate(date) as number) + 1)

/** Lines that are not shown; together they are judged by nothing. */
function sumOf(lines: readonly FullYear['lines'][number][]): YearFigures {
  const sum = (of: 'actual' | 'remaining' | 'budget') =>
    total(lines.reduce((all, line) => all + BigInt(line[of]), 0n))
  return { actual: sum('actual'), remaining: sum('remaining'), budget: sum('budget'), judgement: 'none' }
}

interface Row {
  label: string
  figures: YearFigures
  /** Narrows the year's filters to the row's entries. */
  narrow: (filters: Filters) => Filters
}

/** The budget stands for the months to come: the report asks for no other scenario of them. */
function rowOf(
  { texts, figures: book }: Making,
  { doors }: Variance,
  { span, actualTo }: FullYear,
  { label, figures, narrow }: Row,
): Cell[] {
  const named = (name: string): string => `${label}, ${name}, ${span.from} – ${span.to}`
  const sum = (name: string, door: Filters, value: number | bigint): Cell =>
    book.sum(named(name), narrow(door), false, value)
  const actual = sum(texts.variance.soFar, { ...doors.actual, from: span.from, to: actualTo }, figures.actual)
  const budget = sum(texts.variance.budget, { ...doors.budget, ...span }, figures.budget)
  const remaining: Cell =
    actualTo < span.to
      ? sum(
          texts.variance.toCome,
          { ...doors.budget, from: dayAfter(actualTo), to: span.to },
          figures.remaining,
        )
      : text('')
  const outlook =
    remaining.kind === 'money'
      ? book.derived(named(texts.variance.outlookName), 'sum', [actual, remaining])
      : actual
  const variance = book.derived(named(texts.variance.variance), 'difference', [outlook, budget])
  const { judgement } = figures
  return [
    text(label),
    actual,
    remaining,
    outlook,
    budget,
    judgement !== 'none' && variance.kind === 'money' ? { ...variance, tone: judgement } : variance,
    text(texts.variance[judgement]),
  ]
}
