import { useState } from 'react'
import type { Distribution } from '../../../shared/contract/explore.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import {
  DataTable,
  Money,
  Panel,
  VisuallyHidden,
  useFormat,
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Answered, Pick, useOffered, type TabProps } from './parts.tsx'
import { AmountFigures } from './Profile.tsx'
import styles from './explore.module.css'

export function DistributionTab({ filters }: TabProps) {
  const t = useMessages(messages)
  const offered = useOffered()
  const [chosen, setChosen] = useState<string>()
  const by = chosen ?? offered[0]?.value
  const called = useCall('explore.distribution', { filters, bins: 30, ...(by ? { by } : {}) })
  return (
    <>
      <div className={styles.controls}>
        {by && <Pick label={t.by} value={by} options={offered} onChange={setChosen} />}
      </div>
      <Answered called={called}>{found => <Shown found={found} by={by ?? ''} />}</Answered>
    </>
  )
}

function Shown({ found, by }: { found: Distribution; by: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const most = Math.max(1, ...found.bins.map(bin => bin.count))
  const money = (value: number) => <Money value={Math.round(value)} currency={found.currency} whole />
  return (
    <>
      <AmountFigures numbers={found.numbers} currency={found.currency} />
      <Panel title={t.histogram}>
        <DataTable
          caption={t.histogram}
          rows={found.bins}
          rowKey={bin => bin.from}
          columns={[
            { id: 'from', head: t.from, numeric: true, width: 130, cell: bin => money(bin.from) },
            { id: 'to', head: t.to, numeric: true, width: 130, cell: bin => money(bin.to) },
            { id: 'count', head: t.count, numeric: true, width: 100, cell: bin => format.count(bin.count) },
            {
              id: 'bar',
              head: <VisuallyHidden>{t.share}</VisuallyHidden>,
              cell: bin => <span className={styles.bar} style={{ width: `${(bin.count / most) * 100}%` }} />,
            },
          ]}
        />
      </Panel>
      {found.boxes.length > 0 && (
        <Panel title={t.boxes}>
          <DataTable
            caption={t.boxes}
            rows={found.boxes}
            rowKey={box => box.key}
            columns={[
              {
                id: 'member',
                head: nameOf(by),
                text: true,
                cell: box => memberName(by, box.key, box.label, language),
              },
              { id: 'count', head: t.count, numeric: true, cell: box => format.count(box.count) },
              { id: 'low', head: t.low, numeric: true, cell: box => money(box.low) },
              { id: 'q1', head: t.numbers.q1, numeric: true, cell: box => money(box.q1) },
              { id: 'median', head: t.numbers.median, numeric: true, cell: box => money(box.median) },
              { id: 'q3', head: t.numbers.q3, numeric: true, cell: box => money(box.q3) },
              { id: 'high', head: t.high, numeric: true, cell: box => money(box.high) },
              { id: 'outliers', head: t.outliers, numeric: true, cell: box => format.count(box.outliers) },
            ]}
          />
        </Panel>
      )}
    </>
  )
}
