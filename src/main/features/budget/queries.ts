import { readMeta, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { CapitalRuleSchema, type CapitalRule, type VarianceComment } from '../../../shared/contract/budget.ts'

const CAPITAL = 'budget_capital'

/** The rule that a person has set; undefined where none is. */
export function readCapital(db: ReadableDB): CapitalRule | undefined {
  const json = readMeta(db, CAPITAL)
  return json === undefined || json === '' ? undefined : CapitalRuleSchema.parse(JSON.parse(json))
}

export function writeCapital(db: WritableDB, rule: CapitalRule | null): void {
  writeMeta(db, CAPITAL, rule === null ? '' : JSON.stringify(rule))
}

export interface CommentPlace {
  scenario: string
  from: string
  to: string
  members: Record<string, string>
}

type CommentRow = Omit<VarianceComment, 'members'> & { subject: string }

const COMMENT = `SELECT id, from_day AS "from", to_day AS "to", subject, text, written_by AS writtenBy, written_at AS writtenAt,
  changed_by AS changedBy, changed_at AS changedAt FROM variance_comment`

const commentOf = ({ subject, ...row }: CommentRow): VarianceComment => ({
  ...row,
  members: subject === '' ? {} : (JSON.parse(subject) as Record<string, string>),
})

/** The same row has one subject, in whichever order its dimensions are asked for. */
function subjectOf(members: Record<string, string>): string {
  const sorted = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.length === 0 ? '' : JSON.stringify(Object.fromEntries(sorted))
}

/** What was written of periods that lie in one of the spans, the oldest period first. */
export function readComments(
  db: ReadableDB,
  scenario: string,
  spans: readonly { from: string; to: string }[],
): VarianceComment[] {
  const rows = db
    .prepare(`${COMMENT} WHERE scenario = ? ORDER BY from_day, to_day, id`)
    .all(scenario) as CommentRow[]
  return rows
    .filter(row => spans.some(span => span.from <= row.from && row.to <= span.to))
    .map(row => commentOf(row))
}

/** An empty text takes the comment away. Who wrote it first stays with it. */
export function writeComment(
  db: WritableDB,
  { scenario, from, to, members }: CommentPlace,
  { text, by, at }: { text: string; by: string; at: string },
): VarianceComment | null {
  const place = { scenario, from, to, subject: subjectOf(members) }
  const where = 'WHERE scenario = @scenario AND from_day = @from AND to_day = @to AND subject = @subject'
  if (text === '') {
    db.prepare(`DELETE FROM variance_comment ${where}`).run(place)
    return null
  }
  db.prepare(
    `INSERT INTO variance_comment (scenario, from_day, to_day, subject, text, written_by, written_at, changed_by, changed_at)
     VALUES (@scenario, @from, @to, @subject, @text, @by, @at, @by, @at)
     ON CONFLICT (scenario, from_day, to_day, subject)
     DO UPDATE SET text = excluded.text, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  ).run({ ...place, text, by, at })
  return commentOf(db.prepare(`${COMMENT} ${where}`).get(place) as CommentRow)
}
