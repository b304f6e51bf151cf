import type { CallContext } from '../../app.ts'
import type { Done } from './import-job.ts'
import { say } from './messages.ts'

/** Loads what is new of a database's query. One whose columns nobody has confirmed yet waits for a person; a refusal is tried again. */
export async function loadSource(query: number, ctx: CallContext): Promise<Done> {
  const read = await ctx.call('connections.import', { id: query })
  if (!read.ok) {
    const { code, message, details } = read.failure
    // A password that nobody is there to type does not come by waiting.
    const waits = code === 'import-unsettled' || details?.['needs'] === 'password'
    return { outcome: waits ? 'attention' : 'failed', counts: {}, message }
  }
  const { rows, known, changed, batch } = read.value
  const rejected = batch?.counts.rejected ?? 0
  const sentences = [
    changed.rows > 0 ? say().changedRows(changed.rows, changed.keys.join('; ')) : '',
    rejected > 0 ? say().rejectedRows(rejected) : '',
  ]
  return {
    outcome: changed.rows + rejected > 0 ? 'attention' : rows === 0 ? 'nothing' : 'done',
    counts: { rows, known, changed: changed.rows, loaded: batch?.counts.loaded ?? 0, rejected },
    message: sentences.filter(Boolean).join(' '),
  }
}
