import { useMemo } from 'react'
import type { Variance } from '../../../shared/contract/budget.ts'
import type { Series } from '../../../shared/data/data.ts'
import { spanOfStep } from '../../app/spans.ts'
import { useWhy } from '../../app/use-why.ts'
import type { Mark } from '../../charts/model.ts'
import { SeriesPanel } from '../../charts/line/series-panel.tsx'
import { useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { shownAs, turned } from './signs.ts'
import type { BudgetView } from './use-variance.ts'
import styles from './budget.module.css'

/** Budget and actual surplus month by month; a month opens its rows and can be asked about. */
export function Months({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const why = useWhy()
  const sign = shownAs(found, 'result')
  const series = useMemo(
    (): Series => ({
      kind: 'series',
      unit: 'money',
      currency: found.currency,
      x: found.months.map(month => month.key),
      lines: [
        {
          id: 'actual',
          label: t.actual,
          role: 'actual',
          values: found.months.map(m => turned(m.actual, sign)),
        },
        {
          id: 'budget',
          label: t.budget,
          role: 'budget',
          values: found.months.map(m => turned(m.budget, sign)),
        },
      ],
    }),
    [found, sign, t],
  )
  const spanAt = ({ column }: Mark): { from: string; to: string } | undefined => {
    const span = spanOfStep(found.months[column]?.key ?? '')
    return span && { from: span.from, to: span.to }
  }
  const open = (mark: Mark): void => {
    const span = spanAt(mark)
    if (span) view.open({ ...found.doors[mark.row === 0 ? 'actual' : 'budget'], ...span })
  }
  const ask = (mark: Mark): void => {
    const span = spanAt(mark)
    const { flow: _flow, scenario: _scenario, ...members } = found.doors.actual.members ?? {}
    if (span)
      why({ filters: { ...found.doors.actual, ...span, members }, against: found.scenario, measure: 'net' })
  }
  return (
    <div className={styles.bridge}>
      <SeriesPanel title={t.byMonth} series={series} shape="bar" onSelect={open} onOpen={open} onWhy={ask} />
    </div>
  )
}
