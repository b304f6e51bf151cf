import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Anomaly, Verdict } from '../../../shared/contract/anomalies.ts'
import { Severity } from '../../findings/Severity.tsx'
import { formatFixed, Money, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { useWords } from './use-words.ts'
import styles from './anomalies.module.css'

interface Props {
  findings: readonly Anomaly[]
  verdicts: ReadonlyMap<number, Verdict>
  selected: number | undefined
  onSelect: (entry: number) => void
}

/** The findings, the most unusual first; a row's reason in words. J and K go on and back, as in the ledger. */
export function Findings({ findings, verdicts, selected, onSelect }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    body.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <div className={styles.scroll} role="region" aria-label={t.title} tabIndex={0}>
      <table className={styles.table} aria-label={t.title} data-testid="findings">
        <thead>
          <tr>
            <th scope="col">{t.severity}</th>
            <th scope="col">{t.date}</th>
            <th scope="col">{t.payee}</th>
            <th scope="col" className={styles.wide}>
              {t.why}
            </th>
            <th scope="col" className={styles.num}>
              {t.amount}
            </th>
            <th scope="col" className={styles.num}>
              {t.score}
            </th>
            <th scope="col">{t.verdict}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {findings.map(finding => (
            <tr
              key={finding.entry}
              tabIndex={0}
              aria-selected={finding.entry === selected}
              onClick={() => onSelect(finding.entry)}
              onFocus={() => onSelect(finding.entry)}
            >
              <td>
                <Severity of={finding.severity} />
              </td>
              <td className="nowrap">{format.date(finding.date)}</td>
              <td className={styles.cut} title={finding.payee || finding.group}>
                {finding.payee || finding.group}
              </td>
              <td className={styles.cut} title={words.reason(finding)}>
                {words.reason(finding)}
              </td>
              <td className={styles.num}>
                <Money value={finding.amount} />
              </td>
              <td className={styles.num}>{formatFixed(finding.score, format.locale, 3)}</td>
              <td>
                <VerdictMark verdict={verdicts.get(finding.entry)?.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function VerdictMark({ verdict }: { verdict: Verdict['verdict'] | undefined }) {
  const t = useMessages(messages)
  if (!verdict) return null
  const Symbol = verdict === 'confirmed' ? IconCheck : IconX
  return (
    <span className={styles.mark}>
      <Symbol aria-hidden />
      {t[verdict]}
    </span>
  )
}
