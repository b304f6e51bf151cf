import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Filters } from '../../../../shared/query/query.ts'
import { bothFilters } from '../../../../shared/query/both.ts'
import { useDimensionName } from '../../../app/dimensions.ts'
import { useCall } from '../../../app/use-call.ts'
import { ScatterPanel } from '../../../charts/scatter/scatter-panel.tsx'
import type { ScatterPoint } from '../../../charts/scatter/option.ts'
import { Severity } from '../../../findings/Severity.tsx'
import { Money, Panel, useFormat, useMessages } from '../../../ui/index.ts'
import { messages as dashboardMessages } from '../messages.ts'
import type { Dashboard } from '../use-dashboard.ts'
import { messages } from './messages.ts'
import { TileNotice } from './tile-notice.tsx'
import styles from './boards.module.css'

interface Props {
  title: string
  filters: Filters
  dashboard: Dashboard
  shape: 'list' | 'scatter'
}

const LISTED = 20

/** What the live method finds unusual, as a list or as a picture. A search takes its time: it has a call of its own, and nothing waits for it. */
export default function AnomaliesTile({ title, filters, dashboard, shape }: Props) {
  const t = useMessages(messages)
  const d = useMessages(dashboardMessages)
  const format = useFormat()
  const nameOf = useDimensionName()
  const navigate = useNavigate()
  const asked = useMemo(() => bothFilters(dashboard.filters, filters), [dashboard.filters, filters])
  const { value, failure } = useCall('anomalies.find', {
    filters: asked,
    limit: shape === 'list' ? LISTED : 200,
  })
  const points = useMemo(() => {
    const found = new Map(value?.findings.map(finding => [finding.entry, finding]))
    return (value?.points ?? []).map((point): ScatterPoint => {
      const finding = found.get(point.entry)
      return {
        id: point.entry,
        date: point.date,
        amount: point.amount,
        unusual: point.flagged,
        high: finding?.severity === 'high' || finding?.severity === 'critical',
        ...(finding ? { label: finding.payee || finding.group } : {}),
      }
    })
  }, [value])
  const open = (id: number): void => void navigate({ to: '/entry/$id', params: { id: String(id) } })
  if (failure) return <TileNotice title={title} failure={failure.message} />
  if (!value) return <TileNotice title={title} loading />
  if (value.state === 'too-few') return <TileNotice title={title}>{t.tooFew(value.least)}</TileNotice>
  if (shape === 'scatter')
    return (
      <ScatterPanel
        title={title}
        note={t.logScale}
        names={{
          date: d.step.day,
          label: nameOf('payee'),
          amount: t.measures.sum,
          usual: t.usual,
          unusual: t.unusual,
        }}
        points={points}
        currency={value.currency}
        onSelect={open}
        onOpen={open}
      />
    )
  if (value.findings.length === 0) return <TileNotice title={title}>{t.noAnomalies}</TileNotice>
  return (
    <Panel title={title} subtitle={format.count(value.flagged)}>
      <ul className={styles.findings} tabIndex={0} aria-label={title}>
        {value.findings.map(finding => (
          <li key={finding.entry}>
            <button type="button" onClick={() => open(finding.entry)}>
              <Severity of={finding.severity} />
              <span className="ellipsis">{finding.payee || finding.group}</span>
              <span className="t3">{format.date(finding.date)}</span>
              <Money value={finding.amount} currency={value.currency} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
