import type { OpContext } from '../../../compute/ops.ts'
import { decode, type Column } from '../../../engine/columnar/encoding.ts'
import { HEAD, unsoundSegments } from '../../../engine/columnar/segments.ts'
import { CODE_COLUMNS } from '../../../engine/columns.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { finding, type Finding } from './finding.ts'
import { say } from './messages.ts'

/** What the charts add up is what the ledger holds: every value of every segment against its entry. */
export function checkSegments(db: ReadableDB, context: OpContext): Finding {
  const problems = unsoundSegments(db).map(({ batchId, entries, rows }) =>
    say().columnsDiffer(batchId, entries, rows),
  )
  const heads = db
    .prepare('SELECT batch_id AS batchId, sequence, rows FROM segment WHERE column_name = ? ORDER BY 1, 2')
    .all(HEAD) as Head[]
  for (const head of heads) {
    const problem = compare(db, head, context)
    if (problem) problems.push(problem)
  }
  return finding(problems, say().segmentsHold(heads.length))
}

interface Head {
  batchId: number
  sequence: number
  rows: number
}

/** The first difference between a segment and its entries. */
function compare(db: ReadableDB, head: Head, context: OpContext): string | undefined {
  const name = say().segment(head.sequence, head.batchId)
  const stored = db
    .prepare(
      'SELECT column_name AS name, rows, encoding, data FROM segment WHERE batch_id = ? AND sequence = ? AND column_name <> ?',
    )
    .all(head.batchId, head.sequence, HEAD) as {
    name: string
    rows: number
    encoding: string
    data: Buffer
  }[]
  const columns = new Map<string, Column>()
  for (const { name: column, rows, encoding, data } of stored) {
    if (rows !== head.rows) return say().columnRows(name, column, rows, head.rows)
    if (encoding !== 'same') columns.set(column, decode(encoding, data, rows))
  }
  const amount = columns.get('amount')
  const ids = columns.get('id')
  if (!ids || !amount || !columns.has('day')) return say().noColumn(name)
  if (!columns.has('base_amount')) columns.set('base_amount', amount)

  const list = ['day', 'amount', 'base_amount', ...CODE_COLUMNS]
  const entry = db.prepare(`SELECT ${list.join(', ')} FROM entry WHERE id = ? AND batch_id = ?`).raw()
  const parts = list.map(column => columns.get(column))
  for (let i = 0; i < head.rows; i += 1) {
    if (i % 8192 === 0 && context.cancelled()) throw new FailureError('cancelled', say().cancelled)
    const id = at(ids, i)
    const row = entry.get(id, head.batchId) as (number | null)[] | undefined
    if (!row) return say().foreignEntry(name, id)
    for (const [j, value] of row.entries()) {
      const part = parts[j]
      // A column that no row of the segment uses is not stored.
      const held = part ? at(part, i) : 0
      if (!Object.is(held, value ?? NaN) && held !== value)
        return say().valueDiffers(name, id, list[j] ?? '', held, value)
    }
  }
  return undefined
}

function at(column: Column, i: number): number {
  if (column.kind === 'constant') return column.value
  if (column.kind === 'sequence') return column.first + i
  return (column.values[i] as number) + column.base
}
