import type { ReadableDB } from '../../../db/types.ts'

export interface StageBatch {
  id: number
  file: string
  undone: number
  read: number
  loaded: number
  duplicate: number
  rejected: number
  ignored: number
  sums: string
  duplicateSums: string
  toDay: number | null
}

export function selectStageBatches(db: ReadableDB): StageBatch[] {
  return db
    .prepare(
      `SELECT id, file_name AS file, undone_at IS NOT NULL AS undone, read, loaded, duplicate, rejected, ignored, sums,
         duplicate_sums AS duplicateSums, to_day AS toDay FROM batch ORDER BY id`,
    )
    .all() as StageBatch[]
}

/** Entries and sums of a batch and a currency's code. */
export interface Held {
  batchId: bigint
  currency: bigint
  entries: bigint
  total: bigint
}

const GROUPED = 'SELECT batch_id AS batchId, currency, count(*) AS entries, sum(amount) AS total'

/** What stands in the ledger, of the entries above one id up to another: in pieces, so that others are answered in between. */
export function selectHeld(db: ReadableDB, after: number, until: number): Held[] {
  return db
    .prepare(`${GROUPED} FROM entry WHERE id > ? AND id <= ? GROUP BY 1, 2`)
    .safeIntegers()
    .all(after, until) as Held[]
}

/** Of what stands in the ledger the parts of split entries, which no file brought: asked by themselves, as they are few. */
export function selectParts(db: ReadableDB): Held[] {
  return db
    .prepare(`${GROUPED} FROM entry_part CROSS JOIN entry ON entry.id = entry_part.entry_id GROUP BY 1, 2`)
    .safeIntegers()
    .all() as Held[]
}

/** What files brought and is not in the ledger: deleted or split by hand, or in the trash with its batch. */
export function selectResting(db: ReadableDB): Held[] {
  return db
    .prepare(
      `${GROUPED} FROM (
         SELECT t.batch_id, t.currency, t.amount FROM trash_entry t JOIN batch b ON b.id = t.batch_id
         WHERE t.id NOT IN (SELECT entry_id FROM entry_part)
           AND (b.undone_at IS NOT NULL OR t.id IN (SELECT entry_id FROM resting_entry))
       ) GROUP BY 1, 2`,
    )
    .safeIntegers()
    .all() as Held[]
}

export function selectLastId(db: ReadableDB): number {
  return db.prepare('SELECT coalesce(max(id), 0) FROM entry').pluck().get() as number
}

export function selectCurrencies(db: ReadableDB): Map<number, string> {
  return new Map(
    db.prepare("SELECT ordinal, key FROM member WHERE dimension_id = 'currency'").raw().all() as [
      number,
      string,
    ][],
  )
}

export function selectKeptRows(db: ReadableDB): { batchId: number; outcome: string; rows: number }[] {
  return db
    .prepare(
      'SELECT batch_id AS batchId, outcome, count(*) AS rows FROM unloaded_row GROUP BY batch_id, outcome',
    )
    .all() as { batchId: number; outcome: string; rows: number }[]
}

/** What files state of themselves, JSON, by batch and in their order. */
export function selectControls(db: ReadableDB): { batchId: number; json: string }[] {
  return db
    .prepare('SELECT batch_id AS batchId, json FROM batch_control ORDER BY batch_id, sequence')
    .all() as { batchId: number; json: string }[]
}

/** Sum and number of an account's entries after one day up to another, in one currency. */
export function selectMoved(
  db: ReadableDB,
  input: { account: string; currency: string; after: number; until: number },
): bigint {
  return db
    .prepare(
      `SELECT coalesce(sum(e.amount), 0) FROM entry e
       WHERE e.account = (SELECT ordinal FROM member WHERE dimension_id = 'account' AND key = @account)
         AND e.currency = (SELECT ordinal FROM member WHERE dimension_id = 'currency' AND key = @currency)
         AND e.scenario IN (SELECT 0 UNION SELECT ordinal FROM member WHERE dimension_id = 'scenario' AND key = 'Actual')
         AND e.day > @after AND e.day <= @until`,
    )
    .pluck()
    .safeIntegers()
    .get(input) as bigint
}

export function selectLastText(db: ReadableDB): number {
  return db.prepare('SELECT coalesce(max(entry_id), 0) FROM entry_text').pluck().get() as number
}

/** Texts of the entries above one id up to another. */
export function countTexts(db: ReadableDB, after: number, until: number): number {
  return db
    .prepare('SELECT count(*) FROM entry_text WHERE entry_id > ? AND entry_id <= ?')
    .pluck()
    .get(after, until) as number
}
