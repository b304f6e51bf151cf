import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { extractColumns, type EntryColumns } from '../../engine/columnar/extract.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { changeBy, type ChangeByDimensions, type ChangeRequest } from './change.ts'

export function rootCauseReads(_db: ReadableDB, engine: Engine) {
  return {
    rootCauseChange: (request: ChangeRequest): ChangeByDimensions =>
      engine.columnar.read(() => changeBy(engine.columnar, request)),

    /** The entries of one side by their members. A warehouse gives groups of them instead. */
    rootCauseRows: (request: { filters: Filters; dimensions: string[] }): EntryColumns =>
      engine.columnar.read(() => extractColumns(engine.columnar, request)),

    /** Ids of the entries of largest amount. Only where the rows were groups. */
    rootCauseEvidence: ({ filters, limit }: { filters: Filters; limit: number }): number[] =>
      engine.page({ filters, order: 'absolute', descending: true, offset: 0, limit }).ids,
  }
}
