import type { ReadableDB, WritableDB } from '../../../db/types.ts'

/** Fingerprints that one statement looks for. */
const SOUGHT = 200

export type Insert = ReturnType<typeof prepareInsert>

/** Prepared for any number of values. */
function prepareInsert(db: WritableDB, sql: string) {
  return db.prepare(sql)
}

/**
 * Into `entry`, `rows` at once, each of `width` bound values: amount, base amount (where `based`; else it is the amount), and the words that
 * `parts` (SQL over the columns behind) make the named columns of. Beside them are bound `id`, the first row's, and `keys`, the
 * fingerprints of all.
 */
export function insertEntries(
  db: WritableDB,
  batch: number,
  columns: readonly string[],
  parts: readonly string[],
  width: number,
  based: boolean,
  rows: number,
): Insert {
  const bound = Array.from({ length: width }, () => '?').join(', ')
  const tuples = Array.from(
    { length: rows },
    (_, i) => `(@id + ${i}, substr(@keys, ${i * 16 + 1}, 16), ${bound})`,
  )
  // A conflict is a bug and ends the whole transaction: no statement needs a journal of its own.
  return prepareInsert(
    db,
    `INSERT OR FAIL INTO entry (id, fingerprint, amount, base_amount, batch_id, ${columns.join(', ')})
     SELECT column1, column2, column3, column${based ? 4 : 3}, ${batch}, ${parts.join(', ')} FROM (VALUES ${tuples.join(', ')})`,
  )
}

/**
 * Into `entry_text`, `rows` at once: of each row a number for each column, place × `side` + length, of a text in the BLOB `bytes`, which is
 * bound beside them with `id`, the first row's.
 */
export function insertTexts(db: WritableDB, columns: readonly string[], side: number, rows: number): Insert {
  const bound = columns.map(() => '?').join(', ')
  const tuples = Array.from({ length: rows }, (_, i) => `(@id + ${i}, ${bound})`)
  const bits = Math.log2(side)
  const texts = columns.map(
    (_, i) => `CAST(substr(@bytes, column${i + 2} >> ${bits}, column${i + 2} & ${side - 1}) AS TEXT)`,
  )
  return prepareInsert(
    db,
    `INSERT OR FAIL INTO entry_text (entry_id, ${columns.join(', ')})
     SELECT column1, ${texts.join(', ')} FROM (VALUES ${tuples.join(', ')})`,
  )
}

/**
 * Deleted entries and originals of splits are known still: the file that they came from adds nothing when it comes again. Those of
 * undone imports are not, unless they were purged: those stay away.
 */
export const RESTING = `SELECT r.fingerprint FROM resting_entry r JOIN batch b ON b.id = r.batch_id
  WHERE (b.undone_at IS NULL AND r.place <> 'unmade' OR r.place = 'purged') AND r.fingerprint`

export function hasResting(db: ReadableDB): boolean {
  return db.prepare('SELECT 1 FROM resting_entry LIMIT 1').pluck().get() !== undefined
}

/** Of packed fingerprints (16 bytes a row), the rows that the ledger has already. */
export function knownRows(db: ReadableDB): (fingerprints: Buffer) => Set<number> {
  const sought = Array.from({ length: SOUGHT }, () => '?').join(', ')
  const find = db.prepare(`SELECT fingerprint FROM entry WHERE fingerprint IN (${sought})`).pluck()
  const resting = hasResting(db) ? db.prepare(`${RESTING} IN (${sought})`).pluck() : undefined
  return fingerprints => {
    const rows = new Set<number>()
    const count = fingerprints.length / 16
    for (let from = 0; from < count; from += SOUGHT) {
      // The last piece is filled up with its own first row.
      const at = (i: number): number => (from + i < count ? from + i : from) * 16
      const keys = Array.from({ length: SOUGHT }, (_, i) => fingerprints.subarray(at(i), at(i) + 16))
      const found = [...(find.all(keys) as Buffer[]), ...((resting?.all(keys) ?? []) as Buffer[])]
      if (found.length === 0) continue
      const known = new Set(found.map(f => f.toString('latin1')))
      for (let i = from; i < Math.min(from + SOUGHT, count); i++)
        if (known.has(fingerprints.toString('latin1', i * 16, i * 16 + 16))) rows.add(i)
    }
    return rows
  }
}
