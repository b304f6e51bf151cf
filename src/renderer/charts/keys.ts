import type { Mark } from './model.ts'

export type Cursor = { row: number; column: number }

/**
 * Where an arrow key leads from a mark: to the next known one in that direction, or nowhere past the edge. Home and End go
 * to the ends of the row. Without a cursor, any of these keys starts at the last known mark of the first row.
 */
export function moveCursor(
  marks: readonly (readonly (Mark | null)[])[],
  at: Cursor | null,
  key: string,
): Cursor | null {
  const known = (row: number, column: number): boolean => marks[row]?.[column] != null
  const width = marks.reduce((a, row) => Math.max(a, row.length), 0)
  if (at === null || !known(at.row, at.column)) {
    for (let row = 0; row < marks.length; row++) {
      for (let column = width - 1; column >= 0; column--) if (known(row, column)) return { row, column }
    }
    return null
  }
  const walk = (down: number, right: number, from: Cursor): Cursor | null => {
    let { row, column } = from
    for (;;) {
      row += down
      column += right
      if (row < 0 || row >= marks.length || column < 0 || column >= width) return null
      if (known(row, column)) return { row, column }
    }
  }
  switch (key) {
    case 'ArrowLeft':
      return walk(0, -1, at) ?? at
    case 'ArrowRight':
      return walk(0, 1, at) ?? at
    case 'ArrowUp':
      return walk(-1, 0, at) ?? at
    case 'ArrowDown':
      return walk(1, 0, at) ?? at
    case 'Home':
      return walk(0, 1, { row: at.row, column: -1 }) ?? at
    case 'End':
      return walk(0, -1, { row: at.row, column: width }) ?? at
    default:
      return at
  }
}

export const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']
