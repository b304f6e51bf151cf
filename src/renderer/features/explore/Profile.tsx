import type { Numbers, Profile } from '../../../shared/contract/explore.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import { DataTable, Figure, Money, Panel, useFormat, useLanguage, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Answered, type TabProps } from './parts.tsx'
import styles from './explore.module.css'

export function ProfileTab({ filters }: TabProps) {
  return (
    <Answered called={useCall('explore.profile', { filters })}>{found => <Shown found={found} />}</Answered>
  )
}

function Shown({ found }: { found: Profile }) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const most = (column: Profile['columns'][number]): string =>
    column.from && column.to
      ? format.span(column.from, column.to)
      : column.top
          .map(m => `${memberName(column.id, m.key, m.label, language)} (${format.count(m.entries)})`)
          .join(', ')
  return (
    <>
      <AmountFigures numbers={found.numbers} currency={found.currency} />
      <DataTable
        caption={t.profile}
        rows={found.columns}
        rowKey={column => column.id}
        columns={[
          {
            id: 'column',
            head: t.column,
            width: 190,
            cell: c => t.names[c.id] ?? nameOf(c.id),
            sortBy: c => c.id,
          },
          {
            id: 'present',
            head: t.present,
            numeric: true,
            width: 96,
            cell: c => format.count(c.present),
            sortBy: c => c.present,
          },
          {
            id: 'missing',
            head: t.missing,
            numeric: true,
            width: 96,
            cell: c => format.count(c.missing),
            sortBy: c => c.missing,
          },
          {
            id: 'complete',
            head: t.complete,
            numeric: true,
            width: 96,
            cell: c => format.percent(c.completeness),
            sortBy: c => c.completeness,
          },
          {
            id: 'distinct',
            head: t.distinct,
            numeric: true,
            width: 96,
            cell: c => (c.distinct === null ? '–' : format.count(c.distinct)),
          },
          { id: 'most', head: t.most, text: true, cell: c => <span title={most(c)}>{most(c)}</span> },
        ]}
      />
    </>
  )
}

const ORDER = ['count', 'total', 'mean', 'median', 'sd', 'q1', 'q3', 'min', 'max'] as const

export function AmountFigures({ numbers, currency }: { numbers: Numbers; currency: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <Panel title={t.amounts} subtitle={t.posted}>
      <div className={styles.numbers}>
        {ORDER.map(id => {
          const value = numbers[id]
          return (
            <Figure
              key={id}
              size="m"
              label={t.numbers[id]}
              value={
                id === 'count' ? (
                  format.count(numbers.count)
                ) : value === null ? (
                  '–'
                ) : (
                  // The deviation is a statistic: to the minor unit is more than it says.
                  <Money value={typeof value === 'bigint' ? value : Math.round(value)} currency={currency} />
                )
              }
            />
          )
        })}
      </div>
    </Panel>
  )
}
