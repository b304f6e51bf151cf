import type { ChangeExplanation } from '../../../../../shared/contract/root-cause.ts'
import type { Cell, ReportTable } from '../../../../../shared/report/document.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { narrowed, type Making } from '../../make/making.ts'
import { sentence } from '../../make/sentence.ts'
import { fixedColumn, leftOut, measureName, paragraph, text, type Part } from '../part.ts'
import { frame, membersTable, side, totalsOf, waterfall } from './steps.ts'

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
    const [first] = found.dimensions
    const table = first && membersTable(making, found, first)
    const spanOf = ({ span }: typeof found.before): string => formats.span(span.from, span.to)
    const [before, after, delta] = totalsOf(making, found)
    return [
      sentence(making, 'text', put => {
        const name = measureName(making, section.measure)
        const [then, now] = [
          `${put(before)} (${spanOf(found.before)})`,
          `${put(after)} (${spanOf(found.after)})`,
        ]
        return `${name}: ${texts.rootCause.intro(then, now, put(delta))}`
      }),
      ...(first && table
        ? [
            waterfall(making, found, first, table, { before: texts.chart.earlier, after: texts.chart.now }),
            table,
          ]
        : []),
      ...(found.causes.length > 0 ? [causesTable(making, found)] : []),
      ...(found.effects ? [effectsTable(making, found, found.effects)] : []),
      ...leftOut(found.unconverted, making, found.after.filters),
    ]
  },
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
        cause.explained === null
          ? { kind: 'percent', value: null, places: 1 }
          : making.figures.measured(
              `${texts.rootCause.explained}: ${label}`.slice(0, 400),
              {
                analysis: 'root-cause',
                method: 'where the change lies',
                parameters: {
                  measure: found.measure,
                  from: found.before.span.from,
                  to: found.before.span.to,
                },
                filters: at(found.after.filters),
                output: 'explained',
              },
              cause.explained * 100,
              'percent',
              1,
            ),
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
  const [, , change] = totalsOf(making, found)
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
    totals: [text(texts.common.total), change],
  }
}
