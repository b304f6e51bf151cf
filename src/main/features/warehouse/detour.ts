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
  'ledgerGroups',
  'ledgerRows',
  'ledgerExport',
])

/** Answered there only where nothing is here: a workspace's own file says more of an entry, down to the line that it came from. */
const ONLY_THERE: ReadonlySet<string> = new Set(['ledgerEntry'])

/**
 * What a workspace's own file knows, also where its entries are elsewhere: its settings, what was made in it, what was done with it. All
 * that is named nowhere needs the entries, and is refused where there are none: a new operation is, until somebody has thought about it.
 */
const OWN: ReadonlySet<string> = new Set([
  'workspaceReady',
  'workspaceFacts',
  'importSettings',
  'importKnown',
  'importLikely',
  'importBatches',
  'importBatch',
  'importBatchOfFile',
  'importMappings',
  'importRejects',
  'ledgerAttachments',
  'ledgerAttachmentPiece',
  'ledgerTrash',
  'ledgerHistory',
  'dashboardBoards',
  'dashboardViews',
  'exploreSchema',
  'alertsList',
  'alertsRules',
  'anomaliesVerdicts',
  'anomaliesRuns',
  'anomaliesRun',
  'anomaliesChampion',
  'forecastProfile',
  'forecastRuns',
  'forecastRun',
  'qualityRules',
  'qualityRuns',
  'referenceBase',
  'referenceRateDays',
  'referenceIndicatorList',
  'referenceIndicator',
  'rulesList',
  'rulesCategories',
  'scheduleJobs',
  'scheduleRuns',
  'scheduleFiles',
  'scheduleWatched',
  'auditRuns',
  'auditRun',
  'figureTexts',
  'figureTextsOfRun',
  'reportsList',
  'reportsOne',
  'reportsRuns',
  'chatRooms',
  'chatRoom',
  'chatLast',
  'chatModel',
  'chatModelLog',
  'connectionsAll',
  'connectionsQueries',
  'connectionsQuery',
  'connectionsColumns',
  'connectionsKnown',
  'connectionsOrigin',
  'warehouseAttached',
  'warehouseFacts',
  'logHead',
  'logSince',
  'securityLog',
  'securityUsers',
  'securityUser',
  'securityAutoLock',
  'privacyPeople',
  'privacyNames',
  'privacyMasking',
  'privacyCounts',
  'privacyRetention',
  'privacyYears',
  'privacyScan',
  'diagnosticsStore',
  'diagnosticsLosses',
  'diagnosticsDone',
])

/** Where an operation of a workspace that only asks is answered; `nowhere`: it needs the entries one by one, and none are here. */
export const placeOf = (op: string): 'there' | 'own' | 'nowhere' =>
  THERE.has(op) || ONLY_THERE.has(op) ? 'there' : OWN.has(op) ? 'own' : 'nowhere'

/**
 * Sends questions to the warehouse instead of to this file: whoever asks does not know the difference. What needs the entries themselves
 * is answered here, from those that were pushed or taken over; where there are none here, a sentence says so.
 */
export function setDetour(ctx: CallContext, stored: Stored | undefined): void {
  const { app } = ctx
  const workspace = requireWorkspace(ctx)
  const { reader, writer } = workspace
  workspace.asksOnly = stored?.asksOnly === true
  // Every entry comes in by it, whatever it is made of: here it would be in no figure.
  writer.detour = stored?.asksOnly
    ? op =>
        op === 'importWrite' ? Promise.reject(new FailureError('bad-input', say().keepsNone)) : undefined
    : undefined
  if (!stored?.reads) {
    reader.detour = undefined
    return
  }
  const { connection, schema, asksOnly } = stored
  const counting = { kind: stored.kind, above: stored.approximateAbove }
  reader.detour = (op, input, options) => {
    if (asksOnly && op === 'workspaceFacts') return factsOf(ctx, stored, options)
    if (!asksOnly && !THERE.has(op)) return undefined
    const place = placeOf(op)
    if (place === 'own') return undefined
    if (place === 'nowhere') return Promise.reject(new FailureError('bad-input', say().needsEntries))
    return reachOf(ctx, connection).then(reach =>
      app.remote.call('warehouseAnswer', { reach, schema, op, input, counting }, options),
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
