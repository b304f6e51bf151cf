import { requireWorkspace, type CallContext } from '../../app.ts'
import type { Ran } from './run-on-workspace.ts'
import type { Recording } from './writes.ts'

/** Entries of an exception that are kept to lead back to it; the exception says how many there are. */
const MOST_ENTRIES = 200
const STEP = 20_000

/** A run as rows of its workpaper: entries by their fingerprints, which outlive an undone import. */
export async function recordingOf(
  { result, request, filters, columns, currency }: Ran,
  { title, by, revision }: { title: string; by: string; revision: number },
  ctx: CallContext,
): Promise<Recording> {
  const { exceptions, ...rest } = result
  const items = rest.sample?.items ?? []
  const ids = new Set<number>()
  for (const one of exceptions) for (const id of (one.entries ?? []).slice(0, MOST_ENTRIES)) ids.add(id)
  for (const one of items) if (one.entry !== undefined) ids.add(one.entry)
  const fingerprints = await fingerprintsOf([...ids], ctx)
  const kept = rest.sample ? { ...rest, sample: { ...rest.sample, items: [] } } : rest
  return {
    run: {
      test: request.test,
      title,
      request: JSON.stringify(request),
      columns: JSON.stringify(columns),
      filters: JSON.stringify(filters),
      dataRevision: revision,
      rows: rest.population.rows,
      sum: rest.population.sum ?? '0',
      unconverted: rest.population.unconverted ?? 0,
      currency,
      result: JSON.stringify(kept),
      found: rest.found,
      createdAt: new Date().toISOString(),
      createdBy: by,
    },
    exceptions: exceptions.map((one, i) => ({
      sequence: i + 1,
      code: one.code,
      figures: JSON.stringify(one.values),
      statement: one.statement,
      amount: one.amount,
      rows: one.rows.length,
      entries: JSON.stringify(
        (one.entries ?? []).slice(0, MOST_ENTRIES).map(id => fingerprints.get(id) ?? ''),
      ),
    })),
    items: items.map((one, i) => ({
      sequence: i + 1,
      entry: fingerprints.get(one.entry ?? -1) ?? '',
      stratum: one.stratum,
      unit: one.unit,
      book: one.book,
    })),
  }
}

async function fingerprintsOf(ids: readonly number[], ctx: CallContext): Promise<Map<number, string>> {
  const { reader } = requireWorkspace(ctx)
  const all = new Map<number, string>()
  for (let from = 0; from < ids.length; from += STEP) {
    const step = ids.slice(from, from + STEP)
    for (const [id, hex] of await reader.call('auditFingerprints', { ids: step }, { signal: ctx.signal }))
      all.set(id, hex)
  }
  return all
}
