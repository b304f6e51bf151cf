import { createHash } from 'node:crypto'
import { MappingSchema, type Mapping } from '../../../../shared/contract/import.ts'
import { csvRecord } from '../../../../shared/csv/write-csv.ts'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { unpackPiece } from '../../../files/pieces.ts'
import { stopIfCancelled } from '../compare/changed.ts'
import {
  iterateChunks,
  iterateRecords,
  selectEntries,
  type PackedBatch,
  type PackedEntry,
} from './queries.ts'
import { recordSpans } from './spans.ts'

/** Takes texts of entries, and may hide what names a person in them. Nothing is hidden unless the workspace asks for it. */
export type Mask = (text: string, column: string) => string

/** Where the record of each packed entry stands: its member of the pack, bytes in it, and its hash. By place among the entries. */
export class Places {
  readonly source: string[] = []
  readonly from: Float64Array
  readonly to: Float64Array
  readonly #hashes: Buffer
  readonly #known: Uint8Array

  constructor(count: number) {
    this.from = new Float64Array(count).fill(NaN)
    this.to = new Float64Array(count)
    this.#hashes = Buffer.alloc(count * 32)
    this.#known = new Uint8Array(count)
  }

  set(index: number, source: string, record: Uint8Array, span?: readonly [number, number]): void {
    this.source[index] = source
    createHash('sha256')
      .update(record)
      .digest()
      .copy(this.#hashes, index * 32)
    this.#known[index] = 1
    if (span) [this.from[index], this.to[index]] = span
  }

  /** source, from, to, record_sha256; blank where no raw file is kept. */
  cells(index: number): [string, string, string, string] {
    if (this.#known[index] === 0) return ['', '', '', '']
    const inBytes = !Number.isNaN(this.from[index])
    return [
      this.source[index] ?? '',
      inBytes ? String(this.from[index]) : '',
      inBytes ? String(this.to[index]) : '',
      this.#hashes.toString('hex', index * 32, index * 32 + 32),
    ]
  }
}

/** Entries by the line that they came from, as places among the packed ones. */
export type ByLine = ReadonlyMap<number, readonly number[]>

/** The kept file, piece by piece; the records of the entries are noted on the way. `mapping` undefined: no line leads to a record. */
export function* sourceChunks(
  db: ReadableDB,
  batch: PackedBatch,
  name: string,
  readings: readonly { mapping: Mapping; lines: ByLine }[],
  places: Places,
  context: OpContext,
): Generator<Uint8Array> {
  for (const { firstLine, firstByte, data } of iterateChunks(db, batch.fileId)) {
    stopIfCancelled(context)
    const bytes = unpackPiece(data)
    for (const { mapping, lines } of readings) {
      const wanted = new Set(lines.keys())
      for (const [line, span] of recordSpans({ firstLine, firstByte, bytes }, wanted, mapping)) {
        const record = bytes.subarray(span[0] - firstByte, span[1] - firstByte)
        for (const index of lines.get(line) ?? []) places.set(index, name, record, span)
      }
    }
    yield bytes
  }
}

/** The records of a file whose lines lead nowhere (workbooks, XML), as JSON lines [place, text, cells]. */
export function* recordChunks(
  db: ReadableDB,
  batch: number,
  name: string,
  lines: ByLine,
  places: Places,
): Generator<string> {
  for (const data of iterateRecords(db, batch)) {
    const text = unpackPiece(data).toString('utf8')
    for (const line of text.split('\n')) {
      if (line === '') continue
      const [place, raw] = JSON.parse(line) as [number, string]
      for (const index of lines.get(place) ?? []) places.set(index, name, Buffer.from(raw))
    }
    yield text.endsWith('\n') ? text : `${text}\n`
  }
}

/** Undefined where the mapping is gone or another version's. */
export function readMapping(json: string | undefined): Mapping | undefined {
  if (json === undefined) return undefined
  const parsed = MappingSchema.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : undefined
}

const FIXED = ['id', 'date', 'amount', 'base_amount', 'batch', 'line', 'source', 'from', 'to', 'record_sha256', 'description', 'reference', 'document', 'note'] // prettier-ignore
const AT_ONCE = 2000

/** entries.csv: amounts as decimals of their currency, members by key. `derived`: dimensions that figures filter by, beside the stored ones. */
export function* entriesCsv(
  db: ReadableDB,
  columnar: Columnar,
  ids: Float64Array,
  derived: readonly string[],
  places: Places,
  mask: Mask,
  context: OpContext,
): Generator<string> {
  const columns = dimensionColumns(columnar, derived)
  yield `${csvRecord([...FIXED, ...columns.map(one => one.id)])}\n`
  const base = columnar.store.baseCurrency
  const currency = columnar.dictionary('currency')
  const known = new Map<string, string>()
  const hide = (id: string, key: string): string => {
    const one = known.get(key) ?? mask(key, id)
    known.set(key, one)
    return one
  }
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    stopIfCancelled(context)
    context.progress({ stage: 'pack', done: at, total: ids.length, unit: 'entries' })
    const rows = selectEntries(db, [...ids.subarray(at, at + AT_ONCE)])
    const lines = rows.map((row, i) => {
      const own = currency.keyOf(row['currency'] as number) || base
      const [source, from, to, hash] = places.cells(at + i)
      return csvRecord([
        String(row.id),
        toIsoDate(row.day),
        toDecimal(row.amount, exponentOf(own)),
        row.baseAmount === null ? '' : toDecimal(row.baseAmount, exponentOf(base)),
        String(row.batchId),
        String(row.line),
        source,
        from,
        to,
        hash,
        ...(['description', 'reference', 'document', 'note'] as const).map(field => mask(row[field], field)),
        ...columns.map(column => hide(column.id, column.keyOf(row))),
      ])
    })
    yield `${lines.join('\n')}\n`
  }
}

function dimensionColumns(
  columnar: Columnar,
  derived: readonly string[],
): { id: string; keyOf: (row: PackedEntry) => string }[] {
  const { registry } = columnar.dictionaries
  return [...registry.values()]
    .filter(
      source => (source.kind === 'derived' ? derived.includes(source.id) : true) && source.several !== true,
    )
    .map(({ id, column }) => {
      const dictionary = columnar.dictionary(id)
      const { through } = dictionary
      return {
        id,
        keyOf: (row: PackedEntry) => {
          const code = row[column] as number
          return dictionary.keyOf(through ? (through[code] as number) : code)
        },
      }
    })
}
