import type { Filters } from '../../../shared/query/query.ts'
import { readRevision } from '../../db/meta.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { codesOf, eachBlock, valuesOf } from '../../engine/columnar/whole.ts'
import type { CheckColumns } from './checks/types.ts'
import { selectArchivedCategories } from './queries.ts'

export interface Selected {
  /** Ascending; the columns are in this order. */
  ids: Float64Array
  columns: CheckColumns
  revision: number
}

/** The selected entries' columns in the order of their ids, in which their texts lie in the file. */
export function selectForChecks(
  columnar: Columnar,
  filters: Filters,
  dimensions: readonly string[],
  today: number,
): Selected {
  return columnar.read(() => {
    const selection = columnar.select(filters)
    const ids = new Float64Array(selection.count)
    eachBlock(selection, ({ segment, low, rows }, from, count, at) => {
      for (let i = 0; i < count; i += 1)
        ids[at + i] = segment.value('id', rows ? (rows[from + i] as number) : low + from + i)
    })
    const order = orderOf(ids)
    const sorted = <T extends Int32Array | Float64Array>(values: T): T => {
      const out = values.slice() as T
      for (let i = 0; i < order.length; i += 1) out[i] = values[order[i] as number] as number
      return out
    }
    const day = { column: 'day', through: undefined, first: 0, shift: 0, size: 0 }
    return {
      ids: sorted(ids),
      revision: readRevision(columnar.db),
      columns: {
        count: selection.count,
        days: sorted(codesOf(selection, day)),
        amounts: sorted(valuesOf(selection, 'amount')),
        baseAmounts: sorted(valuesOf(selection, 'base_amount')),
        dimensions: Object.fromEntries(
          dimensions.map(id => [
            id,
            { codes: sorted(codesOf(selection, columnar.keyOf(id))), keys: columnar.dictionary(id).keys },
          ]),
        ),
        archivedCategories: selectArchivedCategories(columnar.db),
        today,
        fiscal: columnar.store.fiscal,
      },
    }
  })
}

/** Places in ascending order of ids. Ids are handed out one after another, so that they are mostly dense and need no comparing. */
function orderOf(ids: Float64Array): Uint32Array {
  let low = Infinity
  let high = -Infinity
  for (const id of ids) {
    if (id < low) low = id
    if (id > high) high = id
  }
  const span = high - low + 1
  if (ids.length === 0 || span > ids.length * 8 + 65_536)
    return Uint32Array.from(ids.keys()).sort((a, b) => (ids[a] as number) - (ids[b] as number))
  const places = new Int32Array(span).fill(-1)
  for (let i = 0; i < ids.length; i += 1) places[(ids[i] as number) - low] = i
  const order = new Uint32Array(ids.length)
  let at = 0
  for (const place of places) if (place >= 0) order[at++] = place
  return order
}
