import type { Figure } from '../../../../shared/report/figure.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../../app.ts'
import { textIndexReady } from '../../../text-index-ready.ts'
import { maskerFor } from '../../../masking.ts'
import { say } from '../messages.ts'
import { definitionOf } from './definition.ts'

/**
 * Keeps the figures of a report's run, and what the ledger held behind them. Throws `bad-input` where the ledger has changed since the
 * figures were read: make the report again.
 */
export async function recordFigures(
  ctx: CallContext,
  run: number,
  printed: readonly Figure[],
): Promise<void> {
  const { reader, writer } = requireWorkspace(ctx)
  // Where people are masked, filters name their stand-ins: what is kept names whom the ledger knows.
  const masker = await maskerFor(ctx.app.workspace, ctx.session, 'reports.make')
  const figures = masker ? (masker.reveal(printed) as readonly Figure[]) : printed
  const [first] = figures
  for (const figure of figures)
    if ('query' in figure && figure.query.filters.text) await textIndexReady(figure.query.filters, ctx)
  const snapshot = await reader.call(
    'figureSnapshot',
    { definitions: figures.map(definitionOf) },
    { signal: ctx.signal },
  )
  const revision = first?.revision ?? snapshot.revision
  if (snapshot.revision !== revision || figures.some(figure => figure.revision !== revision))
    throw new FailureError('bad-input', say().changedMeanwhile)
  const asOf = first?.asOf ?? new Date().toISOString()
  await writer.call('figuresRecord', { run, figures: [...figures], snapshot: { ...snapshot, asOf } })
}
