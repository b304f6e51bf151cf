import type { ChangeBreakdown, ChangeExplanation } from '../../../../../shared/contract/root-cause.ts'
import type { Cell, ReportPicture, ReportTable } from '../../../../../shared/report/document.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { narrowed, sideOf, type Making } from '../../make/making.ts'
import { figureOf, fixedColumn, text } from '../part.ts'

/** Two spans that are held against each other. */
type Sides = Pick<ChangeExplanation, 'currency' | 'measure' | 'before' | 'after'>

/** The rows of one side: what is posted is turned so that spending and income are positive. */
export function side(
  making: Making,
  { measure }: Sides,
  label: string,
  filters: Filters,
  value: number | bigint,
): Cell {
  const { negate } = sideOf(measure, making.profile)
  const posted = negate ? (typeof value === 'bigint' ? -value : 0 - value) : value
  return making.figures.sum(label, filters, negate, posted)
}

/** Before, after, and what is between them. */
export function totalsOf(making: Making, found: Sides): [Cell, Cell, Cell] {
  const { texts, figures } = making
  const name = texts.common.total
  const before = side(
    making,
    found,
    `${name}, ${texts.common.before}`,
    found.before.filters,
    found.before.total,
  )
  const after = side(making, found, name, found.after.filters, found.after.total)
  return [before, after, figures.derived(`${name}, ${texts.common.change}`, 'difference', [after, before])]
}

export function frame(making: Making, found: Sides): ReportTable['columns'] {
  const { texts, formats } = making
  return [
    {
      key: 'before',
      label: formats.span(found.before.span.from, found.before.span.to),
      kind: 'money',
      sum: true,
    },
    {
      key: 'after',
      label: formats.span(found.after.span.from, found.after.span.to),
      kind: 'money',
      sum: true,
    },
    {
      key: 'delta',
      label: texts.common.change,
      kind: 'money',
      sum: true,
      formula: { how: 'difference', of: ['after', 'before'] },
    },
  ]
}

/** Of the members' table: the column of what changed. */
const DELTA = 3

export function membersTable(
  making: Making,
  found: Sides,
  { dimension, members, others }: ChangeBreakdown,
): ReportTable {
  const { texts, formats, figures } = making
  const row = (label: string, before: Cell, after: Cell): Cell[] => [
    text(label),
    before,
    after,
    figures.derived(`${label}, ${texts.common.change}`, 'difference', [after, before]),
  ]
  const of = (
    label: string,
    at: (filters: Filters) => Filters,
    before: number | bigint,
    after: number | bigint,
  ) =>
    row(
      label,
      side(making, found, `${label}, ${texts.common.before}`, at(found.before.filters), before),
      side(making, found, label, at(found.after.filters), after),
    )
  const keys = members.map(member => member.key)
  return {
    kind: 'table',
    title: texts.rootCause.steps(making.dimensionName(dimension)),
    columns: [fixedColumn('name', making.dimensionName(dimension)), ...frame(making, found)],
    rows: [
      ...members.map(member =>
        of(
          making.memberName(dimension, member.key, member.label),
          filters => narrowed(filters, dimension, [member.key]),
          member.before,
          member.after,
        ),
      ),
      ...(others
        ? [
            of(
              texts.common.others(formats.count(others.members)),
              filters => ({
                ...filters,
                notMembers: {
                  ...filters.notMembers,
                  [dimension]: [...(filters.notMembers?.[dimension] ?? []), ...keys],
                },
              }),
              others.before,
              others.after,
            ),
          ]
        : []),
    ],
    totals: of(texts.common.total, filters => filters, found.before.total, found.after.total),
  }
}

export function waterfall(
  making: Making,
  found: Sides,
  { dimension, members, others }: ChangeBreakdown,
  { rows, totals = [] }: ReportTable,
  names: { before: string; after: string },
): ReportPicture {
  const { texts, formats } = making
  const money = (value: number | bigint): string => formats.money(value, found.currency)
  const [, before, after] = totals
  // In the table's order: the members, then all others.
  const steps = [
    ...members.map(one => ({
      label: making.memberName(dimension, one.key, one.label),
      delta: one.delta,
    })),
    ...(others ? [{ label: texts.common.others(formats.count(others.members)), delta: others.delta }] : []),
  ]
  return {
    kind: 'chart',
    title: texts.rootCause.steps(making.dimensionName(dimension)),
    summary: texts.chart.waterfall(money(found.before.total), money(found.after.total)),
    chart: {
      type: 'waterfall',
      currency: found.currency,
      start: { label: names.before, value: found.before.total, ...figureOf(before) },
      // What did not move is in the table: in a picture of steps it is no step.
      steps: steps
        .map((step, i) => ({ ...step, ...figureOf(rows[i]?.[DELTA]) }))
        .filter(step => BigInt(step.delta) !== 0n),
      end: { label: names.after, value: found.after.total, ...figureOf(after) },
    },
  }
}
