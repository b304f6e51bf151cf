import type { Check, Outcome } from '../types.ts'

export interface Refers {
  field: 'account' | 'category'
  to: 'account-type' | 'account-hierarchy' | 'category-in-use'
}

const THROUGH = { 'account-type': 'account_type', 'account-hierarchy': 'account_level_1' } as const

/** The entry's account or category is known to its reference table. Entries without one are not checked: see `not-null`. */
export function refers({ to }: Refers): Check {
  const field = to === 'category-in-use' ? 'category' : 'account'
  const through = to === 'category-in-use' ? undefined : THROUGH[to]
  const rows: number[] = []
  let checked = 0
  let known: (row: number) => boolean = () => true
  let codes = new Int32Array()
  return {
    dimensions: through ? [field, through] : [field],
    texts: [],
    passes: 1,
    start({ dimensions, archivedCategories }) {
      codes = (dimensions[field]?.codes ?? codes) as typeof codes
      const found = through && dimensions[through]
      known = found
        ? row => found.keys[found.codes[row] as number] !== ''
        : row => !archivedCategories.has(codes[row] as number)
    },
    block(from, to_) {
      for (let row = from; row < to_; row += 1) {
        if (codes[row] === 0) continue
        checked += 1
        if (!known(row)) rows.push(row)
      }
    },
    end: (): Outcome => ({ unit: 'entries', checked, failed: rows.length, rows }),
  }
}
