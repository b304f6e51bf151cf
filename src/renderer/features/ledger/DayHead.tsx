import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import { Money, type Format } from '../../ui/index.ts'
import type { DayGroup } from './groups.ts'
import type { Texts } from './messages.ts'
import styles from './ledger.module.css'

interface DayHeadProps {
  group: DayGroup
  slot: number
  top: number
  columns: number
  folded: boolean
  cursor: boolean
  /** A general ledger shows debits, a household what is left of the day. */
  showDebits: boolean
  onFold: (day: string) => void
  format: Format
  t: Texts
}

/** The head of a day: its count, whether it balances, its debits or its net. */
export const DayHead = memo(function DayHead(props: DayHeadProps) {
  const { group, slot, top, columns, folded, cursor, showDebits, onFold, format, t } = props
  const day = format.date(group.day, 'full')
  const Chevron = folded ? IconChevronRight : IconChevronDown
  return (
    <div
      role="row"
      className={`${styles.row} ${styles.group}`}
      aria-rowindex={slot + 2}
      data-slot={slot}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        className={styles.groupCell}
        aria-colindex={1}
        aria-colspan={columns}
        id={cursor ? 'ledger-cursor' : undefined}
        data-cursor={cursor ? '' : undefined}
      >
        <button
          type="button"
          className={styles.fold}
          tabIndex={-1}
          aria-expanded={!folded}
          aria-label={folded ? t.unfold(day) : t.fold(day)}
          onClick={() => onFold(group.day)}
        >
          <Chevron size={12} stroke={2} aria-hidden />
        </button>
        <span className="strong">{day}</span>
        <span className={styles.groupNote}>
          {t.entries(format.count(group.entries), group.entries === 1)}
          {showDebits && group.sum === 0 && `, ${t.balanced}`}
        </span>
        <span className={styles.groupSum}>
          {group.sum === null ? (
            <span className="t3">{t.notConverted}</span>
          ) : (
            <>
              <span className="t3">{showDebits ? t.debits : t.net}</span>
              <span className="strong">
                <Money value={showDebits ? group.debits : group.sum} />
              </span>
            </>
          )}
        </span>
      </div>
    </div>
  )
})
