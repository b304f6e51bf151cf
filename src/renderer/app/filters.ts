import { parseIsoDate } from '../../shared/calendar/day.ts'
import type { Comparison, Filters } from '../../shared/query/query.ts'
import { firstOf, listOf, type Search } from './search.ts'

/** One step of a drill-down, for the breadcrumb: a span of days, or a member of a dimension. */
export type Step =
  | { kind: 'time'; from: string | undefined; to: string | undefined }
  | { kind: 'member'; dimension: string; key: string }

/** What the filter bar holds, and the URL with it. */
export interface FilterState {
  filters: Filters
  comparison: Comparison | undefined
  /** Drill-down steps, outermost first; a first time step keeps the span that the drilling began from. */
  path: Step[]
}

const LIMITS = { members: 1000, key: 4096, dimension: 64, text: 400, path: 24, batches: 1000 }

const KEEP = 'm.'
const LEAVE = 'x.'
const NOTHING = 'none.'

/**
 * Reads the filters out of the URL. What does not fit (a 30 February, 'NaN', ten thousand members, from after to) is left out,
 * so that a damaged or hostile address opens the page with fewer filters and never breaks it.
 *
 * from, to: days · m.<dimension>, x.<dimension>: member kept, left out (repeated) · none.<dimension>: keeps no member ·
 * min, max: minor units · abs=1: of the size · q: text · batch (repeated) · vs: previous-period, previous-year, from..to · step: drill path.
 */
export function parseFilters(search: Search): FilterState {
  const filters: Filters = {}
  const from = day(firstOf(search['from']))
  const to = day(firstOf(search['to']))
  const ordered = !from || !to || from <= to
  if (from && ordered) filters.from = from
  if (to && ordered) filters.to = to
  for (const [param, value] of Object.entries(search)) {
    const keep = dimensionIn(param, KEEP)
    const leave = dimensionIn(param, LEAVE)
    const nothing = dimensionIn(param, NOTHING)
    if (keep) filters.members = { ...filters.members, [keep]: keysOf(value) }
    if (leave) filters.notMembers = { ...filters.notMembers, [leave]: keysOf(value) }
    if (nothing && !filters.members?.[nothing]) filters.members = { ...filters.members, [nothing]: [] }
  }
  const min = whole(firstOf(search['min']))
  const max = whole(firstOf(search['max']))
  const range = min === undefined || max === undefined || min <= max
  if (min !== undefined && range) filters.minAmount = min
  if (max !== undefined && range) filters.maxAmount = max
  if (firstOf(search['abs']) === '1' && range && (min !== undefined || max !== undefined))
    filters.absolute = true
  const text = firstOf(search['q'])?.trim().slice(0, LIMITS.text)
  if (text) filters.text = text
  const batches = listOf(search['batch'])
    .slice(0, LIMITS.batches)
    .map(whole)
    .filter((n): n is number => n !== undefined && n > 0)
  if (batches.length > 0) filters.batches = [...new Set(batches)]
  return {
    filters,
    comparison: parseComparison(firstOf(search['vs'])),
    path: listOf(search['step']).slice(0, LIMITS.path).flatMap(parseStep),
  }
}

/** Writes the filters as the URL's texts; parseFilters of it gives them back. */
export function serialiseFilters({ filters, comparison, path }: FilterState): Search {
  const search: Search = {}
  if (filters.from) search['from'] = filters.from
  if (filters.to) search['to'] = filters.to
  for (const [dimension, keys] of Object.entries(filters.members ?? {})) {
    if (keys.length > 0) search[KEEP + dimension] = keys
    else search[NOTHING + dimension] = '1'
  }
  for (const [dimension, keys] of Object.entries(filters.notMembers ?? {}))
    if (keys.length > 0) search[LEAVE + dimension] = keys
  if (filters.minAmount !== undefined) search['min'] = String(filters.minAmount)
  if (filters.maxAmount !== undefined) search['max'] = String(filters.maxAmount)
  if (filters.absolute) search['abs'] = '1'
  if (filters.text) search['q'] = filters.text
  if (filters.batches?.length) search['batch'] = filters.batches.map(String)
  if (comparison)
    search['vs'] = comparison.kind === 'range' ? `${comparison.from}..${comparison.to}` : comparison.kind
  if (path.length > 0) search['step'] = path.map(writeStep)
  return search
}

/** The parameters of a URL that are filters; the rest belong to the page. */
export function isFilterParam(name: string): boolean {
  return (
    ['from', 'to', 'min', 'max', 'abs', 'q', 'batch', 'vs', 'step'].includes(name) ||
    [KEEP, LEAVE, NOTHING].some(prefix => name.startsWith(prefix))
  )
}

/** How many filters are set beside the span of days. */
export function countFilters(filters: Filters): number {
  return (
    Object.keys(filters.members ?? {}).length +
    Object.keys(filters.notMembers ?? {}).length +
    Number(filters.minAmount !== undefined || filters.maxAmount !== undefined) +
    Number(Boolean(filters.text)) +
    Number(Boolean(filters.batches))
  )
}

function parseComparison(text: string | undefined): Comparison | undefined {
  if (text === 'previous-period' || text === 'previous-year') return { kind: text }
  const [from, to] = spanOf(text)
  return from && to && from <= to ? { kind: 'range', from, to } : undefined
}

function parseStep(text: string): Step[] {
  if (text.startsWith('t:')) {
    const [from, to] = spanOf(text.slice(2))
    return from && to && from > to ? [] : [{ kind: 'time', from, to }]
  }
  const match = /^d:([a-z0-9_]{1,64})=/.exec(text)
  const dimension = match?.[1]
  return match && dimension
    ? [{ kind: 'member', dimension, key: text.slice(match[0].length).slice(0, LIMITS.key) }]
    : []
}

function writeStep(step: Step): string {
  return step.kind === 'time' ? `t:${step.from ?? ''}..${step.to ?? ''}` : `d:${step.dimension}=${step.key}`
}

function spanOf(text: string | undefined): [string | undefined, string | undefined] {
  const [from, to] = (text ?? '').split('..', 2)
  return [day(from), day(to)]
}

function day(text: string | undefined): string | undefined {
  return text !== undefined && parseIsoDate(text) !== undefined ? text : undefined
}

function whole(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?\d{1,16}$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value + 0 : undefined
}

// Ids of dimensions are lower-case words; anything else in their place is not ours.
function dimensionIn(param: string, prefix: string): string | undefined {
  const id = param.startsWith(prefix) ? param.slice(prefix.length) : ''
  return id.length <= LIMITS.dimension && /^[a-z][a-z0-9_]*$/.test(id) && id !== 'constructor'
    ? id
    : undefined
}

function keysOf(value: string | string[]): string[] {
  return [
    ...new Set(
      listOf(value)
        .slice(0, LIMITS.members)
        .map(key => key.slice(0, LIMITS.key)),
    ),
  ]
}
