import { bulkWrite } from '../../db/bulk-write.ts'
import type { WritableDB } from '../../db/types.ts'
import type { PulledUnit } from '../../engine/postgres/take.ts'
import { deleteUnit, batchesBetween, writeAttached } from './queries.ts'
import { UNIT_SIZE } from './pieces.ts'
import { adopt, settle, takeUnit, type TakenFacts } from './take.ts'

export function warehouseWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => bulkWrite(db, () => db.transaction(work).immediate())
  return {
    warehouseAttach: ({ json }: { json: string }): void => {
      db.transaction(() => writeAttached(db, json)).immediate()
    },
    /** Money and years as the warehouse has them. Answers the revision. */
    warehouseAdopt: (facts: TakenFacts): number => change(() => adopt(db, facts)),
    /** Answers the batches that it touched. */
    warehouseTakeUnit: (unit: PulledUnit): number[] => change(() => takeUnit(db, unit)),
    warehouseDropUnits: ({ units }: { units: number[] }): number[] =>
      change(() =>
        units.flatMap(unit => {
          const [from, to] = [unit * UNIT_SIZE, (unit + 1) * UNIT_SIZE]
          const batches = batchesBetween(db, from, to)
          deleteUnit(db, from, to)
          return batches
        }),
      ),
    warehouseSettle: (input: Parameters<typeof settle>[1]): number => change(() => settle(db, input)),
  }
}
