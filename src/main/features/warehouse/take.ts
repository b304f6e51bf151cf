import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { exponentOf, toDecimal, total } from '../../../shared/money/minor.ts'
import { bumpRevision, writeMeta, writeFiscal } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { dropSegments, writeSegments } from '../../engine/columnar/segments.ts'
import type { Cells } from '../../engine/postgres/session.ts'
import type { PulledUnit } from '../../engine/postgres/take.ts'
import { UNIT_SIZE } from './pieces.ts'
import { batchesBetween, countOfBatch, deleteBatch, deleteUnit, indexTexts, insertPulled, replaceSmallTables, sumsByBatch, updateBatch } from './queries.ts' // prettier-ignore

export interface TakenTables {
  dimension: Cells[]
  member: Cells[]
  account_detail: Cells[]
  batch: Cells[]
}

export interface TakenFacts {
  profile: string
  baseCurrency: string
  fiscal: Fiscal
}

/** Puts a piece of the warehouse in the place of the entries that had its ids. The engine's columns follow in `settle`. */
export function takeUnit(db: WritableDB, { unit, columns, facts, texts }: PulledUnit): number[] {
  const [from, to] = [unit * UNIT_SIZE, (unit + 1) * UNIT_SIZE]
  const touched = new Set(batchesBetween(db, from, to))
  deleteUnit(db, from, to)
  insertPulled(db, columns, facts, texts)
  indexTexts(db, from, to)
  for (const batch of batchesBetween(db, from, to)) touched.add(batch)
  return [...touched]
}

/** The names, the engine's columns of the batches that changed, and the new revision, in one transaction. */
export function settle(
  db: WritableDB,
  {
    tables,
    facts,
    batches,
    attached,
  }: { tables: TakenTables; facts: TakenFacts; batches: number[]; attached: string },
): number {
  replaceSmallTables(db, tables)
  writeFacts(db, facts)
  for (const batch of batches) {
    if (countOfBatch(db, batch) > 0) writeSegments(db, batch)
    else {
      dropSegments(db, batch)
      deleteBatch(db, batch)
    }
  }
  tellBatches(db)
  writeMeta(db, 'warehouse', attached)
  return bumpRevision(db)
}

function writeFacts(db: WritableDB, facts: TakenFacts): void {
  writeMeta(db, 'profile', facts.profile)
  writeMeta(db, 'base_currency', facts.baseCurrency)
  writeFiscal(db, facts.fiscal)
}

/** For a workspace that only asks: what its pages write figures by. */
export function adopt(db: WritableDB, facts: TakenFacts): number {
  writeFacts(db, facts)
  return bumpRevision(db)
}

/** What was read and loaded is what there is: the rest of a batch's story stays with the workspace that was pushed. */
function tellBatches(db: WritableDB): void {
  const batches = new Map<number, { entries: number; sums: Record<string, string> }>()
  for (const { batch, currency, entries, high, low } of sumsByBatch(db)) {
    const told = batches.get(batch) ?? { entries: 0, sums: {} }
    told.entries += entries
    told.sums[currency] = toDecimal(total((high << 32n) + low), exponentOf(currency))
    batches.set(batch, told)
  }
  for (const [batch, { entries, sums }] of batches) updateBatch(db, batch, entries, JSON.stringify(sums))
}
