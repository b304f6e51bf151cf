import { useMemo } from 'react'
import type { Anomalies } from '../../../shared/contract/anomalies.ts'
import { ScatterPanel } from '../../charts/scatter/scatter-panel.tsx'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Findings } from './Findings.tsx'
import { messages } from './messages.ts'
import type { AnomaliesPage } from './use-anomalies.ts'
import { Settings } from './Settings.tsx'
import { useWords } from './use-words.ts'
import styles from './anomalies.module.css'

interface Props {
  found: Anomalies
  page: AnomaliesPage
  selected: number | undefined
  onSelect: (entry: number) => void
  onOpen: (entry: number) => void
}

/** The picture, the sentence about precision, the list. */
export function EntriesTab({ found, page, selected, onSelect, onOpen }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const { findings, points, currency } = found
  const { verdicts, stale } = page
  const drawn = useMemo(() => {
    const explained = new Map(findings.map(finding => [finding.entry, finding]))
    return points.map(point => {
      const finding = explained.get(point.entry)
      return {
        id: point.entry,
        date: point.date,
        amount: point.amount,
        unusual: finding !== undefined,
        ...(finding && {
          high: finding.severity === 'high' || finding.severity === 'critical',
          label: finding.payee || finding.group,
          note: words.reason(finding),
        }),
      }
    })
  }, [findings, points, words])
  const judged = findings.flatMap(finding => verdicts.get(finding.entry) ?? [])
  const confirmed = judged.filter(one => one.verdict === 'confirmed').length
  return (
    <div className={`${styles.entries} ${stale ? 'stale' : ''}`} aria-busy={stale || undefined}>
      <ScatterPanel
        className={styles.picture}
        title={t.chart}
        note={t.logScale}
        names={{ date: t.date, label: t.payee, amount: t.amount, usual: t.usual, unusual: t.unusual }}
        points={drawn}
        currency={currency}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
      />
      <Settings found={found} choice={page.choice} choose={page.choose} />
      <div className={styles.listHead}>
        <h2>{t.findings(found.flagged, format.count(found.flagged))}</h2>
        <span className="cap ellipsis">
          {findings.length < found.flagged
            ? `${t.moreFlagged(format.count(findings.length))}. ${t.methodSays[found.method]}`
            : t.methodSays[found.method]}
        </span>
        <span className={`cap ${styles.end}`} data-testid="precision">
          {judged.length === 0
            ? t.noVerdicts
            : t.precision(
                format.count(confirmed),
                format.count(judged.length - confirmed),
                format.percent(confirmed / judged.length, { digits: 0 }),
              )}
        </span>
      </div>
      <Findings findings={findings} verdicts={verdicts} selected={selected} onSelect={onSelect} />
    </div>
  )
}
