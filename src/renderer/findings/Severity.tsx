import { IconSquareRotated, IconSquareRotatedFilled } from '@tabler/icons-react'
import type { Finding } from '../../shared/data/finding.ts'
import { useMessages } from '../ui/index.ts'
import { findingsMessages } from './findings.messages.ts'
import styles from './findings.module.css'

/** A finding's severity: a diamond, filled from "high" on, and the word. */
export function Severity({ of }: { of: Finding['severity'] }) {
  const t = useMessages(findingsMessages)
  const Symbol = of === 'high' || of === 'critical' ? IconSquareRotatedFilled : IconSquareRotated
  return (
    <span className={styles.severity}>
      <Symbol aria-hidden />
      {t.severity[of]}
    </span>
  )
}
