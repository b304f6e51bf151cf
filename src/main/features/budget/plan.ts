import { planDay, startMonthOf, type Fiscal } from '../../../shared/calendar/fiscal.ts'
import type { Plan, PlanRequest } from '../../../shared/contract/budget.ts'
import { monthStart, parseIsoDate, toIsoDate, type Day } from '../../../shared/calendar/day.ts'
import { addMonths } from '../../../shared/calendar/grain.ts'
import { QuerySchema, type Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Engine } from '../../engine/index.ts'
import type { KnownMember } from './read-file.ts'
import { sumsBy } from './sums.ts'

/** The months of a fiscal year, 2025-04 … */
export function monthsOfYear(year: number, fiscal: Fiscal): string[] {
  const first = monthStart(year, startMonthOf(fiscal))
  return Array.from({ length: 12 }, (_, i) => toIsoDate(addMonths(first, i)).slice(0, 7))
}

/** A scenario's year by member and month, with every member that has a plan or had actual entries in the year before. */
export function planOf(engine: Engine, { scenario, by, year }: PlanRequest): Plan {
  const { baseCurrency: currency, profile, fiscal } = engine.columnar.store
  const months = monthsOfYear(year, fiscal)
  const last = monthsOfYear(year - 1, fiscal)
  const planned = byMonth(engine, by, months, { members: { scenario: [scenario] } })
  const result = { members: { flow: ['income', 'expense'] } }
  const before = byMonth(engine, by, last, withActual(result))
  const keys = new Set([...planned.keys(), ...before.keys()].filter(key => key !== ''))
  const known = new Map(knownMembers(engine, by).map(member => [member.key, member]))
  const dictionary = engine.columnar.dictionary(by)
  return {
    currency,
    profile,
    months,
    days: months.map(month => toIsoDate(planDay(parseIsoDate(`${month}-01`) as Day, fiscal))),
    rows: [...keys]
      .sort((a, b) => (a < b ? -1 : 1))
      .map(key => ({
        key,
        label: dictionary.labelOf(dictionary.codeOf(key) ?? 0),
        flow: known.get(key)?.flow || 'expense',
        planned: months.map(month => planned.get(key)?.get(month) ?? 0),
        before: last.map(month => before.get(key)?.get(month) ?? 0),
      })),
  }
}

function byMonth(
  engine: Engine,
  by: string,
  months: readonly string[],
  filters: Filters,
): Map<string, Map<string, Total>> {
  const from = `${months[0]}-01`
  const end = addMonths(monthStart(Number(months[11]?.slice(0, 4)), Number(months[11]?.slice(5))), 1) - 1
  const query = QuerySchema.parse({
    measures: [{ op: 'sum' }],
    filters: { ...filters, from, to: toIsoDate(end) },
    groupBy: [{ dimension: by }, { grain: 'month' }],
  })
  const found = new Map<string, Map<string, Total>>()
  for (const [key, month, sum] of engine.query({ query, engine: 'columnar' }).rows as [
    string,
    string,
    Total,
  ][]) {
    const own = found.get(key) ?? new Map<string, Total>()
    found.set(key, own.set(month, sum))
  }
  return found
}

/** Members with the side that most of their actual entries are posted to. */
export function knownMembers(engine: Engine, dimension: 'account' | 'category'): KnownMember[] {
  const found = new Map<string, KnownMember & { rows: number }>()
  for (const { members, rows } of sumsBy(engine, withActual({}), [dimension, 'flow']).values()) {
    const [member, flow] = members
    if (!member || member.key === '' || (found.get(member.key)?.rows ?? 0) >= rows) continue
    found.set(member.key, { key: member.key, label: member.label, flow: flow?.key ?? '', rows })
  }
  return [...found.values()].map(({ key, label, flow }) => ({ key, label, flow }))
}
