import type { Alert, AlertRule, AlertSeverity, AlertWatch } from '../../../shared/contract/alerts.ts'
import type { Anomaly } from '../../../shared/contract/anomalies.ts'
import type { VarianceLine } from '../../../shared/contract/budget.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { spokenDate, spokenMoney } from '../../../shared/text/spoken.ts'
import { say } from './messages.ts'

/** What a rule has to say; `subject` is what it says it about, and it says it once. */
export interface Said {
  rule: number
  subject: string
  code: Alert['code']
  figures: Alert['figures']
  statement: string
  severity: AlertSeverity
  filters?: Filters
}

type Threshold = Extract<AlertWatch, { kind: 'threshold' }>
type BudgetWatch = Extract<AlertWatch, { kind: 'budget' }>

export interface Step {
  key: string
  from: string
  to: string
}

const magnitude = (value: Total): Total => (value < 0 ? -value : value)
const moneyIn =
  (currency: string) =>
  (value: Total): string =>
    spokenMoney(value, currency)

/** Undefined while the limit holds. `value`: sum or count of the step's entries. */
export function sayThreshold(
  rule: AlertRule,
  watch: Threshold,
  step: Step,
  raw: Total,
  currency: string,
): Said | undefined {
  const { measure, side, limit } = watch
  const value = measure === 'size' ? magnitude(raw) : raw
  if (side === 'above' ? value <= limit : value >= limit) return undefined
  const shown = measure === 'count' ? (n: Total) => say().entries(String(n)) : moneyIn(currency)
  return {
    rule: rule.id,
    subject: `${watch.period}:${step.key}`,
    code: side,
    figures: {
      step: step.key,
      value: String(value),
      limit: String(limit),
      unit: measure === 'count' ? 'count' : 'money',
      currency,
    },
    statement: say()[side](rule.name, shown(value), step.key, shown(limit)),
    severity: side === 'above' && limit > 0 && BigInt(value) >= 2n * BigInt(limit) ? 'high' : 'medium',
    filters: { ...watch.filters, from: step.from, to: step.to },
  }
}

/** The narrowest filters there are around one entry. */
export function sayAnomaly(rule: AlertRule, found: Anomaly, fingerprint: string, filters: Filters): Said {
  const { date, amount, payee, group, severity, currency = '', statement } = found
  return {
    rule: rule.id,
    subject: `entry:${fingerprint}`,
    code: 'anomaly',
    figures: { date, amount: String(amount), payee, group, currency },
    statement: `${rule.name}: ${statement}`,
    severity,
    filters: { ...filters, from: date, to: date, minAmount: amount, maxAmount: amount, absolute: false },
  }
}

/** Undefined where the line keeps to its budget, or goes beyond it by less than the rule asks for. */
export function sayOverrun(
  rule: AlertRule,
  watch: BudgetWatch,
  step: Step,
  line: VarianceLine,
  currency: string,
): Said | undefined {
  const { judgement, percent, variance, actual, budget, members } = line
  const over = magnitude(variance)
  if (judgement !== 'adverse' || over < watch.minimum || over === 0) return undefined
  const share = percent === null ? null : Math.abs(percent)
  if (share !== null && share < watch.percent) return undefined
  const [member] = members
  if (!member) return undefined
  const money = moneyIn(currency)
  const label = member.label || member.key || say().none
  const shown = { actual: magnitude(actual), budget: magnitude(budget) }
  return {
    rule: rule.id,
    subject: `${watch.scenario}:${watch.by}:${member.key}:${step.key}`,
    code: 'overrun',
    figures: {
      step: step.key,
      label,
      scenario: watch.scenario,
      actual: String(shown.actual),
      budget: String(shown.budget),
      over: String(over),
      currency,
    },
    statement: say().overrun(rule.name, label, {
      actual: money(shown.actual),
      step: step.key,
      over: money(over),
      budget: money(shown.budget),
      scenario: watch.scenario,
    }),
    severity: share === null || share >= 50 ? 'high' : 'medium',
    filters: {
      ...watch.filters,
      from: step.from,
      to: step.to,
      members: { ...watch.filters.members, [watch.by]: [member.key] },
    },
  }
}

/** `newest`: the last day with an actual entry. */
export function sayStale(rule: AlertRule, days: number, newest: string, age: number): Said | undefined {
  if (age <= days) return undefined
  return {
    rule: rule.id,
    subject: `newest:${newest}`,
    code: 'stale',
    figures: { newest, age, days },
    statement: say().stale(rule.name, spokenDate(newest), age, days),
    severity: 'low',
    filters: { from: newest, to: newest },
  }
}
