import { AuditRequestSchema, type AuditRequest } from '../../../shared/data/audit-request.ts'
import type { AuditEvaluation, AuditResult, AuditSample } from '../../../shared/data/audit-result.ts'
import type {
  Workpaper,
  WorkpaperException,
  WorkpaperHead,
  WorkpaperItem,
} from '../../../shared/data/workpaper.ts'
import { exponentOf } from '../../../shared/money/minor.ts'
import { readDecimal, unitsOf } from './checks/decimal.ts'
import type { EventRow, ExceptionRow, ItemRow, RunRow } from './queries.ts'

export const headOf = (row: RunRow): WorkpaperHead => ({
  id: row.id,
  test: row.test as WorkpaperHead['test'],
  title: row.title,
  rows: row.rows,
  sum: row.sum,
  currency: row.currency,
  found: row.found,
  open: row.open,
  exceptions: row.exceptions,
  dataRevision: row.dataRevision,
  createdAt: row.createdAt,
  createdBy: row.createdBy,
  signedAt: row.signedAt,
  signedBy: row.signedBy,
  reopened: row.reopened === 1,
})

export interface StoredWorkpaper {
  row: RunRow
  list: ExceptionRow[]
  items: ItemRow[]
  /** Entry ids by fingerprint. */
  entries: Map<string, number>
  events: EventRow[]
  stored: number
}

/** A stored workpaper as it is shown; `now` is what its filters select today. */
export async function workpaperOf(
  { row, list, items, entries, events, stored }: StoredWorkpaper,
  now: { rows: number; sum: string },
): Promise<Workpaper> {
  const request = AuditRequestSchema.parse(JSON.parse(row.request))
  const result = JSON.parse(row.result) as Omit<AuditResult, 'exceptions'>
  return {
    ...headOf(row),
    request,
    columns: JSON.parse(row.columns) as Workpaper['columns'],
    filters: JSON.parse(row.filters) as Workpaper['filters'],
    unconverted: row.unconverted,
    conclusion: row.conclusion,
    result,
    stored,
    list: list.map(one => exceptionOf(one, entries)),
    items: items.map(({ entry, ...one }): WorkpaperItem => ({ ...one, entry: entries.get(entry) ?? null })),
    evaluation: await evaluated(items, request, result.sample, row.currency),
    events: events.map(one => ({
      ...one,
      detail: JSON.parse(one.detail) as Workpaper['events'][number]['detail'],
    })),
    now: { ...now, same: now.rows === row.rows && now.sum === row.sum },
  }
}

function exceptionOf(row: ExceptionRow, entries: ReadonlyMap<string, number>): WorkpaperException {
  const { figures, entries: stored, ...rest } = row
  const fingerprints = JSON.parse(stored) as string[]
  const ids = fingerprints.flatMap(one => entries.get(one) ?? [])
  return {
    ...rest,
    values: JSON.parse(figures) as WorkpaperException['values'],
    entries: ids,
    gone: fingerprints.length - ids.length,
  }
}

/** Null while no audit value is there. */
async function evaluated(
  items: readonly ItemRow[],
  request: AuditRequest,
  sample: AuditSample | undefined,
  currency: string,
): Promise<AuditEvaluation | null> {
  if (!sample || request.test !== 'sample' || items.every(one => one.audit === null)) return null
  const places = items.reduce(
    (most, one) => Math.max(most, readDecimal(one.audit ?? '0')?.places ?? 0),
    Math.max(exponentOf(currency), readDecimal(request.materiality)?.places ?? 0),
  )
  const units = (text: string): number => unitsOf(text, places) as number
  // Its statistics are hundreds of files of a library, which main does not load for every start.
  const { evaluationOf } = await import('./sample.ts')
  return evaluationOf(
    items.map(one => ({
      row: one.sequence,
      book: units(one.book),
      audit: one.audit === null ? undefined : units(one.audit),
      stratum: one.stratum,
    })),
    {
      sign: request.sign,
      interval: units(sample.interval),
      confidence: request.confidence,
      materiality: units(request.materiality),
      places,
    },
  )
}
