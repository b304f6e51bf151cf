import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import type { Total } from '../../../shared/money/minor.ts'
import { Money, type Format } from '../../ui/index.ts'
import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'
import type { Texts } from './messages.ts'
import own from './group.module.css'
import styles from './ledger.module.css'

interface GroupHeadProps {
  group: EntryGroup
  /** Its code, where its column shows one, and its name. */
  code: string
  name: string
  slot: number
  top: number
  columns: number
  folded: boolean
  cursor: boolean
  /** A general ledger shows debits, and what is left where they do not balance; a household what is left. */
  showDebits: boolean
  onFold: (key: string) => void
  format: Format
  t: Texts
}

/** The head of a group: its count, whether it balances, its debits and its net. */
export const GroupHead = memo(function GroupHead(props: GroupHeadProps) {
  const { group, code, name, slot, top, columns, folded, cursor, showDebits, onFold, format, t } = props
  const full = code ? `${code} ${name}` : name
  const Chevron = folded ? IconChevronRight : IconChevronDown
  return (
    <div
      role="row"
      className={`${styles.row} ${own.group}`}
      aria-rowindex={slot + 2}
      data-slot={slot}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        className={own.groupCell}
        aria-colindex={1}
        aria-colspan={columns}
        id={cursor ? 'ledger-cursor' : undefined}
        data-cursor={cursor ? '' : undefined}
      >
        <button
          type="button"
          className={own.fold}
          tabIndex={-1}
          aria-expanded={!folded}
          aria-label={folded ? t.unfold(full) : t.fold(full)}
          onClick={() => onFold(group.key)}
        >
          <Chevron size={12} stroke={2} aria-hidden />
        </button>
        <span className={own.groupName} title={full}>
          {code && <span className={styles.code}>{code}</span>}
          <span className="strong">{name}</span>
        </span>
        <span className={own.groupNote}>
          {t.entries(format.count(group.entries), group.entries === 1)}
          {showDebits && group.sum === 0 && `, ${t.balanced}`}
        </span>
        <span className={own.groupSum}>
          {group.sum === null ? (
            <span className="t3">{t.notConverted}</span>
          ) : (
            <>
              {showDebits && <Amount label={t.debits} value={group.debits} />}
              {(!showDebits || group.sum !== 0) && <Amount label={t.net} value={group.sum} />}
            </>
          )}
        </span>
      </div>
    </div>
  )
})

function Amount({ label, value }: { label: string; value: Total }) {
  return (
    <span className={own.groupAmount}>
      <span className="t3">{label}</span>
      <span className="strong">
        <Money value={value} />
      </span>
    </span>
  )
}
