import type { AuditField, AuditRequest } from '../../../shared/data/audit-request.ts'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import type { AuditSources } from '../../../shared/data/workpaper.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { fieldsOf, missingFor } from './checks/index.ts'
import type { FieldColumn, FieldColumns } from './entries-population.ts'
import { ENTRY_TEXTS, type EntryText } from './queries.ts'
import { sourcesOf } from './sources.ts'
import { say } from './messages.ts'

/** Entries whose texts are read in one step: some hundredths of a second. */
const STEP = 20_000

export interface Ran {
  result: AuditResult
  request: AuditRequest
  filters: Filters
  /** Where the test's fields came from. */
  columns: AuditSources
  currency: string
}

export const watched = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Progress) => ctx.progress(progress),
})

/** Runs a test on the entries that filters select. Throws `bad-input` naming the fields that the ledger does not have. */
export async function runOnWorkspace(
  asked: { filters: Filters; request: AuditRequest; columns: AuditSources },
  limit: number,
  ctx: CallContext,
): Promise<Ran> {
  const { reader } = requireWorkspace(ctx)
  const filters = withActual(asked.filters)
  await textIndexReady(filters, ctx)
  const { sources } = await reader.call('auditSources', {})
  const all = sourcesOf(sources, asked.columns)
  const missing = missingFor(asked.request.test, new Set(Object.keys(all)))
  if (missing.length > 0) throw new FailureError('bad-input', say().notInLedger(asked.request.test, missing))
  const read = new Set<string>(fieldsOf(asked.request.test))
  const columns = Object.fromEntries(Object.entries(all).filter(([field]) => read.has(field))) as AuditSources
  const request = forLedger(asked.request, columns)
  const dimensions = Object.values(columns).flatMap(id => (id.startsWith('dimension:') ? [id.slice(10)] : []))
  const entries = await reader.call('extractColumns', { filters, dimensions }, { signal: ctx.signal })
  const fields: FieldColumns = {}
  for (const [field, id] of Object.entries(columns) as [AuditField, string][]) {
    if (id === 'entry') continue
    fields[field] = id.startsWith('dimension:')
      ? membersOf(entries, id.slice(10), field)
      : await textsOf(entries, id, ctx)
  }
  const bare = { ...entries, dimensions: {} }
  const result = await ctx.app.analysis.call(
    'auditEntries',
    { columns: bare, fields, request, sources: columns, limit },
    watched(ctx),
  )
  return { result, request, filters, columns, currency: entries.currency }
}

/** Documents of a ledger have several lines, all with its number: that is no repeat unless somebody asks. */
function forLedger(request: AuditRequest, columns: AuditSources): AuditRequest {
  return request.test === 'gaps' && request.repeats === undefined
    ? { ...request, repeats: columns.number !== 'text:document' }
    : request
}

/** An account is told by its number and name, everything else by its name. */
function membersOf({ dimensions }: EntryColumns, id: string, field: AuditField): FieldColumn {
  const { codes, keys, labels } = dimensions[id] as EntryColumns['dimensions'][string]
  const names = keys.map((key, code) => {
    const label = labels[code] ?? key
    return field === 'account' && label !== key ? `${key} ${label}` : label
  })
  return { codes, names }
}

async function textsOf({ ids }: EntryColumns, id: string, ctx: CallContext): Promise<FieldColumn> {
  const { reader } = requireWorkspace(ctx)
  const text = ENTRY_TEXTS.find(one => id === `text:${one}`)
  const of: { text: EntryText } | { extra: string } = text ? { text } : { extra: id.slice('extra:'.length) }
  const joined: string[] = []
  for (let from = 0; from < ids.length; from += STEP) {
    ctx.progress({ stage: 'texts', done: from, total: ids.length, unit: 'entries' })
    const step = Array.from(ids.subarray(from, from + STEP))
    joined.push(await reader.call('auditTexts', { ids: step, of }, { signal: ctx.signal }))
  }
  return { joined }
}
