import type { FigureDefinition } from '../../../../shared/report/figure.ts'
import { readRevision } from '../../../db/meta.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { needsOf, queriesOf, readColumns } from './columns.ts'
import { selectDone } from './queries.ts'
import { encodeSnapshot } from './snapshot.ts'

/** The snapshot to keep with a report, and the revision that it was taken at. Call inside `columnar.read`. */
export function takeSnapshot(
  db: ReadableDB,
  columnar: Columnar,
  definitions: readonly FigureDefinition[],
): { revision: number; head: string; data: Uint8Array } {
  const needs = needsOf(queriesOf(definitions))
  const columns = readColumns(columnar, needs)
  return { revision: readRevision(db), ...encodeSnapshot({ needs, columns, done: selectDone(db) }) }
}
