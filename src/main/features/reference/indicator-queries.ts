import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface IndicatorRow {
  id: number
  name: string
  source: string
  values: number
  from: number
  to: number
  latest: string
}

/** Every indicator, or one of them. */
export function indicatorRows(db: ReadableDB, id?: number): IndicatorRow[] {
  return db
    .prepare(
      `SELECT i.id, i.name, i.source, n."values", n."from", n."to", v.value AS latest
       FROM indicator i
       JOIN (SELECT indicator_id, count(*) AS "values", min(day) AS "from", max(day) AS "to"
             FROM indicator_value GROUP BY indicator_id) n ON n.indicator_id = i.id
       JOIN indicator_value v ON v.indicator_id = i.id AND v.day = n."to"
       WHERE @id IS NULL OR i.id = @id ORDER BY i.name`,
    )
    .all({ id: id ?? null }) as IndicatorRow[]
}

export function indicatorPoints(db: ReadableDB, id: number): { day: number; value: string }[] {
  return db.prepare('SELECT day, value FROM indicator_value WHERE indicator_id = ? ORDER BY day').all(id) as {
    day: number
    value: string
  }[]
}

export function indicatorNamed(db: ReadableDB, name: string): number | undefined {
  return db.prepare('SELECT id FROM indicator WHERE name = ?').pluck().get(name) as number | undefined
}

/** Makes the indicator where there is none of that name; answers its id. */
export function putIndicator(db: WritableDB, name: string, source: string): number {
  return db
    .prepare(
      `INSERT INTO indicator (name, source, updated_at) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET source = excluded.source, updated_at = excluded.updated_at RETURNING id`,
    )
    .pluck()
    .get(name, source, new Date().toISOString()) as number
}

export function putIndicatorValues(
  db: WritableDB,
  id: number,
  values: readonly { day: number; value: string }[],
): void {
  const insert = db.prepare(
    'INSERT OR REPLACE INTO indicator_value (indicator_id, day, value) VALUES (?, ?, ?)',
  )
  for (const { day, value } of values) insert.run(id, day, value)
}

export function setIndicatorName(db: WritableDB, id: number, name: string): boolean {
  return db.prepare('UPDATE indicator SET name = ? WHERE id = ?').run(name, id).changes > 0
}

export function deleteIndicator(db: WritableDB, id: number): boolean {
  db.prepare('DELETE FROM indicator_value WHERE indicator_id = ?').run(id)
  return db.prepare('DELETE FROM indicator WHERE id = ?').run(id).changes > 0
}
