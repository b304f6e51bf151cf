import { onSnapshot } from '../../db/snapshot.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { expectedSums, factsOf, tablesOf, unitOf, unitsOf } from './pieces.ts'
import { readAttached } from './queries.ts'

export function warehouseReads(db: ReadableDB, _engine: Engine) {
  return {
    warehouseAttached: (_input: object): string | null => readAttached(db) ?? null,

    warehouseFacts: ({ workspace }: { workspace: string }) =>
      onSnapshot(db, () => ({ facts: factsOf(db, workspace), units: unitsOf(db) })),

    warehousePiece: ({ unit, columns }: { unit: number; columns: string[] }) =>
      onSnapshot(db, () => unitOf(db, unit, columns)),

    warehouseSmall: (_input: object) => onSnapshot(db, () => tablesOf(db)),

    warehouseExpected: (_input: object) => onSnapshot(db, () => expectedSums(db)),
  }
}
