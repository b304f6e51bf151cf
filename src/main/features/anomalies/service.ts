import {
  DETECTORS,
  DetectorSettingsSchema,
  type Detector,
  type DetectorRun,
  type DetectorSettings,
  type Verdict,
} from '../../../shared/contract/anomalies.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { ROLES } from '../../../shared/contract/method.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import type { ModelRun } from '../../db/model-runs.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { LEAST_HELD_OUT } from './metrics.ts'
import { monthlyFindings } from './monthly.ts'
import { SEARCH_SCOPE, type VerdictRow } from './queries.ts'
import { say } from './messages.ts'
import { spokenDecimal } from '../../../shared/text/spoken.ts'

export const anomaliesService = {
  table: async ({ token, ...request }, ctx) => {
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', say().fileGone)
    const asked = { ...request, path: file.path, name: file.name }
    return ok(await ctx.app.analysis.call('anomaliesOfTable', asked, watched(ctx)))
  },

  find: async (input, ctx) => {
    const { method, settings } = await asked(input, ctx)
    const columns = await columnsOf(input.filters, ctx)
    const workspace = requireWorkspace(ctx)
    // A viewer's look leaves nothing behind, nor does one at a workspace that cannot be written.
    const record =
      input.record && !workspace.readOnly && ROLES.indexOf(ctx.session.role) >= ROLES.indexOf('analyst')
    const judged = record ? shown(await workspace.reader.call('anomaliesVerdicts', {})) : undefined
    const request = { columns, method, settings, limit: input.limit, ...(judged && { judged }) }
    const { metrics, ...found } = await ctx.app.analysis.call('anomaliesFind', request, watched(ctx))
    if (metrics) {
      const { parameters } = found
      const run = {
        scope: `${SEARCH_SCOPE}${JSON.stringify(input.filters)}`,
        method,
        parameters,
        seed: typeof parameters['seed'] === 'number' ? parameters['seed'] : 0,
        dataRevision: workspace.revision,
        metrics,
      }
      await workspace.writer.call('anomaliesSearched', { run })
    }
    return ok(found)
  },

  monthly: async ({ filters, by, percent, minimum, limit }, ctx) => {
    await textIndexReady(filters, ctx)
    const { reader } = requireWorkspace(ctx)
    const ledger = await reader.call('anomaliesLedger', {})
    const dimension = by ?? (ledger.profile === 'ledger' ? 'account' : 'category')
    const query = {
      measures: [{ op: 'sum' as const, of: 'amount' }],
      filters: resultOnly(withActual(filters)),
      groupBy: [{ dimension }, { grain: 'month' as const }],
      orderBy: [],
      limit: 1_000_000,
    }
    const result = await reader.call('query', { query, engine: 'columnar' }, { signal: ctx.signal })
    const { months, changes } = monthlyFindings(result, dimension, ledger.lastDay, { percent, minimum })
    const narrowed = changes.slice(0, limit).map(finding => ({
      ...finding,
      filters: {
        ...filters,
        ...finding.filters,
        members: { ...filters.members, ...finding.filters?.members },
      },
    }))
    return ok({ by: dimension, currency: result.currency, months, found: changes.length, findings: narrowed })
  },

  verdicts: async (_input, ctx) =>
    ok(shown(await requireWorkspace(ctx).reader.call('anomaliesVerdicts', {}))),

  decide: async (input, ctx) => ok(shown(await requireWorkspace(ctx).writer.call('anomaliesDecide', input))),

  runs: async (_input, ctx) => ok(runsOf(await requireWorkspace(ctx).reader.call('anomaliesRuns', {}))),

  challenge: async (input, ctx) => {
    const workspace = requireWorkspace(ctx)
    const champion = await workspace.reader.call('anomaliesChampion', {})
    const columns = await columnsOf(input.filters, ctx)
    const challenger = { method: input.method ?? DEFAULT_METHOD, settings: input.settings }
    const runs = [await measure(columns, challenger, ctx)]
    // Something is live from the beginning: the defaults, which the first challenger has to beat as well.
    if (!champion) runs.unshift(await measure(columns, live(undefined, columns.profile), ctx))
    const rows = runs.map(run => ({ ...run, note: run === runs.at(-1) ? input.note : '' }))
    return ok(runsOf(await workspace.writer.call('anomaliesRecord', { runs: rows }, { signal: ctx.signal })))
  },

  promote: async ({ run }, ctx) => {
    const workspace = requireWorkspace(ctx)
    const challenger = await workspace.reader.call('anomaliesRun', { run })
    const champion = await workspace.reader.call('anomaliesChampion', {})
    if (!champion || champion.id === run) return fail('bad-input', say().isLive(run))
    const verdicts = shown(await workspace.reader.call('anomaliesVerdicts', {}))
    const known = verdicts.filter(verdict => verdict.heldOut).length
    // Said before both are run for minutes.
    if (known < LEAST_HELD_OUT) return fail('bad-input', say().fewHeldOut(known, LEAST_HELD_OUT))
    // Judged anew: there may be more verdicts now, and other entries.
    const columns = await columnsOf({}, ctx)
    const now = await measure(columns, live(challenger, columns.profile), ctx)
    const before = await measure(columns, live(champion, columns.profile), ctx)
    const heldOut = now.metrics['heldOut'] ?? 0
    if (heldOut < LEAST_HELD_OUT) return fail('bad-input', say().fewHeldOut(heldOut, LEAST_HELD_OUT))
    const [f1, than] = [now.metrics['f1'] ?? 0, before.metrics['f1'] ?? 0]
    if (f1 <= than)
      return fail(
        'bad-input',
        say().noGain(heldOut, run, spokenDecimal(f1.toFixed(3)), spokenDecimal(than.toFixed(3))),
      )
    return ok(runsOf(await workspace.writer.call('anomaliesPromote', { run })))
  },

  archive: async ({ run }, ctx) =>
    ok(runsOf(await requireWorkspace(ctx).writer.call('anomaliesArchive', { run }))),
} satisfies Service<'anomalies'>

