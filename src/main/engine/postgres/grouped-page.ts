import type { EntryGroup, EntryGrouping } from '../../../shared/contract/entry-groups.ts'
import { daysInMonth } from '../../../shared/calendar/day.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Page, PageRequest } from '../columnar/page.ts'

/**
 * A page of the grouped ledger, put together of pages of its groups: each is asked for by a filter of its own. `heads` are the groups of
 * all entries that pass, in order; `page` answers one ungrouped.
 */
export async function groupedPage(
  request: PageRequest & { groupBy: EntryGrouping },
  heads: readonly EntryGroup[],
  page: (request: PageRequest) => Promise<Page>,
): Promise<Page> {
  const { groupBy, filters, order, descending, offset, limit } = request
  const plain = { filters, order, descending, offset, limit }
  // Steps of time are in date order as they are.
  if ('grain' in groupBy && order === 'date') return page(plain)
  const whole = await page({ ...plain, offset: 0, limit: 0 })
  const ids: number[] = []
  let passed = 0
  for (const head of heads) {
    if (ids.length >= limit) break
    const skip = Math.max(0, offset - passed)
    passed += head.entries
    if (skip >= head.entries) continue
    const own = { ...plain, filters: within(filters, groupBy, head.key), offset: skip, limit: limit - ids.length } // prettier-ignore
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
    ids.push(...(await page(own)).ids)
  }
  return { ...whole, ids }
}

function within(filters: Filters, groupBy: EntryGrouping, key: string): Filters {
  if ('dimension' in groupBy)
    return { ...filters, members: { ...filters.members, [groupBy.dimension]: [key] } }
  const [year, month] = key.split('-').map(Number) as [number, number]
  const [first, last] = key.length > 7 ? [key, key] : [`${key}-01`, `${key}-${daysInMonth(year, month)}`]
  return {
    ...filters,
    from: filters.from !== undefined && filters.from > first ? filters.from : first,
    to: filters.to !== undefined && filters.to < last ? filters.to : last,
  }
}
