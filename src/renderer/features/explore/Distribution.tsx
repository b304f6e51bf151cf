import { useMemo, useState } from 'react'
import type { Distribution } from '../../../shared/contract/explore.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import { BoxPanel } from '../../charts/box/box-panel.tsx'
import { HistogramPanel } from '../../charts/histogram/histogram-panel.tsx'
import { useLanguage, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { Answered, Pick, useOffered, type TabProps } from './parts.tsx'
import { AmountFigures } from './Profile.tsx'
import styles from './explore.module.css'

export function DistributionTab({ filters, address }: TabProps) {
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
      <Answered called={called}>
        {found => (
          <Shown
            found={found}
            by={by ?? ''}
            onOpen={key =>
              address.openRows(withActual({ ...filters, members: { ...filters.members, [by ?? '']: [key] } }))
            }
          />
        )}
      </Answered>
    </>
  )
}

interface ShownProps {
  found: Distribution
  by: string
  /** Opens the entries of a member. */
  onOpen: (key: string) => void
}

function Shown({ found, by, onOpen }: ShownProps) {
  const t = useMessages(messages)
  const language = useLanguage()
  const nameOf = useDimensionName()
  const { boxes } = found
  const named = useMemo(
    () => boxes.map(box => ({ ...box, label: memberName(by, box.key, box.label, language) })),
    [boxes, by, language],
  )
  const { q1, median, q3 } = t.numbers
  return (
    <>
      <AmountFigures numbers={found.numbers} currency={found.currency} />
      <div className={styles.chart}>
        <HistogramPanel
          title={t.histogram}
          bins={found.bins}
          currency={found.currency}
          names={{ from: t.from, to: t.to, count: t.count }}
        />
      </div>
      {named.length > 0 && (
        <div className={styles.chart} style={{ height: 90 + 38 * named.length }}>
          <BoxPanel
            title={t.boxes}
            boxes={named}
            currency={found.currency}
            onOpen={box => onOpen(box.key)}
            names={{
              member: nameOf(by),
              count: t.count,
              low: t.low,
              q1,
              median,
              q3,
              high: t.high,
              outliers: t.outliers,
            }}
          />
        </div>
      )}
    </>
  )
}
