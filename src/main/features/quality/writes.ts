import type {
  QualityResult,
  QualityRule,
  QualityRuleBody,
  QualityRun,
} from '../../../shared/contract/quality.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import { deleteQualityRule, insertQualityRule, insertResult, insertRun, selectRun, updateQualityRule } from './queries.ts' // prettier-ignore
import { runsOf } from './reads.ts'
import { qualityRulesOf, resetRules, seedRules, toRow } from './rules.ts'
import { say } from './messages.ts'

export interface RunToKeep {
  batch: number | null
  filters: Filters
  entries: number
  score: number | null
  dataRevision: number
  results: QualityResult[]
}

/** None of these changes what queries answer: the ledger's revision stays. */
export function qualityWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  return {
    qualitySaveRule: ({ id, rule }: { id?: number; rule: QualityRuleBody }): QualityRule[] =>
      change(() => {
        seedRules(db)
        if (id === undefined) insertQualityRule(db, toRow(rule))
        else if (!updateQualityRule(db, { ...toRow(rule), id })) throw noRule(id)
        return qualityRulesOf(db)
      }),

    qualityDeleteRule: ({ id }: { id: number }): QualityRule[] =>
      change(() => {
        seedRules(db)
        if (!deleteQualityRule(db, id)) throw noRule(id)
        return qualityRulesOf(db)
      }),

    qualityResetRules: (_input: object): QualityRule[] =>
      change(() => {
        resetRules(db)
        return qualityRulesOf(db)
      }),

    qualityRecord: (run: RunToKeep): QualityRun =>
      change(() => {
        const { batch, filters, entries, score, dataRevision } = run
        const runId = insertRun(db, {
          batchId: batch,
          filters: JSON.stringify(filters),
          entries,
          score,
          dataRevision,
        })
        for (const { rule, state, unit, checked, failed, filters: exact } of run.results)
          insertResult(db, {
            runId,
            ruleId: rule.id,
            rule: JSON.stringify(rule),
            state,
            unit,
            checked,
            failed,
            detail: exact ? JSON.stringify(exact) : '',
          })
        const row = selectRun(db, runId)
        const [kept] = row ? runsOf(db, [row]) : []
        if (!kept) throw new RangeError('the run is not there')
        return kept
      }),
  }
}

const noRule = (id: number): FailureError => new FailureError('not-found', say().noRule(id))
