import type { ChangeBreakdown, ChangeExplanation } from '../../../../../shared/contract/root-cause.ts'
import type { Block, Cell, ReportTable } from '../../../../../shared/report/document.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { narrowed, sideOf, type Making } from '../../make/making.ts'
import { fixedColumn, leftOut, measureName, paragraph, text, type Part } from '../part.ts'

/** The change since the span that the report compares with (the one before, where it names none): by member, by cause, by effect. */
export const rootCause: Part<'root-cause'> = {
  title: (_section, { texts }) => texts.sections['root-cause'],
  async build(section, making) {
    const { texts, formats, filters, definition } = making
    const { comparison } = definition.parameters
    const found = await making.call('root-cause.explain', {
      filters,
      compared: comparison === 'none' ? 'previous-period' : comparison,
      measure: section.measure,
      top: section.top,
    })
    if (found.missing !== undefined)
      return [paragraph(found.missing === 'entries' ? texts.common.none : texts.rootCause.nothing, 'missing')]
    const money = (value: number | bigint): string => formats.money(value, found.currency)
    const [first] = found.dimensions
    return [
      paragraph(
        `${measureName(making, section.measure)}: ${texts.rootCause.intro(
          `${money(found.before.total)} (${formats.span(found.before.span.from, found.before.span.to)})`,
          `${money(found.after.total)} (${formats.span(found.after.span.from, found.after.span.to)})`,
          money(found.delta),
        )}`,
      ),
      ...(first ? [waterfall(making, found, first), membersTable(making, found, first)] : []),
      ...(found.causes.length > 0 ? [causesTable(making, found)] : []),
      ...(found.effects ? [effectsTable(making, found, found.effects)] : []),
      ...leftOut(found.unconverted, making),
    ]
  },
}

/** The rows of one side: what is posted is turned so that spending and income are positive. */
function side(
  making: Making,
  { measure }: ChangeExplanation,
  label: string,
  filters: Filters,
  value: number | bigint,
): Cell {
  const { negate } = sideOf(measure, making.profile)
  const posted = negate ? (typeof value === 'bigint' ? -value : 0 - value) : value
  return making.figures.sum(label, filters, negate, posted)
}

function frame(making: Making, found: ChangeExplanation): ReportTable['columns'] {
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

function membersTable(
  making: Making,
  found: ChangeExplanation,
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

function causesTable(making: Making, found: ChangeExplanation): ReportTable {
  const { texts } = making
  return {
    kind: 'table',
    title: texts.rootCause.causes,
    columns: [
      fixedColumn('what', texts.rootCause.what),
      ...frame(making, found).map(({ sum: _sum, ...column }) => column),
      { key: 'explained', label: texts.rootCause.explained, kind: 'percent' },
    ],
    rows: found.causes.map(cause => {
      const label = cause.members
        .map(
          one =>
            `${making.dimensionName(one.dimension)}: ${making.memberName(one.dimension, one.key, one.label)}`,
        )
        .join(' · ')
      const at = (filters: Filters): Filters =>
        cause.members.reduce((all, one) => narrowed(all, one.dimension, [one.key]), filters)
      const before = side(
        making,
        found,
        `${label}, ${texts.common.before}`,
        at(found.before.filters),
        cause.before,
      )
      const after = side(making, found, label, at(found.after.filters), cause.after)
      return [
        text(label),
        before,
        after,
        making.figures.derived(`${label}, ${texts.common.change}`, 'difference', [after, before]),
        { kind: 'percent', value: cause.explained === null ? null : cause.explained * 100, places: 1 },
      ]
    }),
  }
}

function effectsTable(
  making: Making,
  found: ChangeExplanation,
  { price, volume, mix }: NonNullable<ChangeExplanation['effects']>,
): ReportTable {
  const { texts, figures } = making
  const { before, after, measure } = found
  const row = (label: string, output: string, value: number | bigint): Cell[] => [
    text(label),
    figures.statistic(
      `${texts.rootCause.effects}: ${label}`,
      {
        analysis: 'root-cause',
        method: 'price, volume and mix',
        parameters: { measure, from: before.span.from, to: before.span.to },
        filters: after.filters,
        output,
      },
      BigInt(value),
    ),
  ]
  const cells = {
    before: side(
      making,
      found,
      `${texts.common.total}, ${texts.common.before}`,
      before.filters,
      before.total,
    ),
    after: side(making, found, texts.common.total, after.filters, after.total),
  }
  return {
    kind: 'table',
    title: texts.rootCause.effects,
    columns: [
      fixedColumn('effect', texts.rootCause.effect),
      { key: 'value', label: texts.common.change, kind: 'money', sum: true },
    ],
    rows: [
      row(texts.rootCause.price, 'price', price),
      row(texts.rootCause.volume, 'volume', volume),
      row(texts.rootCause.mix, 'mix', mix),
    ],
    totals: [
      text(texts.common.total),
      figures.derived(`${texts.common.total}, ${texts.common.change}`, 'difference', [
        cells.after,
        cells.before,
      ]),
    ],
  }
}

function waterfall(
  making: Making,
  found: ChangeExplanation,
  { dimension, members, others }: ChangeBreakdown,
): Block {
  const { texts, formats } = making
  const money = (value: number | bigint): string => formats.money(value, found.currency)
  return {
    kind: 'chart',
    title: texts.rootCause.steps(making.dimensionName(dimension)),
    summary: texts.chart.waterfall(money(found.before.total), money(found.after.total)),
    chart: {
      type: 'waterfall',
      currency: found.currency,
      start: { label: texts.chart.earlier, value: found.before.total },
      steps: [
        // What did not move is in the table: in a picture of steps it is no step.
        ...members.flatMap(one =>
          BigInt(one.delta) === 0n
            ? []
            : [{ label: making.memberName(dimension, one.key, one.label), delta: one.delta }],
        ),
        ...(others && BigInt(others.delta) !== 0n
          ? [{ label: texts.common.others(formats.count(others.members)), delta: others.delta }]
          : []),
      ],
      end: { label: texts.chart.now, value: found.after.total },
    },
  }
}
