import type { CapitalRule, VarianceComment } from '../../../shared/contract/budget.ts'
import { bumpRevision } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { writeCapital, writeComment, type CommentPlace } from './queries.ts'

export function budgetWrites(db: WritableDB) {
  return {
    budgetSetCapital: ({ rule }: { rule: CapitalRule | null }): number =>
      db
        .transaction(() => {
          writeCapital(db, rule)
          return bumpRevision(db)
        })
        .immediate(),

    /** Changes nothing that queries answer: the ledger's revision stays. */
    budgetComment: ({
      place,
      ...said
    }: {
      place: CommentPlace
      text: string
      by: string
      at: string
    }): VarianceComment | null => db.transaction(() => writeComment(db, place, said)).immediate(),
  }
}
