import type { Fiscal } from '../../../../shared/calendar/fiscal.ts'
import type { Total } from '../../../../shared/money/minor.ts'
import type { Filters, GroupKey } from '../../../../shared/query/query.ts'
import { daysOfStep } from '../../../../shared/report/period.ts'
import type { Cell } from '../../../../shared/report/document.ts'
import type { ReportMeasure } from '../../../../shared/report/definition.ts'
import { measured, narrowed, sideOf, type Making } from './making.ts'

/** One group of an answer: its key, what it is called, the filters that select exactly its rows, and its value as printed. */
export interface Group {
  key: string
  label: string
  filters: Filters
  /** As posted. */
  posted: Total
  entries: number
}

export interface Answer {
  filters: Filters
  groups: Group[]
  posted: Total
  entries: number
  unconverted: number
}

/** Sums (and counts) of a measure by one key, or in total. Groups come by key; a report's own order is the section's business. */
export async function ask(
  making: Making,
  measure: ReportMeasure,
  base: Filters,
  by?: GroupKey,
): Promise<Answer> {
  const filters = measured(base, measure, making.profile)
  const result = await making.call('explore.query', {
    query: {
      measures: [{ op: 'sum', of: 'amount' }, { op: 'count' }],
      filters,
      groupBy: by ? [by] : [],
    },
  })
  const groups = by
    ? result.rows.map(row => {
        const key = String(row[0] ?? '')
        return {
          key,
          label:
            'grain' in by
              ? making.formats.step(key)
              : making.memberName(by.dimension, key, result.labels[by.dimension]?.[key] ?? key),
          filters: withKey(filters, by, key, making.fiscal),
          posted: total(row[1]),
          entries: Number(row[2] ?? 0),
        }
      })
    : []
  return {
    filters,
    groups,
    posted: total(result.totals['sum(amount)']),
    entries: Number(result.totals['count'] ?? 0),
    unconverted: result.unconverted,
  }
}

const total = (cell: unknown): Total => (typeof cell === 'bigint' ? cell : Number(cell ?? 0))

/** The filters of one group: of a member, or of the days of a step within those that are asked about. */
export function withKey(filters: Filters, by: GroupKey, key: string, fiscal: Fiscal): Filters {
  if ('dimension' in by) return narrowed(filters, by.dimension, [key])
  const days = daysOfStep(key, by.grain, fiscal)
  if (!days) return filters
  const from = filters.from !== undefined && filters.from > days.from ? filters.from : days.from
  const to = filters.to !== undefined && filters.to < days.to ? filters.to : days.to
  return { ...filters, from, to }
}

/** The cell of a sum or count, as the measure prints it. */
export function cellOf(
  making: Making,
  measure: ReportMeasure,
  label: string,
  { filters, posted, entries }: Pick<Group, 'filters' | 'posted' | 'entries'>,
): Cell {
  if (measure === 'count') return making.figures.count(label, filters, entries)
  return making.figures.sum(label, filters, sideOf(measure, making.profile).negate, posted)
}

/** A group that has no entries: nil, and its figure says so. */
export const nothing = (filters: Filters): Pick<Group, 'filters' | 'posted' | 'entries'> => ({
  filters,
  posted: 0,
  entries: 0,
})

/** What a value is printed as: turned where the measure turns it. */
export function shown(
  making: Making,
  measure: ReportMeasure,
  group: Pick<Group, 'posted' | 'entries'>,
): Total {
  if (measure === 'count') return group.entries
  if (!sideOf(measure, making.profile).negate) return group.posted
  return typeof group.posted === 'bigint' ? -group.posted : 0 - group.posted
}

/** The largest by size first; ties by key. */
export function bySize(making: Making, measure: ReportMeasure, groups: readonly Group[]): Group[] {
  const size = (group: Group): bigint => {
    const value = BigInt(shown(making, measure, group))
    return value < 0n ? -value : value
  }
  return groups
    .map(group => ({ group, size: size(group) }))
    .toSorted((a, b) => (a.size === b.size ? (a.group.key < b.group.key ? -1 : 1) : a.size > b.size ? -1 : 1))
    .map(({ group }) => group)
}
