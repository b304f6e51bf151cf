import { useState } from 'react'
import type { Pivot } from '../../../shared/contract/explore.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { memberName } from '../../app/dimensions.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { useCall } from '../../app/use-call.ts'
import { WhyButton } from '../../app/WhyButton.tsx'
import { DataTable, Door, Money, useFormat, useLanguage, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Answered, Pick, useAsk, useOffered, type TabProps } from './parts.tsx'
import styles from './explore.module.css'

export function PivotTab({ filters, address }: TabProps) {
  const t = useMessages(messages)
  const offered = useOffered()
  const [rows, setRows] = useState<string>()
  const [columns, setColumns] = useState<string>()
  const [measure, setMeasure] = useState<'sum' | 'count'>('sum')
  const first = rows ?? offered[0]?.value
  const second = columns ?? offered.find(o => o.value !== first)?.value
  if (first === undefined || second === undefined) return null
  return (
    <>
      <div className={styles.controls}>
        <Pick label={t.rows} value={first} options={offered} onChange={setRows} />
        <Pick label={t.columns} value={second} options={offered} onChange={setColumns} />
        <Pick
          label={t.measure}
          value={measure}
          options={(['sum', 'count'] as const).map(value => ({ value, label: t[value] }))}
          onChange={setMeasure}
        />
      </div>
      <Grid filters={filters} address={address} rows={first} columns={second} measure={measure} />
    </>
  )
}

const ROWS = 15

function Grid({
  address,
  ...asked
}: TabProps & {
  rows: string
  columns: string
  measure: 'sum' | 'count'
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const ask = useAsk({ filters: asked.filters, address })
  const called = useCall('explore.pivot', { ...asked, top: ROWS })
  const figure = (value: Total | null, found: Pivot) =>
    value === null ? (
      ''
    ) : found.unit === 'count' ? (
      format.count(value)
    ) : (
      <Money value={value} currency={found.currency} whole />
    )
  return (
    <Answered called={called}>
      {found => {
        /** A cell that opens its rows and can be asked about; those of the others and nothing are figures only. */
        const cell = (value: Total | null, of: string, members: Record<string, string[]> | undefined) => {
          const shown = figure(value, found)
          if (!members || value === null || value === 0) return shown
          const base = withActual(asked.filters)
          return (
            <>
              <WhyButton of={of} onAsk={() => ask({ members })} />
              <Door
                onOpen={() => address.openRows({ ...base, members: { ...base.members, ...members } })}
                label={t.open}
              >
                {shown}
              </Door>
            </>
          )
        }
        const restName = (n: number): string => t.others(n, format.count(n))
        const lines = [
          ...found.rows.map((row, i) => ({
            key: `r${i}`,
            label: memberName(asked.rows, row.key, row.label, language),
            members: { [asked.rows]: [row.key] } as Record<string, string[]> | undefined,
            kind: undefined,
            cells: found.values[i] ?? [],
            rest: found.restColumn[i] ?? 0,
            total: found.rowTotals[i] ?? 0,
          })),
          ...(found.restRows > 0
            ? [
                {
                  key: 'rest',
                  label: restName(found.restRows),
                  members: undefined,
                  kind: 'quiet' as const,
                  cells: found.restRow,
                  rest: null,
                  total: null,
                },
              ]
            : []),
          {
            key: 'total',
            label: t.total,
            members: {},
            kind: 'total' as const,
            cells: found.columnTotals,
            rest: null,
            total: found.total,
          },
        ]
        return (
          <div className={styles.scroll} tabIndex={0} role="group" aria-label={t.pivot}>
            <DataTable
              caption={t.pivot}
              rows={lines}
              rowKey={line => line.key}
              kind={line => line.kind}
              columns={[
                { id: 'name', head: t.rows, cell: line => line.label },
                ...found.columns.map((column, j) => ({
                  id: `c${j}`,
                  head: memberName(asked.columns, column.key, column.label, language),
                  numeric: true,
                  cell: (line: (typeof lines)[number]) =>
                    cell(
                      line.cells[j] ?? null,
                      `${line.label}, ${memberName(asked.columns, column.key, column.label, language)}`,
                      line.members && { ...line.members, [asked.columns]: [column.key] },
                    ),
                })),
                ...(found.restColumns > 0
                  ? [
                      {
                        id: 'rest',
                        head: restName(found.restColumns),
                        numeric: true,
                        cell: (line: (typeof lines)[number]) => figure(line.rest, found),
                      },
                    ]
                  : []),
                {
                  id: 'total',
                  head: t.total,
                  numeric: true,
                  cell: line => cell(line.total, line.label, line.members),
                },
              ]}
            />
          </div>
        )
      }}
    </Answered>
  )
}
