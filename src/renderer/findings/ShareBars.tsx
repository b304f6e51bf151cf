import { useFormat } from '../ui/index.ts'
import styles from './findings.module.css'

/** Parts of a whole as bars, the largest first: what drove a score. `share` 0 to 1. */
export function ShareBars({
  parts,
  label,
}: {
  parts: readonly { id: string; label: string; share: number }[]
  label: string
}) {
  const format = useFormat()
  const most = Math.max(...parts.map(part => part.share), 1e-9)
  return (
    <ul className={styles.bars} aria-label={label}>
      {parts.map(part => (
        <li key={part.id}>
          <span className="ellipsis" title={part.label}>
            {part.label}
          </span>
          <progress className={styles.bar} max={most} value={part.share} aria-hidden />
          <span className="tn">{format.percent(part.share, { digits: 0 })}</span>
        </li>
      ))}
    </ul>
  )
}
