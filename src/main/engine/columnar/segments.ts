import { randomBytes } from 'node:crypto'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { CODE_COLUMNS, codeColumn } from '../columns.ts'
import { encode, encodeIds, type Encoded } from './encoding.ts'

/** Rows of one segment at most: small enough that an import never holds more than this beside its own batch of rows. */
export const SEGMENT_ROWS = 131_072

/**
 * Column name of the row that stands for the segment as a whole. Its encoding is a random tag that changes with every writing,
 * by which readers tell an old segment from a new one of the same batch.
 */
export const HEAD = ''

/** Takes a batch's rows in the order of their ids and writes them as segments. */
export interface SegmentWriter {
  /** `codes`: ordinals in the order of the columns that the writer was made with. `baseAmount` null where there is no rate. */
  push(id: number, day: number, amount: number, baseAmount: number | null, codes: ArrayLike<number>): void
  /** The same of many rows, whose ids are `id` and the following. */
  pushRows(id: number, columns: SegmentColumns): void
  /** Writes what is left. Answers how many rows were written in all. */
  end(): number
}

/** Rows by columns; what lies behind the first `rows` is not looked at. */
export interface SegmentColumns {
  rows: number
  days: Int32Array
  amounts: Float64Array
  /** NaN where there is no rate; undefined where all are as the amounts. */
  bases: Float64Array | undefined
  codes: readonly Int32Array[]
}

/**
 * Writes a batch's segments while its rows are being inserted, so that they need not be read back. Call inside the transaction
 * that inserts them; `columns` are names of dimension columns of `entry`; columns not named hold 0.
 */
