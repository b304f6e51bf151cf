import type { Overview } from '../../../shared/contract/dashboard.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { overview, type OverviewRequest } from './overview.ts'

export function dashboardReads(db: ReadableDB, engine: Engine) {
  return {
    dashboardOverview: (request: OverviewRequest): Overview =>
      engine.columnar.read(() => overview(db, engine.columnar, request)),
  }
}
