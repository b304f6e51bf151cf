import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { periodBefore, yearBefore } from '../../../shared/calendar/compare.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { grainNext, grainStart, type DaySpan } from '../../../shared/calendar/grain.ts'
import type { ChangeMeasure, COMPARED } from '../../../shared/contract/root-cause.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { dayOf, isoSpan } from '../../engine/result.ts'
import { say } from './messages.ts'

export interface Asked {
  filters: Filters
  compared: (typeof COMPARED)[number]
  before?: { from: string; to: string }
  scenario?: string
  measure: ChangeMeasure
}

export interface Side {
  span: { from: string; to: string }
  /** Select exactly the rows of this side. */
  filters: Filters
}

/** The two sides that are compared; undefined where the ledger has no entries of the kind. */
export function sidesOf(engine: Columnar, asked: Asked): { before: Side; after: Side } | undefined {
  const filters = withFlow(withActual(asked.filters), asked.measure)
  const { from: _from, to: _to, ...undated } = filters
  const ledger = engine.spanOf(engine.select(undated))
  if (!ledger) return undefined
  const span = afterSpan(asked.filters, ledger)
  const after = { span: isoSpan(span), filters: { ...filters, ...isoSpan(span) } }
  if (asked.compared === 'budget') {
    if (asked.scenario === undefined) throw new FailureError('bad-input', say().nameScenario)
    const budget = { ...after.filters, members: { ...after.filters.members, scenario: [asked.scenario] } }
    return { before: { span: after.span, filters: budget }, after }
  }
  const before = isoSpan(beforeSpan(asked, span, engine.store.fiscal))
  return { before: { span: before, filters: { ...filters, ...before } }, after }
}

/** Days that are not asked for are the ledger's last month with entries: a whole ledger has nothing to be compared with. */
function afterSpan(filters: Filters, ledger: DaySpan): DaySpan {
  if (filters.from === undefined && filters.to === undefined) {
    const from = grainStart(ledger.to, 'month')
    return { from, to: (grainNext(from, 'month') - 1) as Day }
  }
  const from = filters.from === undefined ? ledger.from : dayOf(filters.from)
  const to = filters.to === undefined ? ledger.to : dayOf(filters.to)
  if (to < from) throw new FailureError('bad-input', say().endsBeforeBegins)
  return { from, to }
}

function beforeSpan({ compared, before }: Asked, span: DaySpan, fiscal: Fiscal): DaySpan {
  if (compared !== 'range')
    return compared === 'previous-year' ? yearBefore(span, fiscal) : periodBefore(span, fiscal)
  if (!before) throw new FailureError('bad-input', say().giveDays)
  const range = { from: dayOf(before.from), to: dayOf(before.to) }
  if (range.to < range.from) throw new FailureError('bad-input', say().comparedEndsBefore)
  return range
}

const FLOWS_OF: Record<ChangeMeasure, string[]> = {
  spending: ['expense'],
  income: ['income'],
  net: ['expense', 'income'],
}

function withFlow(filters: Filters, measure: ChangeMeasure): Filters {
  const wanted = FLOWS_OF[measure]
  const chosen = filters.members?.['flow']
  const flow = chosen ? wanted.filter(one => chosen.includes(one)) : wanted
  return { ...filters, members: { ...filters.members, flow } }
}

/** By what posted amounts are turned so that spending, income and surplus are positive. */
export function signOf(profile: 'personal' | 'ledger', measure: ChangeMeasure): 1 | -1 {
  return (profile === 'personal') === (measure !== 'spending') ? 1 : -1
}
