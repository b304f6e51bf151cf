import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { readFiscal, readMeta, readRevision } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import { bytesOf, decode, type Column } from './encoding.ts'
import { HEAD } from './segments.ts'

const NOTHING: Column = { kind: 'constant', value: 0 }

/** What must be known of an amount column before sums of it are trusted to floats. */
export interface Bounds {
  /** Σ|amount| or more: while the store's stays below 2^53, no partial sum can pass it either. */
  absolute: number
  /** Rows without a value. */
  missing: number
}

/** One segment in memory: rows of one batch sorted by (day, id). Columns are read from the file when first asked for. */
export class Segment {
  readonly batchId: number
  readonly sequence: number
  readonly tag: string
  readonly rows: number
  /** Number of this segment's first row when all segments are counted through. */
  start = 0
  readonly #db: ReadableDB
  readonly #columns = new Map<string, Column>()
  readonly #bounds = new Map<string, Bounds>()

  constructor(db: ReadableDB, batchId: number, sequence: number, tag: string, rows: number) {
    this.#db = db
    this.batchId = batchId
    this.sequence = sequence
    this.tag = tag
    this.rows = rows
  }

  column(name: string): Column {
    const known = this.#columns.get(name)
    if (known) return known
    const row = this.#db
      .prepare('SELECT encoding, data FROM segment WHERE batch_id = ? AND sequence = ? AND column_name = ?')
      .get(this.batchId, this.sequence, name) as { encoding: string; data: Buffer } | undefined
    const column = !row
      ? NOTHING
      : row.encoding === 'same'
        ? this.column('amount')
        : decode(row.encoding, row.data, this.rows)
    this.#columns.set(name, column)
    return column
  }

  bounds(name: 'amount' | 'base_amount'): Bounds {
    const known = this.#bounds.get(name)
    if (known) return known
    const bounds = boundsOf(this.column(name), this.rows)
    this.#bounds.set(name, bounds)
    return bounds
  }

  value(name: string, row: number): number {
    const column = this.column(name)
    if (column.kind === 'constant') return column.value
    if (column.kind === 'sequence') return column.first + row
    return (column.values[row] as number) + column.base
  }

  get firstDay(): number {
    return this.value('day', 0)
  }

  get lastDay(): number {
    return this.value('day', this.rows - 1)
  }

  /** First row on or after `day`; `rows` where there is none. */
  rowFrom(day: number): number {
    const column = this.column('day')
    if (column.kind !== 'array') return this.firstDay < day ? this.rows : 0
    const { values } = column
    let low = 0
    let high = this.rows
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((values[middle] as number) < day) low = middle + 1
      else high = middle
    }
    return low
  }

  get bytes(): number {
    return [...new Set(this.#columns.values())].reduce((sum, column) => sum + bytesOf(column), 0)
  }
}

/** The segments of all batches that are in the ledger, in the order of their ids, and the settings that answers depend on. */
export class ColumnStore {
  segments: Segment[] = []
  rows = 0
  revision = -1
  baseCurrency = 'GBP'
  profile: 'personal' | 'ledger' = 'personal'
  fiscal: Fiscal = 1
  readonly #db: ReadableDB
  #dataVersion = -1

  constructor(db: ReadableDB) {
    this.#db = db
  }

  /**
   * Looks whether another connection has changed the ledger and takes up what has: only segments with a new tag are read again.
   * True where anything cached from before is stale. Costs two look-ups while nothing was written.
   */
  refresh(): boolean {
    // The pragma sees what other connections wrote (settings and the word index too), the revision what this one did.
    const dataVersion = this.#db.pragma('data_version', { simple: true }) as number
    const revision = readRevision(this.#db)
    if (dataVersion === this.#dataVersion && revision === this.revision) return false
    this.#dataVersion = dataVersion
    this.revision = revision
    this.baseCurrency = readMeta(this.#db, 'base_currency') ?? 'GBP'
    this.profile = readMeta(this.#db, 'profile') === 'ledger' ? 'ledger' : 'personal'
    this.fiscal = readFiscal(this.#db)
    const known = new Map(this.segments.map(s => [s.tag, s]))
    const heads = this.#db
      .prepare('SELECT batch_id, sequence, encoding, rows FROM segment WHERE column_name = ?')
      .raw()
      .all(HEAD) as [number, number, string, number][]
    this.segments = heads
      .map(
        ([batchId, sequence, tag, rows]) =>
          known.get(tag) ?? new Segment(this.#db, batchId, sequence, tag, rows),
      )
      // A batch's ids lie together and batches are numbered as they come, so this is the order of the ids.
      .toSorted((a, b) => a.batchId - b.batchId || a.sequence - b.sequence)
    this.rows = 0
    for (const segment of this.segments) {
      segment.start = this.rows
      this.rows += segment.rows
    }
    return true
  }

  /** First and last posting day of the whole ledger; undefined while it is empty. */
  get span(): { from: number; to: number } | undefined {
    if (this.segments.length === 0) return undefined
    let from = Infinity
    let to = -Infinity
    for (const segment of this.segments) {
      if (segment.firstDay < from) from = segment.firstDay
      if (segment.lastDay > to) to = segment.lastDay
    }
    return { from, to }
  }

  /** Bytes that the loaded columns take. */
  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.bytes, 0)
  }
}

function boundsOf(column: Column, rows: number): Bounds {
  if (column.kind === 'sequence') throw new RangeError('ids are not amounts')
  if (column.kind === 'constant') {
    const none = Number.isNaN(column.value)
    return { absolute: none ? 0 : Math.abs(column.value) * rows, missing: none ? rows : 0 }
  }
  // Told by the packing, and so small that thousands of such segments stay below 2^53: the usual case, at no cost.
  if (column.most !== undefined && column.most * rows < 2 ** 40)
    return { absolute: column.most * rows, missing: 0 }
  let absolute = 0
  let missing = 0
  const { values } = column
  for (let i = 0; i < rows; i += 1) {
    const value = values[i] as number
    if (value === value) absolute += value < 0 ? -value : value
    else missing += 1
  }
  return { absolute, missing }
}