export function createSegmentWriter(
  db: WritableDB,
  batchId: number,
  columns: readonly string[],
): SegmentWriter {
  const names = columns.map(codeColumn)
  const insert = db.prepare(
    'INSERT INTO segment (batch_id, sequence, column_name, rows, encoding, data) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const ids = new Float64Array(SEGMENT_ROWS)
  const days = new Int32Array(SEGMENT_ROWS)
  const amounts = new Float64Array(SEGMENT_ROWS)
  const bases = new Float64Array(SEGMENT_ROWS)
  // Allocated when a column's first member turns up: most of the 45 stay empty in any one file.
  const codes: (Uint32Array | undefined)[] = names.map(() => undefined)
  let rows = 0
  let sequence = 0
  let written = 0

  const flush = (): void => {
    if (rows === 0) return
    const order = orderByDay(days, rows)
    const put = (name: string, { encoding, data }: Encoded): void => {
      insert.run(batchId, sequence, name, rows, encoding, data)
      giveBack(data)
    }
    const putColumn = <T extends Float64Array | Int32Array | Uint32Array>(
      name: string,
      values: T,
      as: (values: T) => Encoded,
    ): void => {
      put(name, as(values))
      giveBack(values)
    }
    put(HEAD, { encoding: randomBytes(8).toString('hex'), data: Buffer.alloc(0) })
    putColumn('id', arrange(ids, order, rows), encodeIds)
    putColumn('day', arrange(days, order, rows), encode)
    putColumn('amount', arrange(amounts, order, rows), encode)
    const same = amounts.subarray(0, rows).every((amount, i) => amount === bases[i])
    if (same) put('base_amount', { encoding: 'same', data: Buffer.alloc(0) })
    else putColumn('base_amount', arrange(bases, order, rows), encode)
    for (const [i, column] of codes.entries()) {
      if (column) putColumn(names[i] as string, arrangeCodes(column, order, rows), encode)
      column?.fill(0)
    }
    if (order) giveBack(order)
    written += rows
    rows = 0
    sequence += 1
  }

  return {
    push(id, day, amount, baseAmount, rowCodes) {
      ids[rows] = id
      days[rows] = day
      amounts[rows] = amount
      bases[rows] = baseAmount ?? NaN
      for (let i = 0; i < names.length; i += 1) {
        const code = rowCodes[i] as number
        if (code === 0) continue
        const column = (codes[i] ??= new Uint32Array(SEGMENT_ROWS))
        column[rows] = code
      }
      rows += 1
      if (rows === SEGMENT_ROWS) flush()
    },
    pushRows(id, columns) {
      for (let from = 0; from < columns.rows;) {
        const to = Math.min(columns.rows, from + SEGMENT_ROWS - rows)
        for (let i = from; i < to; i += 1) ids[rows + i - from] = id + i
        days.set(columns.days.subarray(from, to), rows)
        amounts.set(columns.amounts.subarray(from, to), rows)
        bases.set((columns.bases ?? columns.amounts).subarray(from, to), rows)
        for (const [c, list] of columns.codes.entries()) {
          const piece = list.subarray(from, to)
          if (codes[c] || !isNought(piece)) (codes[c] ??= new Uint32Array(SEGMENT_ROWS)).set(piece, rows)
        }
        rows += to - from
        from = to
        if (rows === SEGMENT_ROWS) flush()
      }
    },
    end() {
      flush()
      return written
    },
  }
}

/**
 * Writes the segments of a batch from its entries, replacing any that it has. Call inside the transaction that changed them.
 * Answers the number of rows.
 */
export function writeSegments(db: WritableDB, batchId: number): number {
  dropSegments(db, batchId)
  const used = usedColumns(db, batchId)
  const writer = createSegmentWriter(db, batchId, used)
  const list = ['id', 'day', 'amount', 'base_amount', ...used].join(', ')
  // Read in pieces: a connection that is stepping through a SELECT may not INSERT.
  const select = db
    .prepare(`SELECT ${list} FROM entry WHERE batch_id = ? AND id > ? ORDER BY id LIMIT 8192`)
    .raw()
  const codes = used.map(() => 0)
  let last = -1
  for (;;) {
    const piece = select.all(batchId, last) as (number | null)[][]
    for (const row of piece) {
      for (let i = 0; i < used.length; i += 1) codes[i] = row[i + 4] as number
      writer.push(row[0] as number, row[1] as number, row[2] as number, row[3] as number | null, codes)
    }
    const end = piece.at(-1)
    if (!end) break
    last = end[0] as number
  }
  return writer.end()
}

/** Removes a batch's segments: its entries are leaving the ledger. Call inside the transaction that removes them. */
export function dropSegments(db: WritableDB, batchId: number): void {
  db.prepare('DELETE FROM segment WHERE batch_id = ?').run(batchId)
}

/** Batches whose segments do not hold as many rows as they have entries: empty in a sound workspace. For `workspace.verify`. */
export function unsoundSegments(db: ReadableDB): { batchId: number; entries: number; rows: number }[] {
  return db
    .prepare(
      `SELECT batchId, SUM(entries) AS entries, SUM(rows) AS rows FROM (
         SELECT batch_id AS batchId, COUNT(*) AS entries, 0 AS rows FROM entry GROUP BY batch_id
         UNION ALL
         SELECT batch_id, 0, SUM(rows) FROM segment WHERE column_name = '' GROUP BY batch_id
       ) GROUP BY batchId HAVING SUM(entries) <> SUM(rows)`,
    )
    .all() as { batchId: number; entries: number; rows: number }[]
}

function usedColumns(db: ReadableDB, batchId: number): string[] {
  const highest = CODE_COLUMNS.map(name => `MAX(${name})`).join(', ')
  const row = db.prepare(`SELECT ${highest} FROM entry WHERE batch_id = ?`).raw().get(batchId) as (
    | number
    | null
  )[]
  return CODE_COLUMNS.filter((_, i) => (row[i] ?? 0) > 0)
}

/**
 * Gives an array's memory back now: a segment's columns come to as much as all else that an import holds, and the garbage collector, which
 * sees little of what lies outside of its heap, would let several segments' pile up. The array must have its buffer to itself.
 */
function giveBack({ buffer, byteLength }: Uint8Array | Int32Array | Uint32Array | Float64Array): void {
  if (byteLength === buffer.byteLength && byteLength > 0) (buffer as ArrayBuffer).transfer(0)
}

function isNought(list: Int32Array): boolean {
  for (let i = 0; i < list.length; i += 1) if (list[i] !== 0) return false
  return true
}

/** Positions in the order of (day, id), undefined where they lie so already. Rows come by id, so a stable sort by day is enough. */
function orderByDay(days: Int32Array, rows: number): Uint32Array | undefined {
  let sorted = true
  for (let i = 1; i < rows && sorted; i += 1) sorted = (days[i - 1] as number) <= (days[i] as number)
  if (sorted) return undefined
  // Day and position in one float, exactly: days need 22 bits, positions 18.
  const keys = new Float64Array(rows)
  for (let i = 0; i < rows; i += 1) keys[i] = (days[i] as number) * SEGMENT_ROWS + i
  keys.sort()
  const order = new Uint32Array(rows)
  for (let i = 0; i < rows; i += 1) {
    const key = keys[i] as number
    order[i] = key - Math.floor(key / SEGMENT_ROWS) * SEGMENT_ROWS
  }
  giveBack(keys)
  return order
}

function arrange<T extends Uint32Array | Int32Array | Float64Array>(
  values: T,
  order: Uint32Array | undefined,
  rows: number,
): T {
  if (!order) return values.slice(0, rows) as T
  const out = values.slice(0, rows) as T
  for (let i = 0; i < rows; i += 1) out[i] = values[order[i] as number] as number
  return out
}

/** As `arrange`, for what is arranged most: a loop that sees one type only takes half the time. */
function arrangeCodes(values: Uint32Array, order: Uint32Array | undefined, rows: number): Uint32Array {
  if (!order) return values.slice(0, rows)
  const out = new Uint32Array(rows)
  for (let i = 0; i < rows; i += 1) out[i] = values[order[i] as number] as number
  return out
}
