import type { Block, Cell, Column, ReportTable } from '../../../../../shared/report/document.ts'
import type { ReportMeasure } from '../../../../../shared/report/definition.ts'
import type { Filters, GroupKey } from '../../../../../shared/query/query.ts'
import { ask, bySize, cellOf, nothing, withKey, type Group } from '../../make/ask.ts'
import { longer, measured, without, type Making } from '../../make/making.ts'
import { fixedColumn, leftOut, measureName, paragraph, text } from '../part.ts'

export interface AcrossAsk {
  measure: ReportMeasure
  by: string
  across: GroupKey
  top: number
  months: number
}

/** A table with a column for each member or step of `across`, and one for their sum: as wide as it must be. */
export async function acrossTable(
  making: Making,
  { measure, by, across, top, months }: AcrossAsk,
): Promise<Block[]> {
  const { texts } = making
  const asked = longer(making.filters, months)
  const rows = await ask(making, measure, asked, { dimension: by })
  const columns = await ask(making, measure, asked, across)
  if (rows.groups.length === 0) return [paragraph(texts.common.none, 'missing')]
  const cells = await cellsOf(making, measure, asked, by, across)
  const ordered = 'grain' in across ? columns.groups : bySize(making, measure, columns.groups)
  const shown = bySize(making, measure, rows.groups).slice(0, top)
  const rest = rows.groups.length - shown.length
  const row = (
    label: string,
    filters: Group['filters'],
    whole: Pick<Group, 'posted' | 'entries'>,
    at: (column: string) => Pick<Group, 'posted' | 'entries'> | undefined,
  ): Cell[] => [
    text(label),
    ...ordered.map(column =>
      cellOf(making, measure, `${label}, ${column.label}`, {
        ...nothing(filters),
        ...at(column.key),
        filters: withKey(filters, across, column.key, making.fiscal),
      }),
    ),
    cellOf(making, measure, `${label}, ${texts.common.total}`, { filters, ...whole }),
  ]
  const keys = new Set(shown.map(group => group.key))
  const table: ReportTable = {
    kind: 'table',
    title: texts.chart.bySteps(
      texts.common.by(measureName(making, measure), making.dimensionName(by)),
      'grain' in across ? texts.chart.steps[across.grain] : making.dimensionName(across.dimension),
    ),
    columns: [
      fixedColumn('name', making.dimensionName(by)),
      ...ordered.map((column): Column => ({
        key: `c:${column.key}`,
        label: column.label,
        kind: measure === 'count' ? 'count' : 'money',
        sum: true,
      })),
      { key: 'total', label: texts.common.total, kind: measure === 'count' ? 'count' : 'money', sum: true },
    ],
    rows: [
      ...shown.map(group =>
        row(group.label, group.filters, group, column => cells.get(group.key)?.get(column)),
      ),
      ...(rest > 0
        ? [
            row(
              texts.common.others(making.formats.count(rest)),
              without(rows.filters, by, [...keys]),
              together(rows.groups.filter(group => !keys.has(group.key))),
              column =>
                together(
                  [...cells].filter(([key]) => !keys.has(key)).flatMap(([, one]) => one.get(column) ?? []),
                ),
            ),
          ]
        : []),
    ],
    totals: row(texts.common.total, rows.filters, rows, column =>
      columns.groups.find(one => one.key === column),
    ),
  }
  return [table, ...leftOut(rows.unconverted, making, rows.filters)]
}

type Value = Pick<Group, 'posted' | 'entries'>

/** Row key → column key → sum: one question for all of them. */
async function cellsOf(
  making: Making,
  measure: ReportMeasure,
  asked: Filters,
  by: string,
  across: GroupKey,
): Promise<Map<string, Map<string, Value>>> {
  const result = await making.call('explore.query', {
    query: {
      measures: [{ op: 'sum', of: 'amount' }, { op: 'count' }],
      filters: measured(asked, measure, making.profile),
      groupBy: [{ dimension: by }, across],
    },
  })
  const cells = new Map<string, Map<string, Value>>()
  for (const [row, column, posted, entries] of result.rows) {
    const key = String(row ?? '')
    const line = cells.get(key) ?? new Map<string, Value>()
    line.set(String(column ?? ''), {
      posted: typeof posted === 'bigint' ? posted : Number(posted ?? 0),
      entries: Number(entries ?? 0),
    })
    cells.set(key, line)
  }
  return cells
}

function together(values: readonly Value[]): Value {
  let posted = 0n
  let entries = 0
  for (const value of values) {
    posted += BigInt(value.posted)
    entries += value.entries
  }
  return { posted, entries }
}
