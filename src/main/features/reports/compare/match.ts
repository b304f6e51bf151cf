import { parseIsoDate } from '../../../../shared/calendar/day.ts'
import { TAG, TAG_SEPARATOR } from '../../../../shared/query/dimensions.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import type { Columns } from './columns.ts'

/** Whether an entry passes a filter, by its place in the columns: what the engine's selection says, one entry at a time. */
export type Matches = (i: number) => boolean

export function matcher(filters: Filters, columns: Columns): Matches {
  const tests: Matches[] = []
  const from = filters.from === undefined ? undefined : parseIsoDate(filters.from)
  const to = filters.to === undefined ? undefined : parseIsoDate(filters.to)
  if (from !== undefined) tests.push(i => (columns.days[i] as number) >= from)
  if (to !== undefined) tests.push(i => (columns.days[i] as number) <= to)
  for (const [id, keys] of Object.entries(filters.members ?? {})) tests.push(keeps(columns, id, keys))
  for (const [id, keys] of Object.entries(filters.notMembers ?? {})) {
    const kept = keeps(columns, id, keys)
    tests.push(i => !kept(i))
  }
  if (filters.batches) {
    const batches = new Set(filters.batches)
    tests.push(i => batches.has(columns.batches[i] as number))
  }
  if (filters.entries) {
    const entries = new Set(filters.entries)
    tests.push(i => entries.has(columns.ids[i] as number))
  }
  if (filters.minAmount !== undefined || filters.maxAmount !== undefined) {
    const { minAmount = -Infinity, maxAmount = Infinity, absolute } = filters
    tests.push(i => {
      const value = absolute ? Math.abs(columns.base[i] as number) : (columns.base[i] as number)
      // NaN, an entry without a rate, is on neither side of any bound.
      return value >= minAmount && value <= maxAmount
    })
  }
  const hits = filters.text ? columns.texts.get(filters.text) : undefined
  if (hits) tests.push(i => hits[i] === 1)
  return i => tests.every(test => test(i))
}

function keeps(columns: Columns, id: string, keys: readonly string[]): Matches {
  const wanted = new Set(keys)
  const column = columns.dimensions.get(id === TAG ? 'tags' : id)
  if (!column) throw new RangeError(`the column ${id} was not read`)
  const keep = Uint8Array.from(column.keys, (key, code) => {
    const own = code === 0 ? '' : key
    return (id === TAG ? tagsOf(own).some(tag => wanted.has(tag)) : wanted.has(own)) ? 1 : 0
  })
  return i => keep[column.codes[i] as number] === 1
}

const tagsOf = (key: string): string[] => (key === '' ? [''] : key.split(TAG_SEPARATOR))
