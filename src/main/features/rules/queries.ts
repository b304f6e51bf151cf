import type { ReadableDB, WritableDB } from '../../db/types.ts'

/** The dimensions whose names rules look at or set. */
const NAMED = ['payee', 'category', 'account', 'currency', 'tags', 'flow', 'project', 'status'] as const
type Named = (typeof NAMED)[number]

export interface StoredRule {
  id: number
  position: number
  name: string
  active: number
  json: string
}

export function selectRules(db: ReadableDB): StoredRule[] {
  return db
    .prepare('SELECT id, position, name, active, json FROM rule ORDER BY position, id')
    .all() as StoredRule[]
}

export function upsertRule(
  db: WritableDB,
  rule: { id?: number; name: string; active: boolean; json: string },
): number {
  const now = new Date().toISOString()
  if (rule.id !== undefined) {
    const { changes } = db
      .prepare('UPDATE rule SET name = ?, active = ?, json = ?, updated_at = ? WHERE id = ?')
      .run(rule.name, rule.active ? 1 : 0, rule.json, now, rule.id)
    return changes === 0 ? 0 : rule.id
  }
  const insert = db.prepare(
    'INSERT INTO rule (position, name, active, json, updated_at) VALUES ((SELECT coalesce(max(position), 0) + 1 FROM rule), ?, ?, ?, ?)',
  )
  return Number(insert.run(rule.name, rule.active ? 1 : 0, rule.json, now).lastInsertRowid)
}

export function deleteRule(db: WritableDB, id: number): boolean {
  return db.prepare('DELETE FROM rule WHERE id = ?').run(id).changes > 0
}

export function deleteRules(db: WritableDB): void {
  db.prepare('DELETE FROM rule').run()
}

export function placeRule(db: WritableDB, id: number, position: number): void {
  db.prepare('UPDATE rule SET position = ? WHERE id = ?').run(position, id)
}

/** An entry with the ordinals and texts that rules look at. */
export interface StoredRow extends Record<Named, number> {
  id: number
  day: number
  amount: number
  base: number | null
  description: string
  reference: string
  note: string
  part: number
}

const ROW = `SELECT e.id, e.day, e.amount, e.base_amount AS base, ${NAMED.map(name => `e.${name}`).join(', ')},
  coalesce(t.description, '') AS description, coalesce(t.reference, '') AS reference, coalesce(t.note, '') AS note,
  e.id IN (SELECT entry_id FROM entry_part) AS part
  FROM entry e LEFT JOIN entry_text t ON t.entry_id = e.id`

/** Entries of the actual scenario after an id, in the order of their ids; of one batch, or of all. */
export function selectRows(db: ReadableDB, after: number, limit: number, batch?: number): StoredRow[] {
  const actual =
    "(e.scenario = 0 OR e.scenario = (SELECT ordinal FROM member WHERE dimension_id = 'scenario' AND key = 'Actual'))"
  const where = batch === undefined ? '' : 'AND e.batch_id = ?'
  return db
    .prepare(`${ROW} WHERE e.id > ? AND ${actual} ${where} ORDER BY e.id LIMIT ?`)
    .all(...(batch === undefined ? [after, limit] : [after, batch, limit])) as StoredRow[]
}

/** Names of the members of each of the named dimensions, by ordinal. */
export function selectNames(db: ReadableDB): Record<Named, string[]> {
  const select = db.prepare('SELECT ordinal, label FROM member WHERE dimension_id = ?').raw()
  const keys = db.prepare('SELECT ordinal, key FROM member WHERE dimension_id = ?').raw()
  return Object.fromEntries(
    NAMED.map(name => {
      const names: string[] = ['']
      // Currencies and flows are known by their key.
      const query = name === 'currency' || name === 'flow' || name === 'tags' ? keys : select
      for (const [ordinal, label] of query.all(name) as [number, string][]) names[ordinal] = label
      return [name, names]
    }),
  ) as Record<Named, string[]>
}

/** What people set by hand: field → entries. Rules leave it alone. */
export function selectByHand(db: ReadableDB): Map<string, Set<number>> {
  const rows = db
    .prepare(
      `SELECT DISTINCT r.field, r.entry_id AS id FROM change_row r JOIN change c ON c.id = r.change_id
       WHERE c.kind = 'edit' AND c.state = 'done'`,
    )
    .all() as { field: string; id: number }[]
  const byField = new Map<string, Set<number>>()
  for (const { field, id } of rows) {
    const ids = byField.get(field)
    if (ids) ids.add(id)
    else byField.set(field, new Set([id]))
  }
  return byField
}

