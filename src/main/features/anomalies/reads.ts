import { championOf, listModelRuns, modelRun, type ModelRun } from '../../db/model-runs.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { readVerdicts, type VerdictRow } from './queries.ts'

export function anomaliesReads(db: ReadableDB, { columnar }: Engine) {
  return {
    anomaliesVerdicts: (_input: object): VerdictRow[] => readVerdicts(db),

    anomaliesRuns: (_input: object): ModelRun[] => listModelRuns(db, 'anomalies'),

    anomaliesRun: ({ run }: { run: number }): ModelRun => modelRun(db, run),

    anomaliesChampion: (_input: object): ModelRun | undefined => championOf(db, 'anomalies', ''),

    /** What the service must know before it asks for columns. */
    anomaliesLedger: (_input: object) =>
      columnar.read(() => ({
        profile: columnar.store.profile,
        currency: columnar.store.baseCurrency,
        lastDay: columnar.store.span?.to ?? null,
        dimensions: [...columnar.dictionaries.registry.values()]
          .filter(source => source.kind === 'built-in')
          .map(source => source.id),
      })),
  }
}
