import { CODE_COLUMNS, codeColumn } from '../../../engine/columns.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { finding, type Finding } from './finding.ts'
import { say } from './messages.ts'

/** Ordinals are dense from 1 in each dimension, and no entry holds a code that stands for nobody. */
export function checkMembers(db: ReadableDB): Finding {
  const dimensions = db
    .prepare(
      `SELECT d.id, d.column_name AS columnName, count(m.ordinal) AS members, coalesce(min(m.ordinal), 1) AS first,
              coalesce(max(m.ordinal), 0) AS last
       FROM dimension d LEFT JOIN member m ON m.dimension_id = d.id GROUP BY d.id`,
    )
    .all() as { id: string; columnName: string; members: number; first: number; last: number }[]
  const problems: string[] = []
  const highest = highestCodes(db)
  for (const { id, columnName, members, first, last } of dimensions) {
    if (first !== 1 || last !== members) problems.push(say().gaps(id))
    const used = highest.get(codeColumn(columnName)) ?? 0
    if (used > last) problems.push(say().noMember(id, used, last))
  }
  const registered = new Set(dimensions.map(d => d.columnName))
  for (const [column, used] of highest)
    if (used > 0 && !registered.has(column)) problems.push(say().noDimension(column))
  const total = dimensions.reduce((all, d) => all + d.members, 0)
  return finding(problems, say().membersAgree(dimensions.length, total))
}

function highestCodes(db: ReadableDB): Map<string, number> {
  const list = CODE_COLUMNS.map(column => `max(${column})`).join(', ')
  const row = db.prepare(`SELECT ${list} FROM entry`).raw().get() as (number | null)[]
  return new Map(CODE_COLUMNS.map((column, i) => [column, row[i] ?? 0]))
}
