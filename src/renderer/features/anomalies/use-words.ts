import { useMemo } from 'react'
import type { Anomaly, AnomalyDriver } from '../../../shared/contract/anomalies.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'

/** A Monday, by which weekdays are named in the person's language. */
const MONDAY = Date.UTC(2024, 0, 1)

/** What a finding says, in the person's language. */
export function useWords() {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  return useMemo(() => {
    const weekday = (day = 0): string =>
      new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' }).format(
        MONDAY + day * 86_400_000,
      )
    const driver = (one: AnomalyDriver): string => {
      switch (one.feature) {
        case 'amount':
          return t.driver.amount
        case 'amount-in-group':
          return t.driver.inGroup(nameOf(one.dimension ?? ''))
        case 'amount-for-payee':
          return t.driver.forPayee
        case 'rolling-mean':
          return t.driver.rollingMean
        case 'weekday':
          return t.driver.weekday(weekday(one.value))
        default:
          return t.driver.member(nameOf(one.dimension ?? ''), one.text || t.driver.none)
      }
    }
    const more = (one: AnomalyDriver): string => {
      if (one.kind === 'money' && one.usual !== undefined)
        return t.usually(format.money(one.usual, { symbol: true }))
      return one.kind === 'member' && one.often !== undefined
        ? t.often(format.percent(one.often, { digits: 1 }))
        : ''
    }
    const reason = ({ drivers }: Anomaly): string => {
      const told = drivers.slice(0, 3).filter((one, i) => i === 0 || one.share >= 0.1)
      const [first] = told
      const extra = first ? more(first) : ''
      return told.map((one, i) => (i === 0 && extra ? `${driver(one)} (${extra})` : driver(one))).join(', ')
    }
    const clearing = ({ counterfactual: change }: Anomaly): string => {
      if (!change) return t.nothingClears
      const amount = format.money(Math.abs(change.amount ?? 0), { symbol: true })
      switch (change.change) {
        case 'amount-at-most':
          return t.atMost(amount)
        case 'amount-at-least':
          return t.atLeast(amount)
        case 'weekday':
          return t.onWeekday(weekday(change.weekday))
        case 'member':
          return t.ifMember(nameOf(change.dimension ?? ''), change.text || t.driver.none)
      }
    }
    return { driver, reason, clearing }
  }, [t, format, nameOf])
}
