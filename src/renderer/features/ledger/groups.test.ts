import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'
import { groupedSlots, plainSlots } from './groups.ts'

const day = (name: string, entries: number): EntryGroup => ({
  key: name,
  label: name,
  entries,
  sum: 0,
  debits: 0,
})
const october = [day('2025-10-31', 3), day('2025-10-30', 2), day('2025-10-29', 1)]

describe('lines of the ledger grouped by day', () => {
  test('each day has a head, then its entries', () => {
    const slots = groupedSlots(october, new Set())
    expect(slots.count).toBe(9)
    expect(Array.from({ length: 9 }, (_, i) => slots.slotAt(i))).toEqual([
      { kind: 'group', group: 0 },
      { kind: 'row', row: 0 },
      { kind: 'row', row: 1 },
      { kind: 'row', row: 2 },
      { kind: 'group', group: 1 },
      { kind: 'row', row: 3 },
      { kind: 'row', row: 4 },
      { kind: 'group', group: 2 },
      { kind: 'row', row: 5 },
    ])
  })

  test('a folded day keeps its head and hides its entries', () => {
    const slots = groupedSlots(october, new Set(['2025-10-31']))
    expect(slots.count).toBe(6)
    expect(slots.slotAt(1)).toEqual({ kind: 'group', group: 1 })
    expect(slots.slotAt(2)).toEqual({ kind: 'row', row: 3 })
    expect(slots.indexOfRow(1)).toBeUndefined()
    expect(slots.indexOfRow(3)).toBe(2)
  })

  test('without groups the line is the entry', () => {
    expect(plainSlots(5).slotAt(4)).toEqual({ kind: 'row', row: 4 })
    expect(plainSlots(5).count).toBe(5)
  })

  test('every entry that is not folded away has exactly one line, and that line is the entry', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ entries: fc.integer({ min: 1, max: 9 }), folded: fc.boolean() }), {
          minLength: 1,
        }),
        days => {
          const groups = days.map((d, i) => day(`d${i}`, d.entries))
          const slots = groupedSlots(groups, new Set(days.flatMap((d, i) => (d.folded ? [`d${i}`] : []))))
          let row = 0
          for (const d of days)
            for (let i = 0; i < d.entries; i++, row++) {
              const line = slots.indexOfRow(row)
              if (d.folded) expect(line).toBeUndefined()
              else expect(slots.slotAt(line as number)).toEqual({ kind: 'row', row })
            }
          const shown = days.reduce((sum, d) => sum + 1 + (d.folded ? 0 : d.entries), 0)
          expect(slots.count).toBe(shown)
        },
      ),
    )
  })
})
