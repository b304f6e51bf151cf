import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import sheet from './paper.module.css'

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
    <ul className={sheet.ties}>
      {ties.map(tie => (
        <li key={tie.of} className={sheet.mark} data-verdict={tie.ties ? 'cleared' : 'exception'}>
          {tie.ties ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          <span className="tn">
            {`${t.tieOf[tie.of]}: ${write(tie, tie.control)}, ${tie.ties ? t.ties : t.doesNotTie(write(tie, tie.difference))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
