import type { Output } from '../../../shared/contract/index.ts'
import type { Plan, PlanRequest, VarianceRequest } from '../../../shared/contract/budget.ts'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { isoSpan } from '../../engine/result.ts'
import { knownMembers, planOf } from './plan.ts'
import { readCapital, readComments } from './queries.ts'
import { sumsBy } from './sums.ts'
import { varianceOf } from './variance.ts'

export function budgetReads(db: ReadableDB, engine: Engine) {
  const { columnar } = engine
  return {
    budgetVariance: (request: VarianceRequest) =>
      columnar.read(() => {
        const found = varianceOf(engine, readCapital(db), request)
        const spans = [found.span, found.fullYear?.span].filter(span => span !== undefined)
        return { ...found, comments: readComments(db, found.scenario, spans) }
      }),

    /** What a budget file is read with: the settings, and which accounts and categories are known. */
    budgetKnown: (_input: object) =>
      columnar.read(() => {
        const { baseCurrency: currency, profile, fiscal } = columnar.store
        return {
          currency,
          profile,
          fiscal,
          known: { account: knownMembers(engine, 'account'), category: knownMembers(engine, 'category') },
        }
      }),

    budgetPlan: (request: PlanRequest): Plan => columnar.read(() => planOf(engine, request)),

    budgetScenarios: (_input: object): Output<'budget.scenarios'> =>
      columnar.read(() => {
        const found = new Map<string, { keys: string[]; entries: number }>()
        for (const [key, { rows }] of sumsBy(engine, {}, ['scenario'])) {
          const name = key === '' ? ACTUAL : key
          const one = found.get(name) ?? { keys: [], entries: 0 }
          found.set(name, { keys: [...one.keys, key], entries: one.entries + rows })
        }
        return [...found].map(([name, { keys, entries }]) => {
          const span = columnar.spanOf(columnar.select({ members: { scenario: keys } }))
          return { name, entries, ...(span ? isoSpan(span) : {}) }
        })
      }),
  }
}
