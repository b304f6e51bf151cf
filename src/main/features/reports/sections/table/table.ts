import type { Cell, Column, ReportTable } from '../../../../../shared/report/document.ts'
import type { ReportMeasure } from '../../../../../shared/report/definition.ts'
import { ask, bySize, cellOf, nothing, type Answer, type Group } from '../../make/ask.ts'
import { dimensionOf, narrowed, without, type Making } from '../../make/making.ts'
import { fixedColumn, leftOut, measureName, paragraph, text, type Part } from '../part.ts'
import { acrossTable } from './across.ts'

/** A measure by the members of a dimension: value, share, and the change since the span that the report compares with. */
export const table: Part<'table'> = {
  title(section, making) {
    const { texts } = making
    const what = texts.common.by(
      measureName(making, section.measure),
      making.dimensionName(dimensionOf(making, section.by)),
    )
    if (!section.across) return what
    return texts.chart.bySteps(
      what,
      'grain' in section.across
        ? texts.chart.steps[section.across.grain]
        : making.dimensionName(section.across.dimension),
    )
  },
  async build(section, making) {
    const by = dimensionOf(making, section.by)
    if (section.across) return acrossTable(making, { ...section, by, across: section.across })
    const now = await ask(making, section.measure, making.filters, { dimension: by })
    const before = making.before && (await ask(making, section.measure, making.before, { dimension: by }))
    if (now.groups.length === 0 && (before?.groups.length ?? 0) === 0)
      return [paragraph(making.texts.common.none, 'missing')]
    return [
      memberTable(making, section.measure, by, now, before, section.top),
      ...leftOut(now.unconverted, making, now.filters),
    ]
  },
}

/** Members of either span, the largest first; those beyond `top` are one row, so that the column adds up to its total. */
export function memberTable(
  making: Making,
  measure: ReportMeasure,
  by: string,
  now: Answer,
  before: Answer | undefined,
  top: number,
): ReportTable {
  const { texts, figures } = making
  const then = new Map(before?.groups.map(group => [group.key, group]))
  const here = new Set(now.groups.map(group => group.key))
  const gone = (before?.groups ?? [])
    .filter(group => !here.has(group.key))
    .map(group => ({ ...group, ...nothing(narrowed(now.filters, by, [group.key])) }))
  const ordered = [...bySize(making, measure, now.groups), ...gone]
  const shown = ordered.slice(0, top)
  const rest = ordered.slice(top)
  const total = cellOf(making, measure, texts.common.total, now)
  const totalBefore = before && cellOf(making, measure, texts.common.total, before)
  const row = (name: string, value: Cell, earlier: Cell | undefined): Cell[] => [
    text(name),
    value,
    figures.derived(`${texts.common.share}: ${name}`, 'share', [value, total]),
    ...(earlier
      ? [
          earlier,
          figures.derived(`${texts.common.change}: ${name}`, 'difference', [value, earlier]),
          figures.derived(`${texts.common.percent}: ${name}`, 'change', [value, earlier]),
        ]
      : []),
  ]
  const one = (group: Group): Cell[] =>
    row(
      group.label,
      cellOf(making, measure, group.label, group),
      before &&
        cellOf(
          making,
          measure,
          `${group.label}, ${texts.common.before}`,
          then.get(group.key) ?? nothing(narrowed(before.filters, by, [group.key])),
        ),
    )
  const others = (): Cell[] => {
    const name = texts.common.others(making.formats.count(rest.length))
    const keys = shown.map(group => group.key)
    const cell = (answer: Answer): Cell =>
      cellOf(making, measure, name, {
        filters: without(answer.filters, by, keys),
        ...remainder(answer, new Set(keys)),
      })
    return row(name, cell(now), before && cell(before))
  }
  return {
    kind: 'table',
    title: texts.common.by(measureName(making, measure), making.dimensionName(by)),
    columns: columnsOf(making, measure, by, before !== undefined),
    rows: [...shown.map(one), ...(rest.length > 0 ? [others()] : [])],
    totals: row(texts.common.total, total, totalBefore),
  }
}

function columnsOf(making: Making, measure: ReportMeasure, by: string, compared: boolean): Column[] {
  const { texts, formats } = making
  const kind = measure === 'count' ? ('count' as const) : ('money' as const)
  const days = making.compared ? formats.span(making.compared.from, making.compared.to) : ''
  return [
    fixedColumn('name', making.dimensionName(by)),
    { key: 'value', label: measureName(making, measure), kind, sum: true },
    { key: 'share', label: texts.common.share, kind: 'percent', formula: { how: 'share', of: ['value'] } },
    ...(compared
      ? [
          { key: 'before', label: days, kind, sum: true },
          {
            key: 'change',
            label: texts.common.change,
            kind,
            sum: true,
            formula: { how: 'difference' as const, of: ['value', 'before'] as [string, string] },
          },
          {
            key: 'percent',
            label: texts.common.percent,
            kind: 'percent' as const,
            formula: { how: 'change' as const, of: ['value', 'before'] as [string, string] },
          },
        ]
      : []),
  ]
}

/** What the groups with other keys have together: exact, as the total is. */
function remainder({ groups }: Answer, keys: ReadonlySet<string>): Pick<Group, 'posted' | 'entries'> {
  let posted = 0n
  let entries = 0
  for (const group of groups) {
    if (keys.has(group.key)) continue
    posted += BigInt(group.posted)
    entries += group.entries
  }
  return { posted, entries }
}
