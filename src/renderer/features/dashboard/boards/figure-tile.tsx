import type { TileAnswer } from '../../../../shared/contract/boards.ts'
import type { TileQuery } from '../../../../shared/boards/tile.ts'
import { Delta, Figure, Money, useFormat, useMessages } from '../../../ui/index.ts'
import { overSpan } from '../doors.ts'
import { compared } from '../spans.ts'
import type { Dashboard } from '../use-dashboard.ts'
import { messages } from './messages.ts'
import { TileNotice } from './tile-notice.tsx'
import styles from './boards.module.css'

interface Props {
  title: string
  note: string | undefined
  query: TileQuery
  answer: TileAnswer
  dashboard: Dashboard
}

/** One figure and how it stands against the comparison. Only spending is judged. */
export function FigureTile({ title, note, query, answer, dashboard }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, comparedWith, door } = answer
  if (data?.kind !== 'figure' || data.value === null) return <TileNotice title={title} />
  const { currency } = dashboard
  const { value, before } = data
  const change = before === null ? undefined : compared(value, before)
  const judged = query.side === 'expense' && query.measure !== 'count'
  return (
    <div className={styles.figure}>
      <Figure
        label={note ? `${title}, ${note}` : title}
        value={
          data.unit === 'count' ? (
            format.count(value)
          ) : (
            <Money value={value} currency={currency} symbol whole />
          )
        }
        onOpen={() => dashboard.open(door)}
        openLabel={t.opens(format.count(answer.entries))}
      >
        {change && comparedWith && (
          <>
            <Delta ratio={change.ratio} judgement={judged ? change.judgement : 'neutral'} />
            <button
              type="button"
              className={styles.before}
              onClick={() => dashboard.open(overSpan(door, comparedWith))}
            >
              {t.against(format.span(comparedWith.from, comparedWith.to))}
            </button>
          </>
        )}
      </Figure>
    </div>
  )
}
