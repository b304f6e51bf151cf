import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import styles from './table.module.css'

export interface Column<T> {
  id: string
  head: ReactNode
  cell: (row: T, index: number) => ReactNode
  /** Figures and amounts: right-aligned, tabular. */
  numeric?: boolean
  /** Ids, codes, hashes. */
  mono?: boolean
  /** Long text: takes the room that is left and ends in an ellipsis. */
  text?: boolean
  /** Long text that is shown whole, over several lines. */
  wrap?: boolean
  width?: number | string
  /** Makes the head a button that sorts by this. */
  sortBy?: (row: T) => string | number | bigint
}

export interface DataTableProps<T> {
  /** What the table is, for screen readers. */
  caption: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T, index: number) => string | number
  onOpen?: (row: T) => void
  selected?: (row: T) => boolean
  /** 'subtotal': single rule over the figures; 'total': double rule under them; 'quiet': rest rows in text-3. */
  kind?: (row: T) => 'subtotal' | 'total' | 'quiet' | undefined
  /** Pads the outer cells by the page's insets (default). */
  edge?: boolean
}

/** A small table, all rows in the document. For thousands of rows, use a virtual one. */
export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  onOpen,
  selected,
  kind,
  edge = true,
}: DataTableProps<T>) {
  const [sort, setSort] = useState<{ id: string; down: boolean }>()
  const by = columns.find(c => c.id === sort?.id)?.sortBy
  const sorted = by ? sortRows(rows, by, sort?.down ?? false, row => kind?.(row) === 'total') : rows
  return (
    <table className={`${styles.table} ${edge ? styles.edge : ''}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => {
            const on = sort?.id === column.id
            const order = on ? (sort.down ? 'descending' : 'ascending') : undefined
            const toggle = () => setSort({ id: column.id, down: on ? !sort.down : Boolean(column.numeric) })
            return (
              <th
                key={column.id}
                scope="col"
                aria-sort={order}
                className={column.numeric ? styles.num : undefined}
                style={column.width === undefined ? undefined : { width: column.width }}
              >
                {column.sortBy ? (
                  <button type="button" className={styles.sort} onClick={toggle}>
                    {column.head}
                    {on && (sort.down ? <IconArrowDown aria-hidden /> : <IconArrowUp aria-hidden />)}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row, index) => {
          const rowKind = kind?.(row)
          return (
            <tr
              key={rowKey(row, index)}
              className={[styles.row, rowKind && styles[rowKind]].filter(Boolean).join(' ')}
              aria-selected={selected?.(row)}
              data-door={onOpen ? '' : undefined}
              tabIndex={onOpen ? 0 : undefined}
              onClick={onOpen && (() => onOpen(row))}
              onKeyDown={
                onOpen &&
                (event => {
                  if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row)
                })
              }
            >
              {columns.map(column => (
                <td key={column.id} className={cellClass(column)}>
                  {column.cell(row, index)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function cellClass<T>(column: Column<T>): string | undefined {
  const names = [
    column.numeric && styles.num,
    column.mono && styles.mono,
    column.text && styles.text,
    column.wrap && styles.wrap,
  ].filter(Boolean)
  return names.length > 0 ? names.join(' ') : undefined
}

/** Total rows stay last. */
function sortRows<T>(
  rows: readonly T[],
  by: (row: T) => string | number | bigint,
  down: boolean,
  last: (row: T) => boolean,
): T[] {
  const way = down ? -1 : 1
  return rows.toSorted((a, b) => {
    if (last(a) !== last(b)) return last(a) ? 1 : -1
    const x = by(a)
    const y = by(b)
    if (typeof x === 'string' && typeof y === 'string') return way * x.localeCompare(y)
    return x < y ? -way : x > y ? way : 0
  })
}
