import { useMemo } from 'react'
import type { Indicator } from '../../../shared/contract/reference.ts'
import type { Series } from '../../../shared/data/data.ts'
import { useCall } from '../../app/use-call.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import { SeriesPanel } from '../../charts/line/series-panel.tsx'
import { useFormat, useMessages, useSetting } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './reference.module.css'

fetchCharts()

const EXPENSES = { members: { flow: ['expense'] } }

/** An indicator's course, and the ledger's expenses at the prices of the last month that it covers. */
export function IndicatorCharts({ indicator }: { indicator: Indicator }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const { value } = useCall('reference.indicator', { id: indicator.id })
  const { value: prices, failure } = useCall('reference.prices', {
    indicator: indicator.id,
    filters: EXPENSES,
  })
  const course = useMemo((): Series => {
    const points = value?.points ?? []
    return {
      kind: 'series',
      unit: 'number',
      x: points.map(point => point.date.slice(0, 7)),
      lines: [
        {
          id: 'value',
          label: indicator.name,
          role: 'actual',
          values: points.map(point => Number(point.value)),
        },
      ],
    }
  }, [value, indicator.name])
  const month = prices && prices.month !== '' ? format.step(prices.month) : ''
  const priced = useMemo((): Series | undefined => {
    if (!prices || month === '') return undefined
    // Households post money out as negative; spending is shown as a size.
    const size = (sum: number | bigint | null): number | bigint | null =>
      sum === null || profile === 'ledger' ? sum : typeof sum === 'bigint' ? -sum : 0 - sum
    const line = (id: string, label: string, role: 'actual' | 'comparison', of: 'nominal' | 'real') => ({
      id,
      label,
      role,
      values: prices.months.map(one => size(one[of])),
    })
    return {
      kind: 'series',
      unit: 'money',
      currency: prices.currency,
      x: prices.months.map(one => one.month),
      lines: [line('real', t.real, 'actual', 'real'), line('nominal', t.nominal, 'comparison', 'nominal')],
    }
  }, [prices, month, profile, t])
  return (
    <div className={styles.charts}>
      {value && value.points.length > 1 && (
        <SeriesPanel title={t.seriesOf} note={indicator.name} series={course} shape="line" />
      )}
      {priced && prices && (
        <SeriesPanel
          title={t.prices(month)}
          note={t.pricesNote(indicator.name)}
          series={priced}
          shape="line"
        />
      )}
      {failure && <p className={styles.note}>{failure.message}</p>}
      {prices && !priced && <p className={styles.note}>{t.noPrices}</p>}
      {priced && prices && prices.without > 0 && (
        <p className={styles.note}>{t.pricesWithout(format.count(prices.without), prices.without === 1)}</p>
      )}
    </div>
  )
}
