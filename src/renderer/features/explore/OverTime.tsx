import { useMemo, useState } from 'react'
import { GRAINS, type Grain } from '../../../shared/calendar/grain.ts'
import type { TimeSeries } from '../../../shared/contract/explore.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Series } from '../../../shared/data/data.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { spanOfStep } from '../../app/spans.ts'
import { useCall } from '../../app/use-call.ts'
import { CorrelationPanel } from '../../charts/correlation/correlation-panel.tsx'
import type { Mark } from '../../charts/model.ts'
import { SeriesPanel } from '../../charts/line/series-panel.tsx'
import { DataTable, Money, Panel, formatFixed, useFormat, useMessages, useSetting } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Answered, Pick, useAsk, type TabProps } from './parts.tsx'
import styles from './explore.module.css'

export function OverTimeTab({ filters, address }: TabProps) {
  const t = useMessages(messages)
  const [grain, setGrain] = useState<Grain>('month')
  const [measure, setMeasure] = useState<'sum' | 'count'>('sum')
  const called = useCall('explore.series', { filters, grain, measure })
  return (
    <>
      <div className={styles.controls}>
        <Pick
          label={t.grain}
          value={grain}
          options={GRAINS.map(value => ({ value, label: t.grains[value] }))}
          onChange={setGrain}
        />
        <Pick
          label={t.measure}
          value={measure}
          options={(['sum', 'count'] as const).map(value => ({ value, label: t[value] }))}
          onChange={setMeasure}
        />
      </div>
      <Answered called={called}>
        {found => <Shown found={found} filters={filters} address={address} />}
      </Answered>
      <Correlation filters={filters} grain={grain} />
    </>
  )
}

/** Rows of the table beside the chart: the latest. */
const LISTED = 60

function Shown({ found, filters, address }: TabProps & { found: TimeSeries }) {
  const t = useMessages(messages)
  const format = useFormat()
  const series = useMemo(
    (): Series => ({
      kind: 'series',
      unit: found.unit,
      ...(found.unit === 'money' ? { currency: found.currency } : {}),
      x: found.steps.map(step => step.key),
      lines: [
        { id: 'value', label: t.value, role: 'actual', values: found.steps.map(step => step.value) },
        {
          id: 'trend',
          label: t.trend,
          role: 'comparison',
          values: found.steps.map(step => Math.round(step.trend)),
        },
      ],
    }),
    [found, t],
  )
  const figure = (value: Total | null) =>
    value === null ? (
      ''
    ) : found.unit === 'count' ? (
      format.count(value)
    ) : (
      <Money value={value} currency={found.currency} />
    )
  const { fiscal } = useSetting()
  const ask = useAsk({ filters, address })
  const spanAt = ({ column }: Mark): { from: string; to: string } | undefined => {
    const key = found.steps[column]?.key
    const span = key === undefined ? undefined : spanOfStep(key, fiscal)
    if (!span) return undefined
    // A step that the filters cut has the rows within both.
    const from = filters.from !== undefined && filters.from > span.from ? filters.from : span.from
    const to = filters.to !== undefined && filters.to < span.to ? filters.to : span.to
    return { from, to }
  }
  const open = (mark: Mark): void => {
    const span = spanAt(mark)
    if (span) address.openRows({ ...withActual(filters), ...span })
  }
  const why = (mark: Mark): void => {
    const span = spanAt(mark)
    if (span) ask(span)
  }
  const slope =
    found.unit === 'count'
      ? formatFixed(found.slope, format.locale, 2)
      : format.money(Math.round(found.slope), { currency: found.currency, symbol: true, sign: 'change' })
  return (
    <>
      <div className={styles.chart}>
        <SeriesPanel title={t.series} series={series} shape="line" onOpen={open} onWhy={why} />
      </div>
      {found.fit !== null && (
        <p className={styles.note}>{t.slope(slope, formatFixed(found.fit, format.locale, 2))}</p>
      )}
      <DataTable
        caption={t.series}
        rows={found.steps.slice(-LISTED).toReversed()}
        rowKey={step => step.key}
        columns={[
          { id: 'step', head: t.step, cell: step => format.step(step.key) },
          { id: 'value', head: t.value, numeric: true, cell: step => figure(step.value) },
          { id: 'change', head: t.change, numeric: true, cell: step => figure(step.change) },
          {
            id: 'growth',
            head: t.growth,
            numeric: true,
            cell: step => (step.growth === null ? '' : format.percent(step.growth, { sign: 'change' })),
          },
        ]}
      />
    </>
  )
}

function Correlation({ filters, grain }: { filters: TabProps['filters']; grain: Grain }) {
  const t = useMessages(messages)
  const called = useCall('explore.correlation', { filters, grain })
  return (
    <Answered called={called}>
      {found =>
        found.steps < 3 ? (
          <Panel title={t.correlation}>
            <p className={styles.note}>{t.tooFew}</p>
          </Panel>
        ) : (
          <Picture found={found} />
        )
      }
    </Answered>
  )
}

function Picture({ found }: { found: Output<'explore.correlation'> }) {
  const t = useMessages(messages)
  const names = useMemo(() => found.measures.map(id => t.measures[id] ?? id), [found, t])
  return (
    <div className={styles.chart}>
      <CorrelationPanel
        title={t.correlation}
        measures={names}
        values={found.matrix}
        names={{ measure: t.measure, r: t.correlation }}
      />
    </div>
  )
}
