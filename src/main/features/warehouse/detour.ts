import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { CallOptions } from '../../compute/client.ts'
import { reachOf, type Stored } from './attached.ts'
import { say } from './messages.ts'

/** The reader's operations that a warehouse answers: by groups, or a page of entries at a time. */
const THERE: ReadonlySet<string> = new Set([
  'query',
  'dashboardOverview',
  'rootCauseChange',
  'rootCauseRows',
  'rootCauseEvidence',
  'forecastColumns',
  'explorePivot',
  'exploreSeries',
  'exploreCorrelation',
  'ledgerDimensions',
  'ledgerMembers',
  'ledgerPage',
  'ledgerRows',
  'ledgerExport',
])

/** Answered there only where nothing is here: a workspace's own file says more of an entry, down to the line that it came from. */
const ONLY_THERE: ReadonlySet<string> = new Set(['ledgerEntry'])

/** What needs the entries one by one, and so a workspace that holds them. */
const HERE: ReadonlySet<string> = new Set([
  'extractColumns',
  'ledgerIds',
  'ledgerOrigins',
  'exploreProfile',
  'exploreBreakdown',
  'exploreDistribution',
  'anomaliesLedger',
  'auditFingerprints',
  'budgetVariance',
  'budgetPlan',
  'chatUnderstand',
  'chatKnown',
  'chatStatement',
  'figureSnapshot',
  'figureTrace',
  'qualityCheck',
  'qualityCheckOne',
  'qualityReconcile',
  'reportsFacts',
  'rulesPlan',
  'rulesSuggest',
  'rulesSides',
])

/** A selection of entries: whatever looks at one without being named above would find nothing and call it nil. */
const selects = (input: unknown): boolean => typeof input === 'object' && input !== null && 'filters' in input

/**
 * Sends questions to the warehouse instead of to this file: whoever asks does not know the difference. What needs the entries themselves
 * is answered here, from those that were pushed or taken over; where there are none here, a sentence says so.
 */
export function setDetour(ctx: CallContext, stored: Stored | undefined): void {
  const { app } = ctx
  const workspace = requireWorkspace(ctx)
  const { reader } = workspace
  if (!stored?.reads) {
    reader.detour = undefined
    return
  }
  const { connection, schema, asksOnly } = stored
  reader.detour = (op, input, options) => {
    if (asksOnly && op === 'workspaceFacts') return factsOf(ctx, stored, options)
    if (!THERE.has(op) && !(asksOnly && ONLY_THERE.has(op)))
      return asksOnly && (HERE.has(op) || selects(input))
        ? Promise.reject(new FailureError('bad-input', say().needsEntries))
        : undefined
    return reachOf(ctx, connection).then(reach =>
      app.remote.call('warehouseAnswer', { reach, schema, op, input }, options),
    )
  }
}

/** What the status line says of a workspace that only asks. Out of reach, it says what is in the file: nothing. */
async function factsOf(ctx: CallContext, { connection, schema }: Stored, options: CallOptions) {
  const here = await requireWorkspace(ctx).reader.call('workspaceFacts', {}, { ...options, here: true })
  try {
    const reach = await reachOf(ctx, connection)
    const there = await ctx.app.remote.call('warehouseExtent', { reach, schema }, options)
    return { ...here, ...there }
  } catch (error) {
    if (error instanceof FailureError) return here
    throw error
  }
}
