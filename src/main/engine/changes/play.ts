import type { OpContext } from '../../compute/ops.ts'
import type { WritableDB } from '../../db/types.ts'
import { refreshSegments } from '../columnar/patch-segments.ts'
import { codeColumn } from '../columns.ts'
import { bringBatchBack, putBatchAway } from './batches.ts'
import { playPlaces } from './places.ts'
import { PURGED } from './purge.ts'
import { PIECE, spansOf, watched, type Span, type Watch } from './watch.ts'
import {
  attachmentOf,
  isAttachment,
  isCode,
  MEMBER_FIELDS,
  TEXT_FIELDS,
  type MemberField,
  type TextField,
} from './record.ts'

export type Side = 'before' | 'after'

/**
 * Brings the ledger to one side of a recorded change: `after` does it or redoes it, `before` undoes it. The same statements both
 * ways, so that what was undone is what was there. Call inside the writer's transaction; bump the revision yourself. Throws `cancelled`.
 */
export function play(db: WritableDB, change: number, side: Side, op?: OpContext): void {
  const { kind, batchId } = db
    .prepare('SELECT kind, batch_id AS batchId FROM change WHERE id = ?')
    .get(change) as { kind: string; batchId: number | null }
  if (batchId !== null && kind.startsWith('import')) {
    const inLedger = (kind === 'import-undo') === (side === 'before')
    if (inLedger) bringBatchBack(db, batchId)
    else putBatchAway(db, batchId)
    return
  }
  const fields = db
    .prepare(
      `SELECT DISTINCT field FROM change_row WHERE change_id = ? AND field <> '${PURGED}' ORDER BY field`,
    )
    .pluck()
    .all(change) as string[]
  const moves = fields.includes('place')
  // Only entries in the ledger are changed otherwise: they leave it last and come back first.
  const spans = fields.map(field => ({ field, spans: spansOf(db, change, field) }))
  // Each field once, and the engine's columns as much again.
  const watch = watched(op, 2 * PIECE * spans.reduce((sum, one) => sum + one.spans.length, 0))
  const place = (): void => {
    for (const one of spans)
      if (one.field === 'place') for (const span of one.spans) playPlaces(db, change, side, span, watch)
  }
  if (moves && side === 'before') place()
  for (const one of spans)
    for (const span of one.field === 'place' ? [] : one.spans) {
      playField(db, change, one.field, side, span)
      watch.step(span.entries)
    }
  if (moves && side === 'after') place()
  playMembers(db, change, side)
  const columns = fields.filter(isCode)
  // Rows are written whole where more than dictionary codes changed.
  const whole = moves || fields.includes('base_amount')
  if (!whole && columns.length === 0) return
  for (const [batch, ids] of touched(db, change, whole ? undefined : columns, watch))
    refreshSegments(db, batch, ids, whole ? undefined : columns, watch)
}

function playField(db: WritableDB, change: number, field: string, side: Side, span: Span): void {
  const within = { change, field, from: span.from, below: span.below }
  const rows = `FROM change_row r WHERE r.change_id = @change AND r.field = @field AND r.entry_id >= @from AND r.entry_id < @below`
  if (isCode(field)) {
    const name = codeColumn(field)
    db.prepare(`UPDATE entry SET ${name} = r.${side} ${rows} AND r.entry_id = entry.id`).run(within)
  } else if (field === 'base_amount')
    db.prepare(`UPDATE entry SET base_amount = r.${side} ${rows} AND r.entry_id = entry.id`).run(within)
  else if (TEXT_FIELDS.includes(field as TextField))
    db.prepare(`UPDATE entry_text SET ${field} = r.${side} ${rows} AND r.entry_id = entry_text.entry_id`).run(
      within,
    )
  else if (isAttachment(field))
    db.prepare(
      `UPDATE entry_attachment SET shown = r.${side} ${rows} AND r.entry_id = entry_attachment.entry_id AND attachment_id = @attachment`,
    ).run({ ...within, attachment: attachmentOf(field) })
  else if (field === 'pair') {
    db.prepare(`DELETE FROM transfer_pair WHERE entry_id IN (SELECT r.entry_id ${rows})`).run(within)
    db.prepare(
      `INSERT INTO transfer_pair (entry_id, other_id) SELECT r.entry_id, r.${side} ${rows} AND r.${side} IS NOT NULL`,
    ).run(within)
  }
}

function playMembers(db: WritableDB, change: number, side: Side): void {
  const rows = db
    .prepare(
      `SELECT dimension_id AS dimension, ordinal, field, ${side} AS value FROM change_member WHERE change_id = ?`,
    )
    .all(change) as { dimension: string; ordinal: number; field: MemberField; value: string | number }[]
  for (const { dimension, ordinal, field, value } of rows) {
    if (!MEMBER_FIELDS.includes(field)) throw new RangeError('not a field of a member')
    if (field === 'key' || field === 'label')
      db.prepare(`UPDATE member SET ${field} = ? WHERE dimension_id = ? AND ordinal = ?`).run(
        value,
        dimension,
        ordinal,
      )
    else
      db.prepare(
        `INSERT INTO category_detail (ordinal, ${field}) VALUES (?, ?) ON CONFLICT (ordinal) DO UPDATE SET ${field} = excluded.${field}`,
      ).run(ordinal, value)
  }
}

/** The entries of a change by batch, wherever they are now; with `fields`, only those that have one of these. */
function touched(
  db: WritableDB,
  change: number,
  fields: readonly string[] | undefined,
  watch: Watch,
): Map<number, number[]> {
  const some = fields ? 'AND r.field IN (SELECT value FROM json_each(?))' : ''
  const rows = db
    .prepare(
      `SELECT DISTINCT coalesce((SELECT batch_id FROM entry WHERE id = r.entry_id),
         (SELECT batch_id FROM trash_entry WHERE id = r.entry_id)), r.entry_id
       FROM change_row r WHERE r.change_id = ? ${some}`,
    )
    .raw()
    .iterate(...(fields ? [change, JSON.stringify(fields)] : [change])) as IterableIterator<[number, number]>
  const batches = new Map<number, number[]>()
  let seen = 0
  for (const [batch, id] of rows) {
    // Half a million of them are a second's work in which a cancel is heard, too.
    seen += 1
    if (seen % PIECE === 0) watch.step(0)
    const ids = batches.get(batch)
    if (ids) ids.push(id)
    else batches.set(batch, [id])
  }
  return batches
}
