import { useState } from 'react'
import type { ExploredBreakdown } from '../../../shared/contract/explore.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import { WhyButton } from '../../app/WhyButton.tsx'
import { DataTable, Door, Money, useFormat, useLanguage, useMessages, type Column } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Answered, Pick, useAsk, useOffered, type TabProps } from './parts.tsx'
import styles from './explore.module.css'

const TOPS = ['10', '25', '100'] as const

export function BreakdownTab({ filters, address }: TabProps) {
  const t = useMessages(messages)
  const offered = useOffered()
  const [chosen, setChosen] = useState<string>()
  const [top, setTop] = useState<(typeof TOPS)[number]>('10')
  const by = chosen ?? offered[0]?.value
  return by === undefined ? null : (
    <>
      <div className={styles.controls}>
        <Pick label={t.by} value={by} options={offered} onChange={setChosen} />
        <Pick
          label={t.rows}
          value={top}
          options={TOPS.map(n => ({ value: n, label: n }))}
          onChange={setTop}
        />
      </div>
      <Table filters={filters} address={address} by={by} top={Number(top)} />
    </>
  )
}

interface Line {
  key: string
  label: string
  kind?: 'quiet' | 'total'
  row?: ExploredBreakdown['rows'][number]
  sum: number | bigint
  count: number
}

function Table({ filters, address, by, top }: TabProps & { by: string; top: number }) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const asks = useAsk({ filters, address })
  const called = useCall('explore.breakdown', { filters, by, top })
  return (
    <Answered called={called}>
      {found => {
        const counted = Object.keys(found.rows[0]?.distinct ?? {})
        const lines: Line[] = [
          ...found.rows.map(row => ({
            key: `m:${row.key}`,
            label: memberName(found.dimension, row.key, row.label, language),
            row,
            sum: row.sum,
            count: row.count,
          })),
          ...(found.rest.members > 0
            ? [
                {
                  key: 'rest',
                  label: t.others(found.rest.members, format.count(found.rest.members)),
                  kind: 'quiet' as const,
                  ...found.rest,
                },
              ]
            : []),
          { key: 'total', label: t.total, kind: 'total', ...found.total },
        ]
        const open = (line: Line): void => {
          const named = found.rows.map(row => row.key)
          const base = withActual(filters)
          if (line.row)
            address.openRows({ ...base, members: { ...base.members, [found.dimension]: [line.row.key] } })
          else if (line.key === 'rest')
            address.openRows({ ...base, notMembers: { ...base.notMembers, [found.dimension]: named } })
          else address.openRows(base)
        }
        const ask = (key: string): void => asks({ members: { [found.dimension]: [key] } })
        const percent = (value: number | null | undefined): string =>
          value === null || value === undefined ? '' : format.percent(value)
        const columns: Column<Line>[] = [
          {
            id: 'member',
            head: nameOf(found.dimension),
            cell: line => (
              <>
                {line.label}
                {line.row && <WhyButton of={line.label} onAsk={() => ask(line.row?.key ?? '')} />}
              </>
            ),
          },
          {
            id: 'sum',
            head: t.sum,
            numeric: true,
            cell: line => (
              <Door onOpen={() => open(line)} label={t.open}>
                <Money value={line.sum} currency={found.currency} />
              </Door>
            ),
          },
          { id: 'count', head: t.count, numeric: true, cell: line => format.count(line.count) },
          {
            id: 'mean',
            head: t.mean,
            numeric: true,
            cell: line => line.row && <Money value={line.row.mean} currency={found.currency} />,
          },
          {
            id: 'sd',
            head: t.sd,
            numeric: true,
            cell: line =>
              typeof line.row?.sd === 'number' && (
                <Money value={Math.round(line.row.sd)} currency={found.currency} />
              ),
          },
          ...counted.map(id => ({
            id: `distinct ${id}`,
            head: t.distinctOf(nameOf(id)),
            numeric: true,
            cell: (line: Line) => line.row && format.count(line.row.distinct[id] ?? 0),
          })),
          { id: 'share', head: t.share, numeric: true, cell: line => percent(line.row?.share) },
          {
            id: 'cumulative',
            head: t.cumulative,
            numeric: true,
            cell: line => percent(line.row?.cumulative),
          },
        ]
        return (
          <div className={styles.scroll} tabIndex={0} role="group" aria-label={t.breakdown}>
            <DataTable
              caption={t.breakdown}
              rows={lines}
              rowKey={line => line.key}
              kind={line => line.kind}
              columns={columns}
            />
          </div>
        )
      }}
    </Answered>
  )
}
