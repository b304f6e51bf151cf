import { memo, type ReactNode } from 'react'
import type { EntryRow } from '../../../shared/contract/ledger.ts'
import { Money, VisuallyHidden, type Format } from '../../ui/index.ts'
import { cellText, splitCode, type Column } from './columns.ts'
import type { Editing } from './use-inline.tsx'
import type { Texts } from './messages.ts'
import styles from './ledger.module.css'

interface LedgerRowProps {
  row: EntryRow | undefined
  /** Only the day and the amount, while the list flies past. */
  brief: boolean
  slot: number
  top: number
  columns: readonly Column[]
  selected: boolean
  /** The column that the cursor stands in; -1 where it is in another row. */
  cursor: number
  /** The row that the inspector shows. */
  current: boolean
  /** The column that is being written in, and its field. */
  editing: Editing | undefined
  format: Format
  t: Texts
}

/** One entry's line. Memoised: while scrolling, a row that stays in view is not drawn again. */
export const LedgerRow = memo(function LedgerRow(props: LedgerRowProps) {
  const { row, brief, slot, top, columns, selected, cursor, current, editing, format, t } = props
  return (
    <div
      role="row"
      className={styles.row}
      // The head is row 1.
      aria-rowindex={slot + 2}
      aria-selected={selected}
      aria-current={current || undefined}
      aria-busy={row ? undefined : true}
      data-slot={slot}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          id={cursor === at ? 'ledger-cursor' : undefined}
          className={styles.cell}
          data-kind={column.kind}
          data-cursor={cursor === at ? '' : undefined}
          aria-colindex={at + 1}
        >
          {editing?.column === at
            ? editing.editor
            : row
              ? (!brief || ['date', 'day', 'money'].includes(column.kind)) && content(row, column, format, t)
              : at === 0 && <span className={styles.waiting}>{t.loading}</span>}
        </div>
      ))}
    </div>
  )
})

function content(row: EntryRow, column: Column, format: Format, t: Texts): ReactNode {
  switch (column.kind) {
    case 'date':
      return format.date(row.date)
    case 'day':
      return (
        <>
          <span aria-hidden>{format.date(row.date, 'day')}</span>
          <VisuallyHidden>{format.date(row.date)}</VisuallyHidden>
        </>
      )
    case 'money':
      return row.baseAmount === null ? (
        <span className={styles.noRate} title={t.noRate}>
          <Money value={row.amount} currency={row.currency} /> {row.currency}
          <VisuallyHidden>, {t.noRate}</VisuallyHidden>
        </span>
      ) : (
        <Money value={row.baseAmount} />
      )
    case 'original':
      return (
        <>
          <Money value={row.amount} currency={row.currency} /> <span className="t3">{row.currency}</span>
        </>
      )
    case 'coded': {
      const { code, name } = splitCode(cellText(row, column.id), row.codes?.[column.id])
      return (
        <span className={styles.text} title={name ? `${code} ${name}`.trim() : undefined}>
          {code && <span className={styles.code}>{code}</span>}
          {name}
        </span>
      )
    }
    default: {
      const text = cellText(row, column.id)
      return (
        <span className={styles.text} title={text || undefined}>
          {text}
        </span>
      )
    }
  }
}
