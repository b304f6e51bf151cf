import type { Query } from '../../../shared/query/query.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { reachOf, type Stored } from './attached.ts'

/**
 * Sends the questions that SQL answers to the warehouse instead of to this file: whoever asks does not know the difference. What needs
 * the entries themselves is answered here, from the entries that were pushed or taken over.
 */
export function setDetour(ctx: CallContext, stored: Stored | undefined): void {
  const { app } = ctx
  const workspace = requireWorkspace(ctx)
  const { reader } = workspace
  if (!stored?.reads) {
    reader.detour = undefined
    return
  }
  reader.detour = (op, input, options) => {
    if (op !== 'query') return undefined
    const { query } = input as { query: Query; engine: string }
    return reachOf(ctx, stored.connection).then(reach =>
      app.remote.call('warehouseQuery', { reach, schema: stored.schema, query }, options),
    )
  }
}
