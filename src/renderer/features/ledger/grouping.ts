import type { EntryGroup, EntryGrouping } from '../../../shared/contract/entry-groups.ts'
import { memberName } from '../../../shared/query/dimension-names.ts'
import type { Format } from '../../ui/index.ts'
import { columnOf, splitCode, type EntryOrder } from './columns.ts'
import type { Texts } from './messages.ts'

/** What the table is grouped by, as the address has it: 'none', 'day', 'month', 'document', or a dimension's id. */
export type Grouping = string

/** The choice in the address; where it says nothing, days as long as the table is in date order. */
export function groupingOf(param: string | undefined, order: EntryOrder): Grouping {
  if (param !== undefined && /^[a-z0-9_]{1,64}$/.test(param)) return param
  return order === 'date' ? 'day' : 'none'
}

export function groupByOf(grouping: Grouping): EntryGrouping | undefined {
  if (grouping === 'none') return undefined
  if (grouping === 'day' || grouping === 'month') return { grain: grouping }
  return grouping === 'document' ? { text: 'document' } : { dimension: grouping }
}

interface Naming {
  format: Format
  t: Texts
  language: 'en' | 'de'
  dimensionName: (id: string) => string
}

/** What a grouping is called. */
export function groupingName(
  grouping: Grouping,
  { t, dimensionName }: Pick<Naming, 't' | 'dimensionName'>,
): string {
  const own = { none: t.byNothing, day: t.byDay, month: t.byMonth, document: t.col['document'] }
  return Object.hasOwn(own, grouping) ? String(own[grouping as keyof typeof own]) : dimensionName(grouping)
}

/** What a head says its group is; `code` stands before it where the column shows one. */
export function headName(
  { key, label }: Pick<EntryGroup, 'key' | 'label'>,
  grouping: Grouping,
  naming: Naming,
): { code: string; name: string } {
  const { format, t, language } = naming
  if (grouping === 'day') return { code: '', name: format.date(key, 'full') }
  if (grouping === 'month') return { code: '', name: format.date(`${key}-01`, 'month') }
  if (key === '') return { code: '', name: t.without(groupingName(grouping, naming)) }
  if (grouping === 'document') return { code: '', name: key }
  const name = memberName(grouping, key, label, language)
  if (columnOf(grouping).kind !== 'coded') return { code: '', name }
  const parts = splitCode(name, key === label ? '' : key)
  return parts.name === '' ? { code: '', name } : parts
}
