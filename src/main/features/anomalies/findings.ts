import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { Anomaly, AnomalyDriver } from '../../../shared/contract/anomalies.ts'
import {
  spokenAmount,
  spokenDate,
  spokenDecimal,
  spokenDimension,
  spokenMoney,
} from '../../../shared/text/spoken.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import type { Counterfactual } from './analysis/counterfactual.ts'
import type { Found, FoundEntry } from './analysis/find.ts'
import type { EntryFeatures } from './analysis/features.ts'
import { named, type Driver } from './analysis/reasons.ts'
import { say } from './messages.ts'

/** Flagged entries as findings: the reason in words, its parts, and what would clear the flag. */
export function anomaliesOf(found: Found, columns: EntryColumns, method: string): Anomaly[] {
  return found.entries.map(entry => {
    const { row } = entry
    const amount = columns.amounts[row] as number
    const label = (dimension: string): string => {
      const own = columns.dimensions[dimension]
      return own?.labels[own.codes[row] as number] ?? ''
    }
    const id = columns.ids[row] as number
    const drivers = entry.drivers.map(driver => detailed(driver, entry, found.features, columns))
    const counterfactual = entry.counterfactual ? shownChange(entry.counterfactual, columns) : null
    const money = (minor: number): string => spokenAmount(minor, columns.currency)
    const reasons = drivers.slice(0, named(entry.drivers).length).map(driver => inWords(driver, money))
    const group = label(found.features.groupedBy)
    const payee = label('payee')
    const date = toIsoDate(columns.days[row] as number)
    return {
      id: `${method}:${id}`,
      method,
      code: 'unusual-entry',
      values: { date, amount, payee, group },
      statement: `${say().unusual(spokenMoney(amount, columns.currency), spokenDate(date), payee, group)}: ${reasons.join('; ')}. ${clearing(counterfactual, money)}`,
      severity: entry.severity,
      impact: entry.impact,
      currency: columns.currency,
      estimate: { value: entry.score, unit: 'score' },
      n: 1,
      parameters: found.parameters,
      evidence: [],
      entries: [id],
      recommendation: recommendation(drivers[0]),
      entry: id,
      date,
      amount,
      payee,
      group,
      score: entry.score,
      standing: entry.standing,
      drivers,
      counterfactual,
    }
  })
}

/** A driver with what a sentence says of it. */
function detailed(
  { feature, share }: Driver,
  { row, typical }: FoundEntry,
  features: EntryFeatures,
  columns: EntryColumns,
): AnomalyDriver {
  const amount = columns.amounts[row] as number
  if (feature === 'weekday') return { feature, share, kind: 'weekday', value: features.factsOf(row).weekday }
  if (feature.startsWith('frequency:')) {
    const dimension = feature.slice('frequency:'.length)
    const own = columns.dimensions[dimension]
    const code = own?.codes[row] ?? 0
    const often = features.shareOf(dimension, code)
    return { feature, share, kind: 'member', dimension, text: own?.labels[code] ?? '', often }
  }
  const dimension =
    feature === 'amount-in-group' ? features.groupedBy : feature === 'amount-for-payee' ? 'payee' : undefined
  if (feature === 'rolling-mean') return { feature, share, kind: 'money', value: amount }
  return { feature, share, kind: 'money', value: amount, usual: typical, ...(dimension && { dimension }) }
}

function inWords(driver: AnomalyDriver, money: (minor: number) => string): string {
  const usual = money(driver.usual ?? 0)
  const dimension = spokenDimension(driver.dimension ?? '')
  switch (driver.feature) {
    case 'amount':
      return say().amount(usual)
    case 'amount-in-group':
      return say().amountInGroup(dimension, usual)
    case 'amount-for-payee':
      return say().amountForPayee
    case 'rolling-mean':
      return say().week
    case 'weekday':
      return say().weekday(say().weekdays[driver.value ?? 0] ?? '')
    default:
      return say().member(dimension, driver.text || say().none, percent(driver.often ?? 0))
  }
}

const percent = (share: number): string => `${spokenDecimal((share * 100).toPrecision(2))} %`

function shownChange(found: Counterfactual, columns: EntryColumns): Anomaly['counterfactual'] {
  if (found.change !== 'member') return found
  const { change, dimension, code } = found
  return { change, dimension, text: columns.dimensions[dimension]?.labels[code] ?? '' }
}

function clearing(found: Anomaly['counterfactual'], money: (minor: number) => string): string {
  if (!found) return say().nothingClears
  const { change, amount = 0, weekday = 0, dimension = '', text = '' } = found
  if (change === 'weekday') return say().ifWeekday(say().weekdays[weekday] ?? '')
  if (change === 'member') return say().ifMember(spokenDimension(dimension), text)
  const bound = money(Math.abs(amount))
  return change === 'amount-at-most' ? say().ifLess(bound) : say().ifMore(bound)
}

/** By rule, from what weighed most. */
function recommendation(driver: AnomalyDriver | undefined): string {
  if (driver?.kind === 'weekday') return say().askWho
  if (driver?.kind === 'member') return say().checkMember(spokenDimension(driver.dimension ?? ''))
  return say().compare
}
