import type { Figure } from '../../../../shared/report/figure.ts'
import type { WritableDB } from '../../../db/types.ts'
import { deleteFigures, insertFigures, insertSnapshot } from './queries.ts'

export function figureWrites(db: WritableDB) {
  return {
    /** Takes the place of what was kept of that run. None of this changes what queries answer. */
    figuresRecord: ({
      run,
      figures,
      snapshot,
    }: {
      run: number
      figures: Figure[]
      snapshot: { revision: number; asOf: string; head: string; data: Uint8Array }
    }): void =>
      db
        .transaction(() => {
          deleteFigures(db, run)
          insertFigures(db, run, figures)
          insertSnapshot(db, run, snapshot)
        })
        .immediate(),
  }
}
