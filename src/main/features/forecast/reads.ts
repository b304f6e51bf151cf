import { withActual } from '../../../shared/query/scenario.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { listModelRuns, modelRun, type ModelRun } from '../../db/model-runs.ts'
import type { ReadableDB } from '../../db/types.ts'
import { extractColumns } from '../../engine/columnar/extract.ts'
import type { Engine } from '../../engine/index.ts'

export function forecastReads(db: ReadableDB, { columnar }: Engine) {
  return {
    /** Columns of the selected entries, and the last day that the scenario looked at has an entry on. */
    forecastColumns: ({ filters, dimensions }: { filters: Filters; dimensions: string[] }) =>
      columnar.read(() => {
        const scenario = filters.members?.['scenario']
        const span = columnar.spanOf(columnar.select(withActual(scenario ? { members: { scenario } } : {})))
        return {
          columns: extractColumns(columnar, { filters, dimensions }),
          ledgerTo: span?.to as number | undefined,
        }
      }),
    forecastProfile: (_input: object) => columnar.read(() => ({ profile: columnar.store.profile })),
    forecastRuns: (_input: object): ModelRun[] => listModelRuns(db, 'forecast'),
    forecastRun: ({ run }: { run: number }): ModelRun => modelRun(db, run),
  }
}
