import type { CapitalRule, Variance, VarianceLine, VarianceRequest } from '../../../shared/contract/budget.ts'
import { toIsoDate, type Day } from '../../../shared/calendar/day.ts'
import type { DaySpan } from '../../../shared/calendar/grain.ts'
import { total, type Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Engine } from '../../engine/index.ts'
import { dayOf, isoSpan } from '../../engine/result.ts'
import { bridgeOf, compareSize, figuresOf, NOTHING, sumOf, type Sides } from './analysis/variance/variance.ts'
import { dated, partsOf, runningOf, type Part } from './selections.ts'
import { daysOf, fiscalYearOf, monthEnd, type Days } from './spans.ts'
import { budgetBy, sumsBy, sumsByMonth, unconvertedOf } from './sums.ts'

const BY = { personal: ['category'], ledger: ['account'] }

interface Parts {
  actual: readonly Part[]
  budget: readonly Part[]
}

interface IsoSpan {
  from: string
  to: string
}

type Line = Omit<VarianceLine, keyof ReturnType<typeof figuresOf>> & Sides

/** A budget held against the actual entries, from the columns. Everything shown sums exactly to what stands above it. */
export function varianceOf(
  engine: Engine,
  chosen: CapitalRule | undefined,
  request: VarianceRequest,
): Variance {
  const { columnar } = engine
  const { baseCurrency: currency, profile, fiscalStartMonth } = columnar.store
  const { measure, basis, scenario, against, filters } = request
  const by = request.by ?? BY[profile]
  const rule = chosen ?? defaultCapital(engine, scenario)
  const keysOf = (name: string): string[] => (name === ACTUAL ? [ACTUAL, ''] : [name])
  const parts = {
    actual: partsOf(filters, keysOf(against), measure, rule),
    budget: partsOf(filters, keysOf(scenario), measure, rule),
  }
  const sign = profile === 'personal' ? 1 : -1
  const asOf = asOfDay(engine, request, keysOf(against))
  const span = spanOf(engine, filters, [...parts.actual, ...parts.budget])
  const days: Days = span ? daysOf(span, basis, asOf) : { budget: {} }
  const lines = linesOf(engine, parts, days, by)
  const running = joined(lines.filter(line => line.side !== 'capital'))
  const capital = lines.filter(line => line.side === 'capital')
  const over = (some: readonly Line[]) => figuresOf(sumOf(some), sign)
  const shown = (some: readonly Line[]): VarianceLine[] =>
    some
      .map(line => ({ ...line, ...figuresOf(line, sign) }))
      .sort((a, b) => compareSize(b.variance, a.variance) || compareSize(b.budget, a.budget))
  const sorted = shown(running)
  const rest = sorted.slice(request.top)
  const door = (scenarios: string[], on: IsoSpan | undefined): Filters => ({
    ...runningOf(filters, scenarios, measure, rule),
    ...on,
  })
  return {
    currency,
    profile,
    scenario,
    against,
    measure,
    basis,
    ...(days.actual ? { span: days.actual } : {}),
    ...(asOf === undefined ? {} : { asOf: toIsoDate(asOf) }),
    ...missing(engine, keysOf(scenario), lines),
    doors: { actual: door(keysOf(against), days.actual), budget: door(keysOf(scenario), days.actual) },
    unconverted: span
      ? [...parts.actual, ...parts.budget].reduce(
          (n, part) => n + unconvertedOf(engine, dated(part, isoSpan(span)).filters),
          0,
        )
      : 0,
    total: over(running),
    income: over(lines.filter(line => line.side === 'income')),
    expense: over(lines.filter(line => line.side === 'expense')),
    by,
    lines: sorted.slice(0, request.top),
    ...(rest.length > 0 ? { others: { lines: rest.length, ...over(rest) } } : {}),
    capital: { ...over(capital), lines: shown(capital) },
    together: over(lines),
    bridge: { dimension: by[0] as string, ...bridgeOf(membersOf(running), request.steps) },
    months: span ? monthsOf(engine, parts, span) : [],
    ...toDateOf(engine, parts, span, asOf, sign),
    ...(asOf === undefined
      ? {}
      : { fullYear: yearOf(engine, parts, fiscalYearOf(asOf, fiscalStartMonth), asOf) }),
    capitalRule: { ...rule, chosen: chosen !== undefined },
  }
}

/** Income and expense of the same members as one line. */
function joined(lines: readonly Line[]): Line[] {
  return [...Map.groupBy(lines, keyOf).values()].map(own => ({
    ...(own[0] as Line),
    ...sumOf(own),
    side: own.length > 1 ? 'both' : (own[0] as Line).side,
  }))
}

function toDateOf(
  engine: Engine,
  parts: Parts,
  span: DaySpan | undefined,
  asOf: number | undefined,
  sign: 1 | -1,
): Pick<Variance, 'toDate'> {
  if (!span || asOf === undefined || monthEnd(asOf) < span.from) return {}
  const days = daysOf(span, 'to-date', asOf)
  const lines = linesOf(engine, runningParts(parts), days, [])
  return { toDate: { ...figuresOf(sumOf(lines), sign), span: days.actual as IsoSpan } }
}

const runningParts = ({ actual, budget }: Parts): Parts => ({
  actual: actual.filter(part => part.side !== 'capital'),
  budget: budget.filter(part => part.side !== 'capital'),
})

