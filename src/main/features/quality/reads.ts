import { toIsoDate } from '../../../shared/calendar/day.ts'
import type {
  FailingEntry,
  QualityResult,
  QualityRule,
  QualityRuleBody,
  QualityRun,
  Reconciliation,
} from '../../../shared/contract/quality.ts'
import { QualityRuleSchema, RESULT_STATES } from '../../../shared/contract/quality.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { FiltersSchema, type Filters } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { isText } from './checks/values.ts'
import { failingFilters } from './failing.ts'
import { selectEntryRows, selectResults, selectRuns, type EntryRow, type RunRow } from './queries.ts'
import { reconcile } from './reconcile/reconcile.ts'
import { qualityRulesOf } from './rules.ts'
import { runChecks } from './run-checks.ts'
import { stateOf } from './score.ts'

export interface CheckedRules {
  entries: number
  revision: number
  results: Omit<QualityResult, 'rule'>[]
}

export interface CheckedRule extends CheckedRules {
  rows: FailingEntry[]
  total: number
}

export function qualityReads(db: ReadableDB, { columnar }: Engine) {
  return {
    qualityRules: (_input: object): QualityRule[] => qualityRulesOf(db),

    /** Answers other calls between its pieces. */
    qualityCheck: async (
      { rules, filters, today }: { rules: QualityRuleBody[]; filters: Filters; today: number },
      op: OpContext,
    ): Promise<CheckedRules> => {
      const expectations = rules.map(rule => rule.expects)
      const { selected, outcomes } = await runChecks(columnar, expectations, withActual(filters), today, op)
      return {
        entries: selected.columns.count,
        revision: selected.revision,
        results: outcomes.map((outcome, i) => resultOf(outcome, rules[i] as QualityRuleBody, filters)),
      }
    },

    /** One rule, with the entries that fail it. */
    qualityCheckOne: async (
      input: { rule: QualityRuleBody; filters: Filters; today: number; offset: number; limit: number },
      op: OpContext,
    ): Promise<CheckedRule> => {
      const { rule, filters, offset, limit } = input
      const found = await runChecks(columnar, [rule.expects], withActual(filters), input.today, op)
      const { selected, outcomes } = found
      const [outcome] = outcomes
      if (!outcome) throw new RangeError('a check gave no outcome')
      const places = outcome.rows.slice(offset, offset + limit)
      const values = new Map(
        places.map(place => [selected.ids[place] as number, outcome.foundAt?.(place)] as const),
      )
      const rows = selectEntryRows(db, [...values.keys()]).map(row => failing(row, rule, values.get(row.id)))
      return {
        entries: selected.columns.count,
        revision: selected.revision,
        results: [resultOf(outcome, rule, filters)],
        rows,
        total: outcome.rows.length,
      }
    },

    qualityRuns: ({ batch, limit }: { batch?: number; limit: number }): QualityRun[] =>
      runsOf(db, selectRuns(db, batch, limit)),

    qualityReconcile: ({ batch }: { batch?: number }, op: OpContext): Promise<Reconciliation> =>
      reconcile(db, columnar, batch, op),
  }
}

type FoundOutcome = Awaited<ReturnType<typeof runChecks>>['outcomes'][number]

function resultOf(
  outcome: FoundOutcome,
  rule: QualityRuleBody,
  filters: Filters,
): Omit<QualityResult, 'rule'> {
  const { unit, checked, failed } = outcome
  const exact = failed > 0 ? failingFilters(rule.expects, filters) : undefined
  return { state: stateOf(outcome), unit, checked, failed, ...(exact && { filters: exact }) }
}

function failing(row: EntryRow, { expects }: QualityRuleBody, value: string | undefined): FailingEntry {
  const { day, reference, note, ...rest } = row
  const money = (minor: number | bigint): string => toDecimal(minor, exponentOf(row.currency))
  const texts = { description: row.description, reference, document: row.document, note }
  const found =
    value !== undefined && expects.kind === 'balanced'
      ? money(BigInt(value))
      : 'field' in expects && isText(expects.field)
        ? texts[expects.field]
        : ''
  return { ...rest, date: toIsoDate(day), value: found }
}

/** Runs with what each rule said in them. */
export function runsOf(db: ReadableDB, rows: readonly RunRow[]): QualityRun[] {
  const results = Map.groupBy(
    selectResults(
      db,
      rows.map(row => row.id),
    ),
    result => result.runId,
  )
  return rows.map(({ id, at, batchId, filters, entries, score, dataRevision }) => ({
    id,
    at,
    batch: batchId,
    filters: FiltersSchema.parse(JSON.parse(filters)),
    entries,
    score,
    dataRevision,
    results: (results.get(id) ?? []).map(({ rule, state, unit, checked, failed, detail }) => ({
      rule: QualityRuleSchema.parse(JSON.parse(rule)),
      state: RESULT_STATES.find(one => one === state) ?? 'nothing',
      unit: unit as QualityResult['unit'],
      checked,
      failed,
      ...(detail !== '' && { filters: FiltersSchema.parse(JSON.parse(detail)) }),
    })),
  }))
}