const DEFAULT_METHOD: Detector = 'combined'
/** Shares that are flagged where nothing is set. A household has few entries, and more of them are one of a kind. */
const CONTAMINATION = { ledger: 0.05, personal: 0.1 } as const
const DIMENSIONS = ['account', 'category', 'payee', 'cost_centre', 'department', 'document_type', 'user']

interface Chosen {
  method: Detector
  settings: DetectorSettings
}

const watched = (ctx: CallContext) => ({
  signal: ctx.signal,
  onProgress: (progress: Progress) => ctx.progress(progress),
})

/** What was asked for; the live method with its settings where no method was. */
async function asked(
  input: { method?: Detector; settings: DetectorSettings },
  ctx: CallContext,
): Promise<Chosen> {
  const { reader } = requireWorkspace(ctx)
  const { profile } = await reader.call('anomaliesLedger', {})
  if (input.method) return withDefaults({ method: input.method, settings: input.settings }, profile)
  const chosen = live(await reader.call('anomaliesChampion', {}), profile)
  return { method: chosen.method, settings: { ...chosen.settings, ...input.settings } }
}

/** A recorded run's method and settings; the defaults where there is none. */
function live(run: ModelRun | undefined, profile: 'personal' | 'ledger'): Chosen {
  const method = DETECTORS.find(one => one === run?.method) ?? DEFAULT_METHOD
  const known = Object.keys(DetectorSettingsSchema.shape)
  const settings = Object.fromEntries(
    Object.entries(run?.parameters ?? {}).filter(([name]) => known.includes(name)),
  ) as DetectorSettings
  return withDefaults({ method, settings }, profile)
}

function withDefaults({ method, settings }: Chosen, profile: 'personal' | 'ledger'): Chosen {
  const byThreshold = method === 'z-score' || method === 'robust-z'
  return { method, settings: byThreshold ? settings : { contamination: CONTAMINATION[profile], ...settings } }
}

/** Transfers between own accounts and balance-sheet lines repeat what the other side of the entry says: left out unless asked for. */
function resultOnly(filters: Filters): Filters {
  if (filters.members?.['flow'] || filters.notMembers?.['flow']) return filters
  return { ...filters, notMembers: { ...filters.notMembers, flow: ['transfer', 'balance'] } }
}

async function columnsOf(filters: Filters, ctx: CallContext): Promise<EntryColumns> {
  await textIndexReady(filters, ctx)
  const { reader } = requireWorkspace(ctx)
  const chosen = { filters: resultOnly(withActual(filters)), dimensions: DIMENSIONS }
  return reader.call('extractColumns', chosen, { signal: ctx.signal })
}

async function measure(columns: EntryColumns, { method, settings }: Chosen, ctx: CallContext) {
  const workspace = requireWorkspace(ctx)
  const judged = shown(await workspace.reader.call('anomaliesVerdicts', {}))
  const chosen = withDefaults({ method, settings }, columns.profile)
  const { parameters, metrics } = await ctx.app.analysis.call(
    'anomaliesMeasure',
    { columns, ...chosen, judged },
    watched(ctx),
  )
  return {
    analysis: 'anomalies',
    scope: '',
    method,
    parameters,
    seed: typeof parameters['seed'] === 'number' ? parameters['seed'] : 0,
    dataRevision: workspace.revision,
    metrics,
    result: undefined,
    note: '',
  }
}

const shown = (rows: readonly VerdictRow[]): Verdict[] =>
  rows.map(row => ({ ...row, heldOut: row.heldOut === 1 }))

const runsOf = (runs: readonly ModelRun[]): DetectorRun[] =>
  runs.map(({ id, scope, method, parameters, seed, dataRevision, metrics, role, note, createdAt }) => ({
    id,
    origin: scope.startsWith(SEARCH_SCOPE) ? ('search' as const) : ('challenge' as const),
    method,
    parameters,
    seed,
    dataRevision,
    metrics,
    role,
    note,
    createdAt,
  }))
