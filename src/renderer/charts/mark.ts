import type { Mark } from './model.ts'

/** A mark whose words are made when it is reached: a chart has hundreds of marks, and most are never spoken of. */
export function markAt(row: number, column: number, say: () => string): Mark {
  return {
    row,
    column,
    get label() {
      return say()
    },
  }
}
