import { civil, daysInMonth } from '../../../shared/calendar/day.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { QueryResult } from '../../../shared/query/query.ts'
import { formatPercent } from '../../../shared/format/numbers.ts'
import { languageLocale } from '../../../shared/text/language.ts'
import { spokenMoney, spokenStep } from '../../../shared/text/spoken.ts'
import {
  monthOverMonth,
  type MonthlyChange,
  type MonthOverMonthParameters,
} from './analysis/month-over-month/index.ts'
import { say } from './messages.ts'

type MonthlyFinding = Output<'anomalies.monthly'>['findings'][number]

/** Month-over-month findings of a query by member and month (sum of amounts): the largest change in money first. */
export function monthlyFindings(
  result: QueryResult,
  by: string,
  lastDay: number | null,
  parameters: MonthOverMonthParameters,
): { months: string[]; changes: MonthlyFinding[] } {
  const months = monthsOf(result, lastDay)
  const at = new Map(months.map((month, i) => [month, i]))
  const sums = new Map<string, Total[]>()
  for (const [member, month, sum] of result.rows) {
    const own = sums.get(member as string) ?? months.map((): Total => 0)
    sums.set(member as string, own)
    const i = at.get(month as string)
    if (i !== undefined) own[i] = (sum ?? 0) as Total
  }
  const label = (key: string): string => result.labels[by]?.[key] ?? (key || say().noMember)
  const members = [...sums].map(([key, values]) => ({ key, label: label(key), sums: values }))
  const changes = monthOverMonth(members, parameters)
  return { months, changes: changes.map(change => finding(change, by, months, result.currency, parameters)) }
}

/** Every month from the first to the last, without the last where the ledger ends before it does: half a month is no fall. */
function monthsOf(result: QueryResult, lastDay: number | null): string[] {
  const seen = [...new Set(result.rows.map(row => row[1] as string))].sort()
  const [first, last] = [seen[0], seen.at(-1)]
  if (first === undefined || last === undefined) return []
  const months: string[] = []
  for (let [year, month] = first.split('-').map(Number) as [number, number]; ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1]
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (key > last) break
    months.push(key)
  }
  if (lastDay === null) return months
  const end = civil(lastDay)
  const cut = `${String(end.year).padStart(4, '0')}-${String(end.month).padStart(2, '0')}`
  return end.dayOfMonth < daysInMonth(end.year, end.month) && cut === last ? months.slice(0, -1) : months
}

function finding(
  change: MonthlyChange,
  by: string,
  months: readonly string[],
  currency: string,
  parameters: MonthOverMonthParameters,
): MonthlyFinding {
  const month = months[change.month] as string
  const money = (value: Total): string => spokenMoney(value, currency)
  const impact = change.change < 0 ? -change.change : change.change
  const percent =
    change.percent === null
      ? ''
      : ` (${formatPercent(change.percent / 100, languageLocale(), { sign: 'change', digits: 0 })})`
  const days = daysInMonth(...(month.split('-').map(Number) as [number, number]))
  return {
    id: `month-over-month:${by}:${change.key}:${month}`,
    method: 'month-over-month',
    code: `month-${change.kind}`,
    values: { label: change.label, month },
    statement: say().monthly(
      change.label,
      money(change.after),
      spokenStep(month),
      money(change.before),
      percent,
      say()[change.kind],
    ),
    severity: change.percent === null || Math.abs(change.percent) >= 100 ? 'medium' : 'low',
    impact,
    currency,
    n: 2,
    parameters: { ...parameters },
    evidence: [],
    entries: [],
    filters: { from: `${month}-01`, to: `${month}-${days}`, members: { [by]: [change.key] } },
    member: change.key,
    label: change.label,
    month,
    before: change.before,
    after: change.after,
    change: change.change,
    percent: change.percent,
    kind: change.kind,
  }
}
