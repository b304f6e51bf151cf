import { randomBytes } from 'node:crypto'
import type { WritableDB } from '../../db/types.ts'
import { CODE_COLUMNS, codeColumn } from '../columns.ts'
import { decode, encode, encodeIds, type Column, type Encoded } from './encoding.ts'
import { HEAD, SEGMENT_ROWS, writeSegments } from './segments.ts'

/** Above this share of a batch's rows, its segments are written anew instead of being patched. */
const MANY = 0.25

interface Stored {
  sequence: number
  rows: number
}

/**
 * Brings a batch's segments up to date with the entries of these ids: changed, new, or gone. `columns` says which columns of
 * `entry` changed where no entry came or went: then only those are read and written. Call inside the transaction that changed them.
 */
export function refreshSegments(
  db: WritableDB,
  batchId: number,
  ids: readonly number[],
  columns?: readonly string[],
  watch?: { step(entries: number): void },
): void {
  const stored = db
    .prepare('SELECT sequence, rows FROM segment WHERE batch_id = ? AND column_name = ? ORDER BY sequence')
    .all(batchId, HEAD) as Stored[]
  const rows = stored.reduce((sum, segment) => sum + segment.rows, 0)
  // Codes alone are put in place however many they are; rows that came or went are dealt out again where they are many.
  if (rows === 0 || (!columns && ids.length > rows * MANY)) {
    writeSegments(db, batchId)
    return
  }
  const segments = stored.map(head => new StoredSegment(db, batchId, head))
  const groups = bySegment(segments, ids)
  for (const [segment, own] of groups) {
    watch?.step(own.length)
    if (columns) segment.setColumns(own, columns)
    else if (!segment.replaceRows(own)) {
      // Too many rows for one segment: all are dealt out again.
      writeSegments(db, batchId)
      return
    }
  }
}

/** Each id with the segment that it lies in, or would: the last one whose first id is not above it. */
function bySegment(segments: readonly StoredSegment[], ids: readonly number[]): Map<StoredSegment, number[]> {
  const order = segments
    .map(segment => ({ segment, first: segment.firstId }))
    .sort((a, b) => a.first - b.first)
  const groups = new Map<StoredSegment, number[]>()
  for (const id of ids) {
    const home = (order.findLast(({ first }) => first <= id) ?? order[0])?.segment as StoredSegment
    const own = groups.get(home)
    if (own) own.push(id)
    else groups.set(home, [id])
  }
  return groups
}

class StoredSegment {
  readonly #db: WritableDB
  readonly #batchId: number
  readonly #sequence: number
  readonly #rows: number
  readonly #ids: Float64Array
  readonly firstId: number
  readonly lastId: number

  constructor(db: WritableDB, batchId: number, { sequence, rows }: Stored) {
    this.#db = db
    this.#batchId = batchId
    this.#sequence = sequence
    this.#rows = rows
    this.#ids = this.#read('id', new Float64Array(rows))
    this.firstId = this.#ids.reduce((least, id) => Math.min(least, id), Infinity)
    this.lastId = this.#ids.reduce((most, id) => Math.max(most, id), -Infinity)
  }

