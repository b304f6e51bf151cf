import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { Batch, Mapping, PickedFile } from '../../../shared/contract/import.ts'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { syncedEarly } from '../../db/early-sync.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { isAgain } from './load/again.ts'
import type { InspectInput } from './load/inspection.ts'
import type { BatchRow } from './queries.ts'
import { together, withParser } from './parser.ts'
import type { Written } from './writes.ts'
import { say } from './messages.ts'

export const importService = {
  members: async ({ token }, ctx) => {
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', say().fileGone)
    const { path, name, bytes, member } = file
    return withParser<{ archive: boolean; files: PickedFile[] }>(ctx, async parser => {
      const members =
        member === undefined
          ? await parser.call('importMembers', { path, name }, { signal: ctx.signal })
          : undefined
      if (!members) return ok({ archive: false, files: [{ token, name, bytes }] })
      const files = members.map(m => ctx.app.files.add(path, `${name}/${m.name}`, m.bytes, false, m.name))
      return ok({ archive: true, files })
    })
  },

  preview: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    const request = await requestOf(input, ctx, workspace)
    if (!request.ok) return request
    return withParser(ctx, async parser => {
      const { port1, port2 } = new MessageChannel()
      const bell = new SharedArrayBuffer(8)
      const asked = workspace.reader.call('importKnown', { port: port2 }, { transfer: [port2] })
      const likely = askLikely(workspace, request.value.hasEntries)
      const [preview] = await together(bell, [
        parser.call(
          'importPreview',
          { ...request.value, port: port1, bell, likely: likely[0] },
          { signal: ctx.signal, onProgress: p => ctx.progress(p), transfer: [port1, ...likely] },
        ),
        asked,
      ])
      const same = await workspace.reader.call('importBatchOfFile', { sha256: preview.sha256 })
      return ok({ ...preview, token: input.token, sameAsBatch: same })
    })
  },

  commit: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    const request = await requestOf(input, ctx, workspace)
    if (!request.ok) return request
    return withParser(ctx, async parser => {
      let backedUp = false
      const attempt = async (thorough: boolean): Promise<Result<Batch>> => {
        const options = { signal: ctx.signal, onProgress: ctx.progress.bind(ctx) }
        const file = { ...request.value, thorough }
        const found = await parser.call('importInspect', file, options)
        const name = request.value.name
        if (input.sha256 !== undefined && found.sha256 !== undefined && input.sha256 !== found.sha256)
          return fail('import-refused', say().changedSince(name))
        if (found.questions.length > 0)
          return fail('import-unsettled', `${name}: ${found.questions.map(q => q.text).join(' ')}`, {
            questions: found.questions,
          })
        if (request.value.hasEntries && !backedUp) {
          ctx.progress({ stage: 'backup', done: 0, total: 0, unit: 'steps' })
          // One that fails is told of on the page for backups and does not stop the import, which can be undone.
          const backup = await ctx.call('backup.make', { cause: 'before-import' })
          if (!backup.ok && backup.failure.code === 'cancelled') return backup
          backedUp = true
        }
        const { port1, port2 } = new MessageChannel()
        const bell = new SharedArrayBuffer(8)
        const { keepRaw } = await workspace.reader.call('importSettings', undefined)
        const likely = askLikely(workspace, request.value.hasEntries)
        const rows = {
          ...file,
          port: port1,
          bell,
          sha256: input.sha256,
          loadDuplicates: input.loadDuplicates ?? [],
          skipRows: input.skipRows ?? [],
          duplicates: input.duplicates ?? 'certain',
          keepRaw,
          likely: likely[0],
        }
        const [committed, written] = await syncedEarly(workspace.path, () =>
          together(bell, [
            parser.call('importRows', rows, { ...options, transfer: [port1, ...likely] }),
            workspace.writer.call(
              'importWrite',
              { port: port2, bell },
              { signal: ctx.signal, transfer: [port2] },
            ),
          ]),
        )
        const result = done(workspace, written)
        if (!result.ok) return result
        const quality =
          input.check && result.value.counts.loaded > 0 ? await checked(result.value.id, ctx) : {}
        return ok({ ...result.value, ...quality, possible: committed.possible })
      }
      try {
        return await attempt(false)
      } catch (error) {
        if (!isAgain(error)) throw error
        return attempt(true)
      }
    })
  },

  batches: async (_input, ctx) => {
    const rows = await requireWorkspace(ctx).reader.call('importBatches', undefined)
    return ok(rows.map(toBatch))
  },

  undo: async ({ batch }, ctx) => {
    const workspace = requireWorkspace(ctx)
    return done(workspace, await workspace.writer.call('importUndo', { batch }, { signal: ctx.signal }))
  },

  restore: async ({ batch }, ctx) => {
    const workspace = requireWorkspace(ctx)
    return done(workspace, await workspace.writer.call('importRestore', { batch }, { signal: ctx.signal }))
  },

  rejects: async (input, ctx) => {
    const { reader } = requireWorkspace(ctx)
    const batch = await reader.call('importBatch', { batch: input.batch })
    if (!batch) return fail('not-found', say().noBatch(input.batch))
    return ok(await reader.call('importRejects', input))
  },

  saveMapping: async ({ mapping }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const { id, revision } = await workspace.writer.call('importSaveMapping', { mapping })
    workspace.revision = revision
    return ok({ id })
  },

  deleteMapping: async ({ id }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const { found, revision } = await workspace.writer.call('importDeleteMapping', { id })
    if (!found) return fail('not-found', say().noMapping(id))
    workspace.revision = revision
    return ok({})
  },

  exportMapping: async ({ id }, ctx) => {
    const all = await requireWorkspace(ctx).reader.call('importMappings', undefined)
    const mapping = all.find(m => m.id === id)?.mapping
    if (!mapping) return fail('not-found', say().noMapping(id))
    return ok({ name: `${mapping.name}.json`, json: `${JSON.stringify(mapping, null, 2)}\n` })
  },

  mappings: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('importMappings', undefined)),
} satisfies Service<'import'>

