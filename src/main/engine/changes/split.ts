import { createHash } from 'node:crypto'
import { divideRounded } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { nextEntryId } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { codeColumn } from '../columns.ts'
import { recordPlace } from './record.ts'
import { say } from '../messages.ts'

/** A part of a split entry: minor units of the entry's currency, and what differs from the entry. */
export interface Part {
  amount: number
  /** Column of `entry` → ordinal. */
  codes: Record<string, number>
  note?: string
}

/**
 * Records that an entry is split: the original goes to rest, its parts come into the ledger with its batch, line and texts. Parts
 * must add up to it exactly; their base amounts add up to its base amount. Throws `bad-input`. Answers the parts' ids.
 */
export function recordSplit(db: WritableDB, change: number, id: number, parts: readonly Part[]): number[] {
  const entry = db.prepare('SELECT * FROM entry WHERE id = ?').get(id) as Record<string, unknown> | undefined
  const text = db.prepare('SELECT * FROM entry_text WHERE entry_id = ?').get(id) as Record<string, unknown>
  if (!entry) throw new FailureError('not-found', say().notInLedger(id))
  const amount = entry['amount'] as number
  checkParts(amount, parts)
  const bases = baseAmounts(
    amount,
    entry['base_amount'] as number | null,
    parts.map(part => part.amount),
  )
  let next = nextEntryId(db)
  const ids = parts.map((part, i) => {
    const partId = next++
    const codes = Object.fromEntries(
      Object.entries(part.codes).map(([column, ordinal]) => [codeColumn(column), ordinal]),
    )
    const fingerprint = createHash('sha256')
      .update(entry['fingerprint'] as Buffer)
      .update(`part ${change} ${i}`)
      .digest()
      .subarray(0, 16)
    // Made at rest: the change's own step brings them into the ledger, and undoing it takes them out the same way.
    insert(db, 'trash_entry', {
      ...entry,
      ...codes,
      id: partId,
      amount: part.amount,
      base_amount: bases[i],
      fingerprint,
    })
    insert(db, 'trash_entry_text', {
      ...text,
      entry_id: partId,
      ...(part.note !== undefined && { note: part.note }),
    })
    db.prepare('INSERT INTO entry_part (entry_id, parent_id) VALUES (?, ?)').run(partId, id)
    db.prepare(
      "INSERT INTO resting_entry (entry_id, batch_id, place, fingerprint, at) VALUES (?, ?, 'unmade', ?, ?)",
    ).run(partId, entry['batch_id'], fingerprint, new Date().toISOString())
    return partId
  })
  recordPlace(db, change, [id], 'split')
  recordPlace(db, change, ids, 'ledger')
  return ids
}

/** Records that a split entry is whole again: its parts go, the original comes back. Throws `bad-input`, `not-found`. */
export function recordJoin(db: WritableDB, change: number, id: number): void {
  if (placeOf(db, id) !== 'split') throw new FailureError('not-found', say().notSplit(id))
  const parts = db
    .prepare(
      `SELECT p.entry_id AS id, r.place FROM entry_part p LEFT JOIN resting_entry r ON r.entry_id = p.entry_id
       WHERE p.parent_id = ? AND coalesce(r.place, '') <> 'unmade' ORDER BY p.entry_id`,
    )
    .all(id) as { id: number; place: string | null }[]
  const split = parts.find(part => part.place === 'split')
  if (split) throw new FailureError('bad-input', say().partSplit(split.id, id))
  refuseAway(db, id)
  recordPlace(
    db,
    change,
    parts.map(part => part.id),
    'unmade',
  )
  recordPlace(db, change, [id], 'ledger')
}

/** Throws `bad-input` where an entry's whole batch is undone: it comes back with the batch only. */
export function refuseAway(db: ReadableDB, id: number): void {
  const batch = db
    .prepare(
      'SELECT b.id FROM resting_entry r JOIN batch b ON b.id = r.batch_id WHERE r.entry_id = ? AND b.undone_at IS NOT NULL',
    )
    .pluck()
    .get(id) as number | undefined
  if (batch !== undefined) throw new FailureError('bad-input', say().importUndone(id, batch))
}

export function placeOf(db: ReadableDB, id: number): string {
  return (
    (db.prepare('SELECT place FROM resting_entry WHERE entry_id = ?').pluck().get(id) as
      | string
      | undefined) ?? 'ledger'
  )
}

function checkParts(amount: number, parts: readonly Part[]): void {
  if (parts.length < 2) throw new FailureError('bad-input', say().twoParts)
  if (amount === 0 || parts.some(part => part.amount === 0))
    throw new FailureError('bad-input', say().nilPart)
  const sum = parts.reduce((total, part) => total + BigInt(part.amount), 0n)
  if (sum !== BigInt(amount))
    throw new FailureError('bad-input', say().partsSum(sum, amount), { left: Number(BigInt(amount) - sum) })
}

/** In proportion, rounded; the last part takes what rounding left. */
function baseAmounts(amount: number, base: number | null, parts: readonly number[]): (number | null)[] {
  if (base === null) return parts.map(() => null)
  if (base === amount) return [...parts]
  let left = base
  return parts.map((part, i) => {
    const own =
      i === parts.length - 1 ? left : Number(divideRounded(BigInt(base) * BigInt(part), BigInt(amount)))
    left -= own
    return own
  })
}

function insert(
  db: WritableDB,
  table: 'trash_entry' | 'trash_entry_text',
  row: Record<string, unknown>,
): void {
  const columns = Object.keys(row)
  db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(Object.values(row))
}
