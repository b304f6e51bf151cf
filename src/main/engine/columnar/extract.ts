import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from './columnar.ts'
import { codesOf, eachBlock, valuesOf } from './whole.ts'

/** The selected entries as plain typed columns, one element an entry, in the order of their segments (batch, then day, then id). */
export interface EntryColumns {
  count: number
  ids: Float64Array
  /** Posting days, days since 1970-01-01. */
  days: Int32Array
  /** Minor units of the base currency; NaN where an entry has no rate. */
  amounts: Float64Array
  currency: string
  profile: 'personal' | 'ledger'
  fiscal: Fiscal
  /** Where an element is a group of entries: how many entries, and the sum of their squared amounts. Absent: each is one entry. */
  rows?: Float64Array
  squares?: Float64Array
  /** Then also: of its positive and its negative amounts, how many there are, and the sums of the logarithms of their sizes and of their squares. */
  logarithms?: { positive: Logarithms; negative: Logarithms }
  dimensions: Record<string, { codes: Int32Array; keys: string[]; labels: string[] }>
}

export interface Logarithms {
  counts: Float64Array
  sums: Float64Array
  squares: Float64Array
}

/** Op: copies what an analysis needs out of the engine, so that it can run in another worker without holding up the reader. */
export function extractColumns(
  engine: Columnar,
  { filters, dimensions }: { filters: Filters; dimensions: readonly string[] },
): EntryColumns {
  const selection = engine.select(filters)
  const ids = new Float64Array(selection.count)
  eachBlock(selection, ({ segment, low, rows }, from, count, at) => {
    for (let i = 0; i < count; i += 1)
      ids[at + i] = segment.value('id', rows ? (rows[from + i] as number) : low + from + i)
  })
  return {
    count: selection.count,
    ids,
    days: codesOf(selection, { column: 'day', through: undefined, first: 0, shift: 0, size: 0 }).slice(),
    amounts: valuesOf(selection, 'base_amount').slice(),
    currency: engine.store.baseCurrency,
    profile: engine.store.profile,
    fiscal: engine.store.fiscal,
    dimensions: Object.fromEntries(
      dimensions.map(id => {
        const { keys, labels } = engine.dictionary(id)
        return [id, { codes: codesOf(selection, engine.keyOf(id)).slice(), keys, labels }]
      }),
    ),
  }
}
