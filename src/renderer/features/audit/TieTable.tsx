import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './audit.module.css'

interface Tie {
  of: 'population' | 'total' | 'count'
  counted: string
  control: string
  difference: string
  ties: boolean
}

/** What was counted against what should be there. */
export function TieTable({ ties, money }: { ties: readonly Tie[]; money: (decimal: string) => string }) {
  const t = useMessages(messages)
  const write = (tie: Tie, value: string): string => (tie.of === 'count' ? value : money(value))
  return (
    <ul className={styles.ties}>
      {ties.map(tie => (
        <li key={tie.of} className={styles.mark} data-verdict={tie.ties ? 'cleared' : 'exception'}>
          {tie.ties ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          {t.tieOf[tie.of]}: <span className="tn">{write(tie, tie.control)}</span>,{' '}
          {tie.ties ? t.ties : t.doesNotTie(write(tie, tie.difference))}
        </li>
      ))}
    </ul>
  )
}