/** How often each payee (or description where there is none) is in each category, and how often by a person's hand. */
export function selectUsage(
  db: ReadableDB,
): { payee: string; category: string; entries: number; byHand: number }[] {
  const byHand = `sum(e.id IN (SELECT r.entry_id FROM change_row r JOIN change h ON h.id = r.change_id
    WHERE r.field = 'category' AND h.kind = 'edit' AND h.state = 'done'))`
  // Codes are grouped first and named then; texts are read only where there is no payee.
  return db
    .prepare(
      `SELECT p.label AS payee, coalesce(c.label, '') AS category, g.entries, g.byHand FROM (
           SELECT e.payee, e.category, count(*) AS entries, ${byHand} AS byHand
           FROM entry e WHERE e.payee > 0 GROUP BY e.payee, e.category) g
         JOIN member p ON p.dimension_id = 'payee' AND p.ordinal = g.payee
         LEFT JOIN member c ON c.dimension_id = 'category' AND c.ordinal = g.category
       UNION ALL
       SELECT g.payee, coalesce(c.label, ''), g.entries, g.byHand FROM (
           SELECT coalesce(t.description, '') AS payee, e.category, count(*) AS entries, ${byHand} AS byHand
           FROM entry e LEFT JOIN entry_text t ON t.entry_id = e.id WHERE e.payee = 0 GROUP BY 1, 2) g
         LEFT JOIN member c ON c.dimension_id = 'category' AND c.ordinal = g.category`,
    )
    .all() as { payee: string; category: string; entries: number; byHand: number }[]
}

export function selectPaired(db: ReadableDB): Set<number> {
  return new Set(db.prepare('SELECT entry_id FROM transfer_pair').pluck().all() as number[])
}

export function countPairs(db: ReadableDB): number {
  return db
    .prepare(
      'SELECT count(*) FROM transfer_pair p JOIN entry a ON a.id = p.entry_id JOIN entry b ON b.id = p.other_id WHERE p.entry_id < p.other_id',
    )
    .pluck()
    .get() as number
}

export function selectPartner(db: ReadableDB, id: number): number | undefined {
  return db.prepare('SELECT other_id FROM transfer_pair WHERE entry_id = ?').pluck().get(id) as
    | number
    | undefined
}

export function selectRefusals(db: ReadableDB): [number, number][] {
  return db.prepare('SELECT first_id, second_id FROM transfer_refusal').raw().all() as [number, number][]
}

export function insertRefusal(db: WritableDB, a: number, b: number): void {
  db.prepare('INSERT OR IGNORE INTO transfer_refusal (first_id, second_id) VALUES (?, ?)').run(
    Math.min(a, b),
    Math.max(a, b),
  )
}

/** The latest posting day of the actual entries; undefined while there are none. */
export function selectLastDay(db: ReadableDB): number | undefined {
  return (db.prepare('SELECT max(day) FROM entry').pluck().get() as number | null) ?? undefined
}

export function selectAmounts(
  db: ReadableDB,
  ids: readonly number[],
): { id: number; amount: number; account: number }[] {
  return db
    .prepare('SELECT id, amount, account FROM entry WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids)) as { id: number; amount: number; account: number }[]
}

export interface StoredCategory {
  ordinal: number
  key: string
  label: string
  level1: string
  level2: string
  level3: string
  archived: number
  entries: number
}

export function selectCategories(db: ReadableDB): StoredCategory[] {
  return db
    .prepare(
      `SELECT m.ordinal, m.key, m.label, coalesce(d.level_1, '') AS level1, coalesce(d.level_2, '') AS level2,
         coalesce(d.level_3, '') AS level3, coalesce(d.archived, 0) AS archived, coalesce(n.entries, 0) AS entries
       FROM member m LEFT JOIN category_detail d ON d.ordinal = m.ordinal
       LEFT JOIN (SELECT category, count(*) AS entries FROM entry GROUP BY category) n ON n.category = m.ordinal
       WHERE m.dimension_id = 'category' ORDER BY m.key`,
    )
    .all() as StoredCategory[]
}

export function selectInCategory(db: ReadableDB, ordinal: number): number[] {
  return db.prepare('SELECT id FROM entry WHERE category = ?').pluck().all(ordinal) as number[]
}

export function setCategoryPath(db: WritableDB, ordinal: number, levels: readonly string[]): void {
  db.prepare(
    `INSERT INTO category_detail (ordinal, level_1, level_2, level_3, archived) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT (ordinal) DO UPDATE SET level_1 = excluded.level_1, level_2 = excluded.level_2, level_3 = excluded.level_3, archived = 0`,
  ).run(ordinal, levels[0] ?? '', levels[1] ?? '', levels[2] ?? '')
}