/** Without a rule of the user's: asset accounts that the budget plans for. Nobody plans his bank account. */
function defaultCapital(engine: Engine, scenario: string): CapitalRule {
  if (engine.columnar.store.profile === 'personal') return { accounts: [], categories: [] }
  const filters: Filters = { members: { scenario: [scenario], account_type: ['asset'] } }
  return { accounts: [...sumsBy(engine, filters, ['account']).keys()], categories: [] }
}

function asOfDay({ columnar }: Engine, { asOf }: VarianceRequest, scenario: string[]): number | undefined {
  if (asOf !== undefined) return dayOf(asOf)
  return columnar.spanOf(columnar.select({ members: { scenario } }))?.to
}

/** The days asked for; where none are, those of either side's entries. */
function spanOf({ columnar }: Engine, filters: Filters, parts: readonly Part[]): DaySpan | undefined {
  const found = parts.flatMap(part => columnar.spanOf(columnar.select(part.filters)) ?? [])
  const from = filters.from === undefined ? Math.min(...found.map(s => s.from)) : dayOf(filters.from)
  const to = filters.to === undefined ? Math.max(...found.map(s => s.to)) : dayOf(filters.to)
  if (filters.from !== undefined && filters.to !== undefined && to < from)
    throw new FailureError('bad-input', 'The period ends before it begins.')
  return Number.isFinite(from) && Number.isFinite(to) && from <= to
    ? { from: from as Day, to: to as Day }
    : undefined
}

function linesOf(engine: Engine, parts: Parts, days: Days, by: readonly string[]): Line[] {
  const lines = new Map<string, Line>()
  const line = (part: Part, key: string, members: Line['members']): Line => {
    const id = `${part.side}\u001e${key}`
    const made = lines.get(id) ?? { members, side: part.side, ...NOTHING }
    lines.set(id, made)
    return made
  }
  for (const part of days.actual ? parts.actual : [])
    for (const [key, sum] of sumsBy(engine, dated(part, days.actual as IsoSpan).filters, by)) {
      const one = line(part, key, sum.members)
      one.actual = total(BigInt(one.actual) + BigInt(sum.amount))
      one.rowsActual += sum.rows
    }
  for (const part of parts.budget)
    for (const [key, sum] of budgetBy(engine, part, days.budget, by)) {
      const one = line(part, key, sum.members)
      one.budget = total(BigInt(one.budget) + BigInt(sum.amount))
      one.rowsBudget += sum.rows
    }
  return [...lines.values()].filter(one => one.rowsActual + one.rowsBudget > 0)
}

const keyOf = (line: { members: Line['members'] }): string => line.members.map(m => m.key).join('\u001f')

/** The lines of one member of the first dimension together. */
function membersOf(lines: readonly Line[]): (Sides & { key: string; label: string })[] {
  const groups = Map.groupBy(lines, line => line.members[0]?.key ?? '')
  return [...groups].map(([key, own]) => ({ key, label: own[0]?.members[0]?.label ?? key, ...sumOf(own) }))
}

function missing(
  { columnar }: Engine,
  scenario: string[],
  lines: readonly Line[],
): { missing?: 'scenario' | 'budget' | 'actual' } {
  if (columnar.select({ members: { scenario } }).count === 0) return { missing: 'scenario' }
  if (lines.every(line => line.rowsBudget === 0)) return { missing: 'budget' }
  return lines.every(line => line.rowsActual === 0) ? { missing: 'actual' } : {}
}

function monthsOf(engine: Engine, parts: Parts, span: DaySpan): Variance['months'] {
  const months = new Map<string, { actual: bigint; budget: bigint }>()
  for (const side of ['actual', 'budget'] as const)
    for (const part of runningParts(parts)[side])
      for (const [key, amount] of sumsByMonth(engine, dated(part, isoSpan(span)).filters)) {
        const month = months.get(key) ?? { actual: 0n, budget: 0n }
        month[side] += BigInt(amount)
        months.set(key, month)
      }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { actual, budget }]) => ({ key, actual: total(actual), budget: total(budget) }))
}

function yearOf(
  engine: Engine,
  parts: Parts,
  span: IsoSpan,
  asOf: number,
): NonNullable<Variance['fullYear']> {
  const over = (side: readonly Part[], days: IsoSpan): bigint => {
    if (days.to < days.from) return 0n
    return side.reduce(
      (sum, part) =>
        [...sumsBy(engine, dated(part, days).filters, []).values()].reduce(
          (s, one) => s + BigInt(one.amount),
          sum,
        ),
      0n,
    )
  }
  const { actual: actualParts, budget: budgetParts } = runningParts(parts)
  const end = toIsoDate(monthEnd(asOf))
  const budget = over(budgetParts, span)
  const actual = over(actualParts, { from: span.from, to: end < span.to ? end : span.to })
  const remaining = over(budgetParts, { from: toIsoDate(monthEnd(asOf) + 1), to: span.to })
  const all: [bigint, bigint, bigint, bigint] = [budget, actual, remaining, actual + remaining]
  const [b, a, r, o] = all.map(total) as [Total, Total, Total, Total]
  return { span, budget: b, actual: a, remaining: r, outlook: o }
}
