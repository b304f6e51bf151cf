import { type Fiscal, fiscalFrom } from '../../../../shared/calendar/fiscal.ts'
import { periodBefore, yearBefore } from '../../../../shared/calendar/compare.ts'
import { addMonths } from '../../../../shared/calendar/grain.ts'
import { parseIsoDate, toIsoDate, type Day } from '../../../../shared/calendar/day.ts'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { DIMENSION_NAMES, headerName, memberName } from '../../../../shared/query/dimension-names.ts'
import type { Dimension } from '../../../../shared/query/dimensions.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import { resolvePeriod, type Period } from '../../../../shared/report/period.ts'
import type { ReportDefinition, ReportMeasure } from '../../../../shared/report/definition.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../../app.ts'
import { formatsOf, type Formats } from '../format.ts'
import { textsOf, type ReportTexts } from '../texts/index.ts'
import { FigureBook } from './figure-book.ts'
import { say } from '../messages.ts'

/** What every section is made with. */
export interface Making {
  readonly definition: ReportDefinition
  readonly profile: 'personal' | 'ledger'
  readonly currency: string
  readonly fiscal: Fiscal
  readonly workspaceName: string
  readonly revision: number
  readonly madeAt: string
  readonly period: Period
  /** Undefined where nothing was to be compared with, or where there is nothing: those days are in `emptyBefore`. */
  readonly compared: { from: string; to: string } | undefined
  readonly emptyBefore?: { from: string; to: string }
  /** The report's filters with its days, and with those that it is compared with. */
  readonly filters: Filters
  readonly before: Filters | undefined
  readonly figures: FigureBook
  readonly texts: ReportTexts
  readonly formats: Formats
  readonly dimensions: readonly Dimension[]
  readonly ctx: CallContext
  /** Another feature's answer; throws what it failed with. */
  call<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>>
  dimensionName(id: string): string
  memberName(dimension: string, key: string, label: string): string
}

export async function begin(definition: ReportDefinition, ctx: CallContext): Promise<Making> {
  const { parameters } = definition
  const call = async <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> => {
    ctx.signal.throwIfAborted()
    const reply = await ctx.call(name, input)
    if (!reply.ok) throw new FailureError(reply.failure.code, reply.failure.message, reply.failure.details)
    return reply.value
  }
  const status = await call('workspace.status', {})
  const settings = status.settings
  if (!settings) throw new FailureError('logged-out', say().openFirst)
  const fiscal = fiscalFrom(settings.fiscalStartMonth, settings.fiscalWeeks)
  const { workspace: id } = await requireWorkspace(ctx).reader.call('reportsFacts', {})
  const madeAt = new Date().toISOString()
  const period = resolvePeriod(parameters.period, {
    first: status.firstDay,
    last: status.lastDay,
    today: madeAt.slice(0, 10),
    fiscal,
  })
  if (!period)
    throw new FailureError(
      'bad-input',
      parameters.period.includes('..') ? say().noPeriod(parameters.period) : say().noEntries,
    )
  const { from, to } = period
  const asked = comparedDays(period, parameters.comparison, fiscal)
  const compared = asked && (await hasEntries(call, { ...parameters.filters, ...asked })) ? asked : undefined
  const dimensions = await call('ledger.dimensions', {})
  const texts = textsOf(parameters.language)
  const revision = status.revision ?? 0
  return {
    definition,
    profile: settings.profile,
    currency: settings.baseCurrency,
    fiscal,
    workspaceName: settings.name,
    revision,
    madeAt,
    period,
    compared,
    ...(asked && !compared && { emptyBefore: asked }),
    filters: { ...parameters.filters, from, to },
    before: compared && { ...parameters.filters, ...compared },
    figures: new FigureBook({ workspace: id, revision, asOf: madeAt, currency: settings.baseCurrency }),
    texts,
    formats: formatsOf(parameters.language, parameters.currencyDisplay, fiscal),
    dimensions,
    ctx,
    call,
    dimensionName: name =>
      DIMENSION_NAMES[name]?.[parameters.language] ??
      headerName(dimensions.find(one => one.id === name)?.label ?? name),
    memberName: (dimension, key, label) => memberName(dimension, key, label, parameters.language),
  }
}

async function hasEntries(call: Making['call'], filters: Filters): Promise<boolean> {
  const { totals } = await call('explore.query', { query: { measures: [{ op: 'count' }], filters } })
  return Number(totals['count'] ?? 0) > 0
}

function comparedDays(
  { from, to }: Period,
  kind: 'none' | 'previous-period' | 'previous-year',
  fiscal: Fiscal,
): { from: string; to: string } | undefined {
  if (kind === 'none') return undefined
  const span = { from: parseIsoDate(from) as Day, to: parseIsoDate(to) as Day }
  const before = kind === 'previous-year' ? yearBefore(span, fiscal) : periodBefore(span, fiscal)
  return { from: toIsoDate(before.from), to: toIsoDate(before.to) }
}

/** The flows that a measure is about, and whether its posted amounts are turned round: spending and income are printed positive. */
export function sideOf(
  measure: ReportMeasure,
  profile: 'personal' | 'ledger',
): { flows?: string[]; negate: boolean } {
  switch (measure) {
    case 'spending':
      return { flows: ['expense'], negate: profile === 'personal' }
    case 'income':
      return { flows: ['income'], negate: profile === 'ledger' }
    case 'net':
      return { flows: ['income', 'expense'], negate: profile === 'ledger' }
    case 'amount':
    case 'count':
      return { negate: false }
  }
}

/** Filters narrowed to members of one dimension, within what they keep already. */
export function narrowed(filters: Filters, dimension: string, keys: readonly string[]): Filters {
  const kept = filters.members?.[dimension]
  const both = kept ? keys.filter(key => kept.includes(key)) : [...keys]
  return { ...filters, members: { ...filters.members, [dimension]: both } }
}

/** Filters without some members of a dimension. */
export function without(filters: Filters, dimension: string, keys: readonly string[]): Filters {
  const left = new Set([...(filters.notMembers?.[dimension] ?? []), ...keys])
  return { ...filters, notMembers: { ...filters.notMembers, [dimension]: [...left] } }
}

/** Filters of what a measure is about. */
export function measured(filters: Filters, measure: ReportMeasure, profile: Making['profile']): Filters {
  const { flows } = sideOf(measure, profile)
  return flows ? narrowed(filters, 'flow', flows) : filters
}

/** "Where it goes", where the report does not say: the first of these that the workspace uses. */
const USUAL = ['category', 'account', 'cost_centre', 'department', 'directorate', 'payee']

export function dimensionOf(making: Making, asked: string | undefined): string {
  const known = (id: string): boolean => making.dimensions.some(one => one.id === id && one.members > 0)
  if (asked !== undefined) {
    if (making.dimensions.some(one => one.id === asked && one.several !== true)) return asked
    throw new FailureError('not-found', say().noDimension(asked))
  }
  return USUAL.find(known) ?? making.dimensions.find(one => one.members > 0)?.id ?? 'category'
}

/** The report's days, begun so many months before their end. */
export function longer(filters: Filters, months: number): Filters {
  if (months === 0 || filters.to === undefined) return filters
  const end = parseIsoDate(filters.to) as Day
  const from = toIsoDate(addMonths(end + 1, -months))
  return filters.from !== undefined && from >= filters.from ? filters : { ...filters, from }
}
