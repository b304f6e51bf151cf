import { grainKey, grainNext, grainStart } from '../../../shared/calendar/grain.ts'
import { parseIsoDate, toIsoDate } from '../../../shared/calendar/day.ts'
import { ALERT_SEVERITIES, type AlertRule, type AlertWatch } from '../../../shared/contract/alerts.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { FailureError, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { sayAnomaly, sayOverrun, sayStale, sayThreshold, type Said, type Step } from './say.ts'
import { say } from './messages.ts'

/** The most unusual entries that one look speaks of: a list of hundreds is none. */
const ANOMALIES = 25

/** Last day with an actual entry, none after today; undefined in an empty ledger. */
export async function newestDay(ctx: CallContext, today: number): Promise<number | undefined> {
  const { rows } = await ask({ to: toIsoDate(today) }, 'count', ctx, 'day')
  const last = rows[0]?.[0]
  return typeof last === 'string' ? parseIsoDate(last) : undefined
}

/** What a rule has to say about the ledger as it is. Throws where it cannot be held against it. */
export async function watch(
  rule: AlertRule,
  newest: number,
  today: number,
  ctx: CallContext,
): Promise<Said[]> {
  const { watch: own } = rule
  switch (own.kind) {
    case 'threshold':
      return thresholds(rule, own, newest, ctx)
    case 'anomalies':
      return anomalies(rule, own, ctx)
    case 'budget':
      return overruns(rule, own, newest, ctx)
    case 'stale':
      return one(sayStale(rule, own.days, toIsoDate(newest), today - newest))
  }
}

const one = (said: Said | undefined): Said[] => (said ? [said] : [])

/**
 * The running step (that of the newest entry) and the one before it, which a late import may have completed. What lies further back is
 * history, not news. "Below" is only said of the one before: a month that has just begun is below every limit.
 */
function steps(newest: number, grain: 'month' | 'quarter' | 'year', running = true): Step[] {
  const now = grainStart(newest, grain)
  const before = grainStart(now - 1, grain)
  return (running ? [before, now] : [before]).map(start => ({
    key: grainKey(start, grain),
    from: toIsoDate(start),
    to: toIsoDate(grainNext(start, grain) - 1),
  }))
}

async function thresholds(
  rule: AlertRule,
  own: Extract<AlertWatch, { kind: 'threshold' }>,
  newest: number,
  ctx: CallContext,
): Promise<Said[]> {
  const said: Said[] = []
  for (const step of steps(newest, own.period, own.side === 'above')) {
    const span = within(own.filters, step)
    if (!span) continue
    const op = own.measure === 'count' ? 'count' : 'sum'
    const { totals, matched, currency } = await ask(span, op, ctx)
    const value = op === 'count' ? matched : totals['sum(amount)']
    if (typeof value === 'string') throw new TypeError('a sum is a number')
    said.push(...one(sayThreshold(rule, own, step, (value ?? 0) as Total, currency)))
  }
  return said
}

/** Undefined where the rule's own span and the step have no day in common. */
function within(filters: Filters, step: Step): Filters | undefined {
  const from = filters.from !== undefined && filters.from > step.from ? filters.from : step.from
  const to = filters.to !== undefined && filters.to < step.to ? filters.to : step.to
  return from > to ? undefined : { ...filters, from, to }
}

async function anomalies(
  rule: AlertRule,
  own: Extract<AlertWatch, { kind: 'anomalies' }>,
  ctx: CallContext,
): Promise<Said[]> {
  const asked = { filters: own.filters, method: own.method, limit: 200 }
  const { findings } = value(await ctx.call('anomalies.find', asked))
  const least = ALERT_SEVERITIES.indexOf(own.severity)
  const told = findings
    .filter(finding => ALERT_SEVERITIES.indexOf(finding.severity) >= least)
    .slice(0, ANOMALIES)
  const subjects = await requireWorkspace(ctx).reader.call('alertsSubjects', {
    entries: told.map(finding => finding.entry),
  })
  return told.flatMap(finding => {
    const fingerprint = subjects.get(finding.entry)
    return fingerprint === undefined ? [] : [sayAnomaly(rule, finding, fingerprint, own.filters)]
  })
}

async function overruns(
  rule: AlertRule,
  own: Extract<AlertWatch, { kind: 'budget' }>,
  newest: number,
  ctx: CallContext,
): Promise<Said[]> {
  const said: Said[] = []
  for (const step of steps(newest, own.period)) {
    const filters = within(own.filters, step)
    if (!filters) continue
    const { scenario, by } = own
    const asked = { filters, scenario, by: [by], measure: 'spending' as const, basis: 'period' as const }
    const found = value(await ctx.call('budget.variance', asked))
    if (found.missing === 'scenario') throw new FailureError('not-found', say().noScenario(scenario))
    for (const line of found.lines) said.push(...one(sayOverrun(rule, own, step, line, found.currency)))
  }
  return said
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure.code, result.failure.message)
  return result.value
}

/** Over all that passes; with a grain, the last step only. */
async function ask(filters: Filters, op: 'sum' | 'count', ctx: CallContext, grain?: 'day') {
  await textIndexReady(filters, ctx)
  const query = {
    measures: [{ op, of: 'amount' }],
    filters: withActual(filters),
    groupBy: grain ? [{ grain }] : [],
    orderBy: grain ? [{ column: 0, descending: true }] : [],
    limit: 1,
  }
  return requireWorkspace(ctx).reader.call('query', { query, engine: 'columnar' }, { signal: ctx.signal })
}
