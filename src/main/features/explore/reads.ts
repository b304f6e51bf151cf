import type { Grain } from '../../../shared/calendar/grain.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { breakdown, pivot } from './breakdown.ts'
import { distribution } from './distribution.ts'
import { correlation, series } from './over-time.ts'
import { profile } from './profile.ts'
import { readSchema } from './queries.ts'

export function exploreReads(db: ReadableDB, engine: Engine) {
  const { columnar } = engine
  return {
    exploreProfile: (input: { filters: Filters }, context: OpContext) =>
      columnar.read(() => profile(db, columnar, input.filters, context)),

    exploreBreakdown: (input: { filters: Filters; by: string; top: number }) =>
      columnar.read(() => breakdown(columnar, input.filters, input.by, input.top)),

    explorePivot: (input: Parameters<typeof pivot>[1]) => columnar.read(() => pivot(columnar, input)),

    exploreSeries: (input: Parameters<typeof series>[1]) => columnar.read(() => series(columnar, input)),

    exploreCorrelation: (input: { filters: Filters; grain: Grain }) =>
      columnar.read(() => correlation(columnar, input)),

    exploreDistribution: (input: Parameters<typeof distribution>[1]) =>
      columnar.read(() => distribution(columnar, input)),

    exploreSchema: (_input: object) => readSchema(db),
  }
}
