import type { CapitalRule } from '../../../shared/contract/budget.ts'
import { bumpRevision } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { writeCapital } from './queries.ts'

export function budgetWrites(db: WritableDB) {
  return {
    budgetSetCapital: ({ rule }: { rule: CapitalRule | null }): number =>
      db
        .transaction(() => {
          writeCapital(db, rule)
          return bumpRevision(db)
        })
        .immediate(),
  }
}
