import type { ReadableDB, WritableDB } from '../../../db/types.ts'

/** Rows that one statement inserts: a call's cost is paid once for all of them; more gain nothing (measured). */
const ROWS = 50
/** Fingerprints that one statement looks for. */
const SOUGHT = 200

export type Insert = ReturnType<typeof prepareInsert>

/** Prepared for any number of values. */
function prepareInsert(db: WritableDB, sql: string) {
  return db.prepare(sql)
}

/**
 * Into `entry`, `rows` at once, each of `width` bound values: id, amount, base amount, fingerprint, and what `parts` (SQL over column5 …)
 * make the named columns of.
 */
export function insertEntries(
  db: WritableDB,
  batch: number,
  columns: readonly string[],
  parts: readonly string[],
  width: number,
  rows: number,
): Insert {
  const tuple = `(${Array.from({ length: width }, () => '?').join(', ')})`
  const tuples = Array.from({ length: rows }, () => tuple).join(', ')
  // A conflict is a bug and ends the whole transaction: no statement needs a journal of its own.
  return prepareInsert(
    db,
    `INSERT OR FAIL INTO entry (id, amount, base_amount, fingerprint, batch_id, ${columns.join(', ')})
     SELECT column1, column2, column3, column4, ${batch}, ${parts.join(', ')} FROM (VALUES ${tuples})`,
  )
}

/**
 * Rows on their way into a table, many to a statement. `row()` answers where in `values` the next row's columns go; what lies
 * there is inserted once enough has come together, and by `flush`.
 */
export class BulkInsert {
  readonly values: unknown[]
  readonly #db: WritableDB
  readonly #table: string
  readonly #columns: readonly string[]
  readonly #full: Insert
  #rows = 0

  constructor(db: WritableDB, table: string, columns: readonly string[]) {
    this.#db = db
    this.#table = table
    this.#columns = columns
    this.#full = this.#statement(ROWS)
    this.values = Array.from({ length: ROWS * columns.length }, () => 0)
  }

  /** Into `entry_text`: the entry's id, then the named texts; those not named are ''. */
  static texts(db: WritableDB, columns: readonly string[]): BulkInsert {
    return new BulkInsert(db, 'entry_text', ['entry_id', ...columns])
  }

  row(): number {
    if (this.#rows === ROWS) {
      // One by one and not as an array, of which the binding would look up each element: a seventh of an insert's time.
      this.#full.run(...this.values)
      this.#rows = 0
    }
    return this.#rows++ * this.#columns.length
  }

  flush(): void {
    if (this.#rows > 0)
      this.#statement(this.#rows).run(this.values.slice(0, this.#rows * this.#columns.length))
    this.#rows = 0
  }

  #statement(rows: number): Insert {
    const tuple = `(${this.#columns.map(() => '?').join(', ')})`
    const tuples = Array.from({ length: rows }, () => tuple).join(', ')
    // A conflict is a bug and ends the whole transaction: no statement needs a journal of its own.
    return prepareInsert(
      this.#db,
      `INSERT OR FAIL INTO ${this.#table} (${this.#columns.join(', ')}) VALUES ${tuples}`,
    )
  }
}

/**
 * Deleted entries and originals of splits are known still: the file that they came from adds nothing when it comes again. Those of
 * undone imports are not.
 */
export const RESTING = `SELECT r.fingerprint FROM resting_entry r JOIN batch b ON b.id = r.batch_id
  WHERE b.undone_at IS NULL AND r.place <> 'unmade' AND r.fingerprint`

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
