import type { ReactNode } from 'react'
import { Door } from './Money.tsx'
import styles from './figure.module.css'

interface FigureProps {
  label: ReactNode
  /** Usually <Money>. */
  value: ReactNode
  /** One line below: change, comparison. */
  children?: ReactNode
  size?: 'xl' | 'l' | 'm'
  /** Every figure is a door: opens the rows that sum to it. */
  onOpen?: () => void
  openLabel?: string
  /** Old figure shown while the new one loads. */
  stale?: boolean
  className?: string
}

/** A headline figure with its label and one line that explains it. */
export function Figure({
  label,
  value,
  children,
  size = 'l',
  onOpen,
  openLabel,
  stale,
  className,
}: FigureProps) {
  return (
    <div
      className={[styles.kpi, stale && 'stale', className].filter(Boolean).join(' ')}
      aria-busy={stale || undefined}
    >
      <div className={styles.label}>{label}</div>
      <span className={styles.value} data-size={size}>
        {onOpen ? (
          <Door onOpen={onOpen} label={openLabel}>
            {value}
          </Door>
        ) : (
          value
        )}
      </span>
      {children && <div className={styles.sub}>{children}</div>}
    </div>
  )
}
