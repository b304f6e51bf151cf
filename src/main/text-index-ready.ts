import type { Filters } from '../shared/query/query.ts'
import { requireWorkspace, type CallContext } from './app.ts'

/** The word index may lag behind the imports; a text filter waits for it. A read-only workspace is searched as far as it is indexed. */
export async function textIndexReady(filters: Filters, ctx: CallContext): Promise<void> {
  const workspace = requireWorkspace(ctx)
  if (!filters.text || workspace.readOnly) return
  await workspace.writer.call('ensureTextIndex', {}, { signal: ctx.signal })
}
