import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface RuleRow {
  id: number
  kind: string
  name: string
  parameters: string
  enabled: 0 | 1
  createdAt: string
}

export interface AlertRow {
  id: number
  rule: number
  kind: string
  ruleName: string
  code: string
  figures: string
  statement: string
  severity: string
  filters: string
  raisedAt: string
  readAt: string | null
}

const LISTED = 500

export const selectRules = (db: ReadableDB): RuleRow[] =>
  db
    .prepare(
      'SELECT id, kind, name, parameters, enabled, created_at AS createdAt FROM alert_rule ORDER BY id',
    )
    .all() as RuleRow[]

export function insertRule(db: WritableDB, rule: Omit<RuleRow, 'id'>): void {
  db.prepare(
    `INSERT INTO alert_rule (kind, name, parameters, enabled, created_at)
     VALUES (@kind, @name, @parameters, @enabled, @createdAt)`,
  ).run(rule)
}

/** False where there is no such rule. */
export function updateRule(db: WritableDB, rule: Omit<RuleRow, 'createdAt'>): boolean {
  return (
    db
      .prepare(
        'UPDATE alert_rule SET kind = @kind, name = @name, parameters = @parameters, enabled = @enabled WHERE id = @id',
      )
      .run(rule).changes > 0
  )
}

export const deleteAlertsOf = (db: WritableDB, rule: number): void =>
  void db.prepare('DELETE FROM alert WHERE rule_id = ?').run(rule)

export const deleteRule = (db: WritableDB, rule: number): boolean =>
  db.prepare('DELETE FROM alert_rule WHERE id = ?').run(rule).changes > 0

export const selectAlerts = (db: ReadableDB): AlertRow[] =>
  db
    .prepare(
      `SELECT a.id, a.rule_id AS rule, r.kind, r.name AS ruleName, a.code, a.figures, a.statement, a.severity, a.filters,
         a.raised_at AS raisedAt, a.read_at AS readAt
       FROM alert a JOIN alert_rule r ON r.id = a.rule_id WHERE a.dismissed_at IS NULL ORDER BY a.id DESC LIMIT ?`,
    )
    .all(LISTED) as AlertRow[]

export const countUnread = (db: ReadableDB): number =>
  db
    .prepare(
      `SELECT count(*) FROM alert a JOIN alert_rule r ON r.id = a.rule_id WHERE a.dismissed_at IS NULL AND a.read_at IS NULL`,
    )
    .pluck()
    .get() as number

/** False where the rule has said so already, or is gone. */
export function insertAlert(
  db: WritableDB,
  alert: Omit<AlertRow, 'id' | 'kind' | 'ruleName' | 'readAt'> & { subject: string },
): boolean {
  return (
    db
      .prepare(
        `INSERT INTO alert (rule_id, subject, code, figures, statement, severity, filters, raised_at)
         SELECT @rule, @subject, @code, @figures, @statement, @severity, @filters, @raisedAt
         WHERE EXISTS (SELECT 1 FROM alert_rule WHERE id = @rule) ON CONFLICT (rule_id, subject) DO NOTHING`,
      )
      .run(alert).changes > 0
  )
}

/** `ids` undefined: every alert. */
export function markAlerts(
  db: WritableDB,
  ids: readonly number[] | undefined,
  as: 'read' | 'unread' | 'dismissed',
): void {
  const set =
    as === 'read'
      ? 'read_at = coalesce(read_at, @now)'
      : as === 'unread'
        ? 'read_at = NULL'
        : 'dismissed_at = coalesce(dismissed_at, @now), read_at = coalesce(read_at, @now)'
  const chosen =
    ids === undefined
      ? 'dismissed_at IS NULL'
      : 'id IN (SELECT value FROM json_each(@ids)) AND dismissed_at IS NULL'
  const given = {
    ...(as !== 'unread' && { now: new Date().toISOString() }),
    ...(ids !== undefined && { ids: JSON.stringify(ids) }),
  }
  db.prepare(`UPDATE alert SET ${set} WHERE ${chosen}`).run(given)
}

/** Fingerprints of entries in hex, by id: an entry keeps it when its batch is undone and comes again. */
export function selectFingerprints(db: ReadableDB, ids: readonly number[]): Map<number, string> {
  const rows = db
    .prepare('SELECT id, hex(fingerprint) AS hex FROM entry WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(ids)) as { id: number; hex: string }[]
  return new Map(rows.map(row => [row.id, row.hex]))
}
