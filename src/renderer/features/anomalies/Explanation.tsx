import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Anomaly, Verdict } from '../../../shared/contract/anomalies.ts'
import { Severity } from '../../findings/Severity.tsx'
import { ShareBars } from '../../findings/ShareBars.tsx'
import {
  Button,
  IconButton,
  LinkButton,
  Money,
  formatFixed,
  TextField,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { VerdictMark } from './Findings.tsx'
import { messages } from './messages.ts'
import { useWords } from './use-words.ts'
import styles from './anomalies.module.css'

interface Props {
  finding: Anomaly
  verdict: Verdict | undefined
  onStep: (by: 1 | -1) => void
  onClose: () => void
  onEntry: () => void
  onLedger: () => void
  onDecide: (verdict: Verdict['verdict'] | null, note: string) => void
}

/** One finding: figure, what drove the score, what would clear it, its rows, the verdict. */
export function Explanation({ finding, verdict, onStep, onClose, onEntry, onLedger, onDecide }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const [note, setNote] = useState('')
  const { entry } = finding
  const score = formatFixed(finding.score, format.locale, 3)
  useEffect(() => setNote(verdict?.note ?? ''), [entry, verdict])
  const kind = finding.drivers[0]?.kind ?? 'money'
  return (
    <div className={styles.explanation} data-testid="explanation">
      <div className={styles.explanationHead}>
        <Severity of={finding.severity} />
        <span className={styles.tools}>
          <IconButton label={t.previous} shortcut="K" onClick={() => onStep(-1)}>
            <IconChevronLeft aria-hidden />
          </IconButton>
          <IconButton label={t.following} shortcut="J" onClick={() => onStep(1)}>
            <IconChevronRight aria-hidden />
          </IconButton>
          <IconButton label={t.close} shortcut="Esc" onClick={onClose}>
            <IconX aria-hidden />
          </IconButton>
        </span>
      </div>
      <div className={styles.part}>
        <div className={styles.figure}>
          <Money value={finding.amount} symbol />
        </div>
        <p className="t2">
          {[finding.payee, finding.group, format.date(finding.date, 'full')].filter(Boolean).join(', ')}
        </p>
        {finding.impact !== null && (
          <p className="t2">
            {t.atStake}: <span className="tn">{format.money(finding.impact, { symbol: true })}</span>
          </p>
        )}
      </div>
      <section className={styles.part} aria-label={t.drove('')}>
        <h2>{t.drove(score)}</h2>
        <ShareBars
          label={t.drove(score)}
          parts={finding.drivers
            .slice(0, 5)
            .map(one => ({ id: one.feature, label: words.driver(one), share: one.share }))}
        />
      </section>
      <section className={styles.part} aria-label={t.clears}>
        <h2>{t.clears}</h2>
        {finding.counterfactual && <p className="t2">{t.verified}</p>}
        <p className={finding.counterfactual ? styles.clears : 't2'} data-testid="counterfactual">
          {words.clearing(finding)}
        </p>
      </section>
      <section className={styles.part} aria-label={t.rows}>
        <h2>{t.rows}</h2>
        <p className={styles.links}>
          <LinkButton onClick={onEntry}>{t.openEntry}</LinkButton>
          <LinkButton onClick={onLedger}>{t.openLedger}</LinkButton>
        </p>
        <h2>{t.next}</h2>
        <p className="t2">{t.advice[kind]}</p>
      </section>
      <section className={styles.part} aria-label={t.parameters}>
        <h2>{t.parameters}</h2>
        <dl className={styles.parameters}>
          {Object.entries(finding.parameters).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">{String(value)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className={styles.decide}>
        <TextField
          label={t.note}
          hint={t.noteHint}
          value={note}
          maxLength={4000}
          onChange={event => setNote(event.target.value)}
        />
        <div className={styles.buttons}>
          {verdict && (
            <>
              <VerdictMark verdict={verdict.verdict} />
              <Button needs="anomalies.decide" kind="quiet" onClick={() => onDecide(null, '')}>
                {t.takeBack}
              </Button>
            </>
          )}
          <Button needs="anomalies.decide" onClick={() => onDecide('dismissed', note)}>
            {t.dismiss}
          </Button>
          <Button needs="anomalies.decide" kind="primary" onClick={() => onDecide('confirmed', note)}>
            {t.confirm}
          </Button>
        </div>
      </div>
    </div>
  )
}
