import type { ReactNode } from 'react'
import type { Total } from '../../shared/money/minor.ts'
import { commonMessages } from './common.messages.ts'
import { formatMoney, type SignStyle } from './format.ts'
import { useMessages } from './messages.ts'
import { useFormat } from './use-format.ts'
import styles from './figure.module.css'

interface MoneyProps {
  /** Minor units; null is blank, with “no data” as its name. */
  value: Total | null
  /** Default: the workspace's base currency. */
  currency?: string
  symbol?: boolean
  sign?: SignStyle
  /** Whole units. */
  whole?: boolean
}

/** An amount with its minor part quieter; tabular figures, so that columns align. */
export function Money({ value, currency, symbol, sign, whole }: MoneyProps) {
  const format = useFormat()
  const t = useMessages(commonMessages)
  if (value === null) return <span className="visually-hidden">{t.noData}</span>
  const text = formatMoney(value, currency ?? format.currency, { locale: format.locale, symbol, sign, whole })
  return (
    <span className={styles.money}>
      {text.before}
      {text.whole}
      {text.minor && <span className={styles.minor}>{text.minor}</span>}
      {text.after}
      {sign === 'parentheses' && value >= 0 && (
        <span className={styles.ghost} aria-hidden>
          )
        </span>
      )}
    </span>
  )
}

/** Makes any figure a door to its rows: click or Enter. `label` names what opens. */
export function Door({
  onOpen,
  label,
  always,
  children,
}: {
  onOpen: () => void
  label?: string
  /** Show the dotted line always: where figures are the content. */
  always?: boolean
  children: ReactNode
}) {
  const t = useMessages(commonMessages)
  return (
    <button
      type="button"
      className={styles.door}
      data-always={always ? '' : undefined}
      onClick={onOpen}
      title={label ?? t.opensRows}
    >
      {children}
    </button>
  )
}