  /** Copies columns of entries that are there and stay there. */
  setColumns(ids: readonly number[], columns: readonly string[]): void {
    const places = this.#placesOf(ids)
    for (const name of columns.map(codeColumn)) {
      const values = this.#read(name, new Uint32Array(this.#rows))
      if (places.size * 8 > this.#rows) this.#readCodes(name, places, values)
      else {
        const select = this.#db.prepare(`SELECT ${name} FROM entry WHERE id = ?`).pluck()
        for (const [id, place] of places) values[place] = select.get(id) as number
      }
      this.#put(name, values.some(code => code !== 0) ? encode(values) : undefined)
    }
    this.#touch(this.#rows)
  }

  /** Reads the codes of many entries in one go: in the order of their ids, in which they lie in the file. */
  #readCodes(name: string, places: ReadonlyMap<number, number>, values: Uint32Array): void {
    const rows = this.#db
      .prepare(`SELECT id, ${name} FROM entry WHERE batch_id = ? AND id BETWEEN ? AND ?`)
      .raw()
      .all(this.#batchId, this.firstId, this.lastId) as [number, number][]
    for (const [id, code] of rows) {
      const place = places.get(id)
      if (place !== undefined) values[place] = code
    }
  }

  /** Takes out the rows of these ids and puts in those that the ledger has of them. False where they do not all fit. */
  replaceRows(ids: readonly number[]): boolean {
    const list = ['id', 'day', 'amount', 'base_amount', ...CODE_COLUMNS].join(', ')
    const fresh = this.#db
      .prepare(`SELECT ${list} FROM entry WHERE batch_id = ? AND id IN (SELECT value FROM json_each(?))`)
      .raw()
      .all(this.#batchId, JSON.stringify(ids)) as (number | null)[][]
    const gone = new Set(this.#placesOf(ids).values())
    const rows = this.#rows - gone.size + fresh.length
    if (rows > SEGMENT_ROWS) return false
    if (rows === 0) {
      this.#db
        .prepare('DELETE FROM segment WHERE batch_id = ? AND sequence = ?')
        .run(this.#batchId, this.#sequence)
      return true
    }
    const kept = Uint32Array.from({ length: this.#rows }, (_, i) => i).filter(i => !gone.has(i))
    const join = (old: Float64Array, column: number): Float64Array => {
      const out = new Float64Array(rows)
      for (let i = 0; i < kept.length; i += 1) out[i] = old[kept[i] as number] as number
      for (const [i, row] of fresh.entries()) out[kept.length + i] = row[column] ?? NaN
      return out
    }
    const columnOf = (name: string, at: number): Float64Array =>
      join(this.#read(name, new Float64Array(this.#rows)), at)
    const idsNow = join(this.#ids, 0)
    const days = columnOf('day', 1)
    const order = Uint32Array.from({ length: rows }, (_, i) => i).sort(
      (a, b) => (days[a] as number) - (days[b] as number) || (idsNow[a] as number) - (idsNow[b] as number),
    )
    const sorted = (values: Float64Array): Float64Array =>
      Float64Array.from(order, place => values[place] as number)
    const amounts = sorted(columnOf('amount', 2))
    const bases = sorted(columnOf('base_amount', 3))
    // Most columns of most files are empty: they are not stored, and need not be spread out.
    const stored = new Set(
      this.#db
        .prepare('SELECT column_name FROM segment WHERE batch_id = ? AND sequence = ?')
        .pluck()
        .all(this.#batchId, this.#sequence) as string[],
    )
    const codes = CODE_COLUMNS.flatMap((name, i) =>
      stored.has(name) || fresh.some(row => row[i + 4] !== 0)
        ? [{ name, values: Uint32Array.from(sorted(columnOf(name, i + 4))) }]
        : [],
    )
    // Read before any is written: base_amount may point at amount.
    this.#put('id', encodeIds(sorted(idsNow)))
    this.#put('day', encode(Int32Array.from(sorted(days))))
    this.#put('amount', encode(amounts))
    const same = amounts.every((amount, i) => amount === bases[i])
    this.#put('base_amount', same ? { encoding: 'same', data: Buffer.alloc(0) } : encode(bases))
    for (const { name, values } of codes)
      this.#put(name, values.some(code => code !== 0) ? encode(values) : undefined)
    this.#touch(rows)
    this.#db
      .prepare('UPDATE segment SET rows = ? WHERE batch_id = ? AND sequence = ?')
      .run(rows, this.#batchId, this.#sequence)
    return true
  }

  #placesOf(ids: readonly number[]): Map<number, number> {
    const wanted = new Set(ids)
    const places = new Map<number, number>()
    for (let i = 0; i < this.#ids.length; i += 1)
      if (wanted.has(this.#ids[i] as number)) places.set(this.#ids[i] as number, i)
    return places
  }

  #read<T extends Float64Array | Uint32Array>(name: string, into: T): T {
    const row = this.#db
      .prepare('SELECT encoding, data FROM segment WHERE batch_id = ? AND sequence = ? AND column_name = ?')
      .get(this.#batchId, this.#sequence, name) as { encoding: string; data: Buffer } | undefined
    if (!row) return into
    if (row.encoding === 'same') return this.#read('amount', into)
    return spread(decode(row.encoding, row.data, this.#rows), into)
  }

  #put(name: string, encoded: Encoded | undefined): void {
    if (encoded)
      this.#db
        .prepare(
          'INSERT OR REPLACE INTO segment (batch_id, sequence, column_name, rows, encoding, data) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(this.#batchId, this.#sequence, name, this.#rows, encoded.encoding, encoded.data)
    else
      this.#db
        .prepare('DELETE FROM segment WHERE batch_id = ? AND sequence = ? AND column_name = ?')
        .run(this.#batchId, this.#sequence, name)
  }

  /** A new tag, by which readers see that the segment is another. */
  #touch(rows: number): void {
    this.#db
      .prepare(
        'UPDATE segment SET rows = ?, encoding = ? WHERE batch_id = ? AND sequence = ? AND column_name = ?',
      )
      .run(rows, randomBytes(8).toString('hex'), this.#batchId, this.#sequence, HEAD)
  }
}

function spread<T extends Float64Array | Uint32Array>(column: Column, into: T): T {
  if (column.kind === 'constant') into.fill(column.value)
  else if (column.kind === 'sequence') for (let i = 0; i < into.length; i += 1) into[i] = column.first + i
  else for (let i = 0; i < into.length; i += 1) into[i] = (column.values[i] as number) + column.base
  return into
}
