import type { WritableDB } from '../../db/types.ts'

/** Notes with a run in which batch its entries of scenario Forecast are. */
export function setRunBatch(db: WritableDB, run: number, batch: number): void {
  db.prepare("UPDATE model_run SET metrics = json_set(metrics, '$.batch', ?) WHERE id = ?").run(batch, run)
}
