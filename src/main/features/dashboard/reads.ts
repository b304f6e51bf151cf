import type { Board, View } from '../../../shared/contract/boards.ts'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { boardsOf, viewsOf } from './boards.ts'
import { overview, type OverviewRequest } from './overview.ts'
import { readFreshness } from './queries.ts'

export function dashboardReads(db: ReadableDB, engine: Engine) {
  return {
    dashboardOverview: (request: OverviewRequest): Overview =>
      engine.columnar.read(() => overview(engine.columnar, request, readFreshness(db))),
    dashboardBoards: (_input: object): Board[] => boardsOf(db),
    dashboardViews: (_input: object): View[] => viewsOf(db),
  }
}
