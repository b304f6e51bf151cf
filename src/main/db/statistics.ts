import type { WritableDB } from './types.ts'

/** Statistics for SQLite's planner, from a sample of each index: quick on any size. */
export function analyse(db: WritableDB): void {
  db.pragma('analysis_limit = 1000')
  db.exec('ANALYZE')
}