/** A port on which the reader answers which rows other files have brought; none where there is nothing that could have been. */
function askLikely(workspace: OpenWorkspace, hasEntries: boolean): MessagePort[] {
  if (!hasEntries) return []
  const { port1, port2 } = new MessageChannel()
  // It ends with the parser's port; a reader that is closed meanwhile is told of by the other end.
  workspace.reader.call('importLikely', { port: port2 }, { transfer: [port2] }).catch(() => port1.close())
  return [port1]
}

/** The parser's request: the file behind the token, and what the workspace knows already. */
async function requestOf(
  input: {
    token: string
    mapping?: Mapping
    profile?: 'personal' | 'ledger'
    answers?: Record<string, string>
  },
  ctx: CallContext,
  workspace: OpenWorkspace,
): Promise<Result<InspectInput & { hasEntries: boolean }>> {
  const file = ctx.app.files.path(input.token)
  if (!file) return fail('not-found', say().fileGone)
  const { keepRaw: _, ...settings } = await workspace.reader.call('importSettings', undefined)
  return ok({
    ...settings,
    source: { path: file.path, member: file.member },
    ...(file.rowKey ? { rowKey: file.rowKey } : {}),
    name: file.name,
    size: file.bytes,
    mapping: input.mapping,
    profile: input.profile,
    answers: input.answers ?? {},
  })
}

function done(workspace: OpenWorkspace, written: Written): Result<Batch> {
  workspace.revision = written.revision
  return ok(toBatch(written.batch))
}

/** What the quality rules say of a batch. The entries are in the ledger by now, so that a failure is told beside them. */
async function checked(batch: number, ctx: CallContext): Promise<Pick<Batch, 'quality'>> {
  const run = await ctx.call('quality.run', { batch })
  if (!run.ok) return { quality: { score: null, failed: 0, problem: run.failure.message } }
  const failed = run.value.results.filter(result => result.state === 'failed').length
  return { quality: { score: run.value.score, failed } }
}

function toBatch(row: BatchRow): Batch {
  const { read, loaded, duplicate, rejected, ignored } = row
  return {
    id: row.id,
    file: row.fileName,
    sha256: row.sha256,
    format: row.format,
    mapping: row.mapping,
    loadedAt: row.loadedAt,
    counts: { read, loaded, duplicate, rejected, ignored },
    sums: JSON.parse(row.sums) as Record<string, string>,
    from: row.fromDay === null ? undefined : toIsoDate(row.fromDay),
    to: row.toDay === null ? undefined : toIsoDate(row.toDay),
    stated: row.stated,
    disagreements: JSON.parse(row.disagreements) as Batch['disagreements'],
    undone: row.undoneAt !== null,
  }
}
