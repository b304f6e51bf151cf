import type { Check, CheckColumns, Outcome } from '../types.ts'

/**
 * The newest entry, of all or of each member of a dimension, is not older than so many days before today. What fails is shown by its
 * newest entry.
 */
export function fresh({ days, by }: { days: number; by?: string }): Check {
  const newest = new Map<number, number>()
  let columns: CheckColumns
  return {
    dimensions: by === undefined ? [] : [by],
    texts: [],
    passes: 1,
    start(given) {
      columns = given
    },
    block(from, to) {
      const codes = by === undefined ? undefined : columns.dimensions[by]?.codes
      for (let row = from; row < to; row += 1) {
        const code = codes?.[row] ?? 0
        if (codes && code === 0) continue
        const best = newest.get(code)
        if (best === undefined || (columns.days[row] as number) >= (columns.days[best] as number))
          newest.set(code, row)
      }
    },
    end(): Outcome {
      const rows = [...newest.values()]
        .filter(row => (columns.days[row] as number) < columns.today - days)
        .toSorted((a, b) => a - b)
      return { unit: 'members', checked: newest.size, failed: rows.length, rows }
    },
  }
}
