import type {
  CapitalRule,
  FullYear,
  Variance,
  VarianceLine,
  VarianceRequest,
} from '../../../shared/contract/budget.ts'
import { toIsoDate, type Day } from '../../../shared/calendar/day.ts'
import type { DaySpan } from '../../../shared/calendar/grain.ts'
import { total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Engine } from '../../engine/index.ts'
import { dayOf, isoSpan } from '../../engine/result.ts'
import { bridgeOf, compareSize, figuresOf, sumOf, type Sides } from './analysis/variance/variance.ts'
import { fullYearOf } from './full-year.ts'
import { joined, linesOf, runningParts, withCarried, type Line, type Parts } from './lines.ts'
import { say } from './messages.ts'
import { dated, partsOf, runningOf, type Part } from './selections.ts'
import { daysOf, earlierDays, fiscalYearOf, monthEnd, type Days, type IsoSpan } from './spans.ts'
import { sumsBy, sumsByMonth, unconvertedOf } from './sums.ts'

const BY = { personal: ['category'], ledger: ['account'] }

/** A budget held against the actual entries, from the columns. Everything shown sums exactly to what stands above it. */
export function varianceOf(
  engine: Engine,
  chosen: CapitalRule | undefined,
  request: VarianceRequest,
): Variance {
  const { columnar } = engine
  const { baseCurrency: currency, profile, fiscal } = columnar.store
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
  const earlier = request.rollover && days.actual ? earlierDays(days.actual, fiscal) : undefined
  const apart = (dimensions: readonly string[]): Line[] => {
    const own = linesOf(engine, parts, days, dimensions)
    if (!earlier) return own
    return withCarried(
      own,
      linesOf(engine, parts, { actual: earlier, budget: { whole: earlier } }, dimensions),
    )
  }
  const lines = apart(by)
  const running = joined(lines.filter(line => line.side !== 'capital'))
  const capital = lines.filter(line => line.side === 'capital')
  const across = request.bridgeBy ?? (by[0] as string)
  const bridged = across === by[0] ? running : apart([across]).filter(line => line.side !== 'capital')
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
    ...capitalDoors(),
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
    bridge: { dimension: across, ...bridgeOf(membersOf(bridged), request.steps) },
    months: span ? monthsOf(engine, parts, span) : [],
    ...toDateOf(engine, parts, span, asOf, sign),
    ...(asOf === undefined ? {} : { fullYear: yearOf(asOf) }),
    ...(earlier ? { carriedFrom: earlier } : {}),
    comments: [],
    capitalRule: { ...rule, chosen: chosen !== undefined },
  }

  function yearOf(last: number): FullYear {
    const name = request.remaining ?? scenario
    const remaining = { name, parts: partsOf(filters, keysOf(name), measure, rule) }
    const year = fiscalYearOf(last, fiscal)
    return fullYearOf(engine, parts, remaining, { span: year, asOf: last, by, sign })
  }

  function capitalDoors(): Pick<Variance, 'capitalDoors'> {
    const [actual, other] = parts.actual.filter(part => part.side === 'capital')
    const budget = parts.budget.find(part => part.side === 'capital')
    if (!actual || !budget || other) return {}
    return {
      capitalDoors: {
        actual: { ...actual.filters, ...days.actual },
        budget: { ...budget.filters, ...days.actual },
      },
    }
  }
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
    throw new FailureError('bad-input', say().endsBeforeBegins)
  return Number.isFinite(from) && Number.isFinite(to) && from <= to
    ? { from: from as Day, to: to as Day }
    : undefined
}

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
