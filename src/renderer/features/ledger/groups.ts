import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'

/** What stands in one line of the table: an entry's position in the matched entries, or a group's head. */
export type Slot = { kind: 'row'; row: number } | { kind: 'group'; group: number }

/**
 * Lines of the table: entries, and where they are grouped, a head before each group. Folded groups show only their head.
 * Finding a line is a binary search, so ten years of days over a million entries cost nothing.
 */
export interface Slots {
  count: number
  slotAt(index: number): Slot
  /** The line of an entry by its position; undefined where its group is folded. */
  indexOfRow(row: number): number | undefined
  groups: readonly EntryGroup[]
}

export function plainSlots(total: number): Slots {
  return {
    count: total,
    slotAt: index => ({ kind: 'row', row: index }),
    indexOfRow: row => row,
    groups: [],
  }
}

/** Whether a group shows only its head, by its key. */
export interface Folded {
  has(key: string): boolean
}

export function groupedSlots(groups: readonly EntryGroup[], folded: Folded): Slots {
  // heads[g]: the line of group g's head; rows[g]: the position of its first entry.
  const heads = new Float64Array(groups.length)
  const rows = new Float64Array(groups.length)
  let line = 0
  let row = 0
  for (const [g, group] of groups.entries()) {
    heads[g] = line
    rows[g] = row
    line += 1 + (folded.has(group.key) ? 0 : group.entries)
    row += group.entries
  }
  return {
    count: line,
    groups,
    slotAt(index) {
      const group = lastAtMost(heads, index)
      const inside = index - (heads[group] ?? 0)
      return inside === 0 ? { kind: 'group', group } : { kind: 'row', row: (rows[group] ?? 0) + inside - 1 }
    },
    indexOfRow(position) {
      const group = lastAtMost(rows, position)
      const key = groups[group]?.key
      if (key === undefined || folded.has(key)) return undefined
      return (heads[group] ?? 0) + 1 + position - (rows[group] ?? 0)
    },
  }
}

/** Index of the last element that is not above `value`, in an ascending list; 0 where all are above. */
function lastAtMost(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ascending[middle] as number) <= value) low = middle
    else high = middle - 1
  }
  return low
}
