import { csvRecord } from '../../../../shared/csv/write-csv.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import type { Mask } from './entries.ts'
import { iterateChanges, iterateUnloaded } from './queries.ts'

/** JSON with a line for each item, so that a change of it can be said by line. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`

const cell = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : ''

/** changes.csv: what was done to the packed entries, members by key. */
export function* changesCsv(
  db: ReadableDB,
  columnar: Columnar,
  ids: Float64Array,
  mask: Mask,
): Generator<string> {
  yield `${csvRecord(['step', 'at', 'kind', 'state', 'entry', 'field', 'before', 'after'])}\n`
  const packed = new Set(ids)
  const { registry } = columnar.dictionaries
  const [first = 0, last = -1] = [ids[0], ids.at(-1)]
  for (const [step, at, kind, state, entry, field, before, after] of iterateChanges(db, first, last)) {
    if (!packed.has(entry as number)) continue
    const name = field as string
    const word = (value: unknown): string =>
      typeof value === 'number' && registry.has(name)
        ? mask(columnar.dictionary(name).keyOf(value), name)
        : mask(cell(value), name)
    yield `${csvRecord([...[step, at, kind, state, entry].map(cell), name, word(before), word(after)])}\n`
  }
}

/** unloaded.csv: every row of the sources that became no entry. */
export function* unloadedCsv(db: ReadableDB, batches: readonly number[], mask: Mask): Generator<string> {
  yield `${csvRecord(['batch', 'line', 'outcome', 'code', 'reason', 'column', 'raw'])}\n`
  for (const row of iterateUnloaded(db, batches)) yield `${csvRecord(row.map(one => mask(cell(one), '')))}\n`
}
