import type { AlertList, AlertRule } from '../../../shared/contract/alerts.ts'
import type { ReadableDB } from '../../db/types.ts'
import { selectFingerprints } from './queries.ts'
import { listOf, rulesOf } from './rows.ts'

export function alertsReads(db: ReadableDB) {
  return {
    alertsList: (_input: object): AlertList => listOf(db),
    alertsRules: (_input: object): AlertRule[] => rulesOf(db),
    alertsSubjects: ({ entries }: { entries: number[] }): Map<number, string> =>
      selectFingerprints(db, entries),
  }
}
