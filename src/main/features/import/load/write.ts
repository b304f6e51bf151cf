import type { MessagePort } from 'node:worker_threads'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { addMembers, memberCount } from '../../../db/members.ts'
import { bumpRevision, nextEntryId, readMeta } from '../../../db/meta.ts'
import { createConverter } from '../../../db/rates.ts'
import type { WritableDB } from '../../../db/types.ts'
import { closeChange, openChange } from '../../../engine/changes/record.ts'
import { createSegmentWriter, type SegmentWriter } from '../../../engine/columnar/segments.ts'
import { FINGERPRINT_VERSION, hashWords } from '../analysis/fingerprint/index.ts'
import { knownFingerprint, dimensionColumns, finishBatch, hasEntries, hasFileOf, insertBatch, insertSourceChunk, insertUnloaded, nameFile, saveFile, saveMapping, upsertAccountDetail } from '../queries.ts' // prettier-ignore
import {
  NO_CHUNK,
  type AccountDetailRow,
  type Ack,
  type RowChunk,
  type Summary,
  type ToWriter,
} from './chunk.ts'
import type { Opening } from './commit.ts'
import { insertRecordChunk } from '../records/queries.ts'
import { again } from './again.ts'
import { EntryInsert } from './entry-insert.ts'
import { OrdinalMap, rowsOf, wantedRows } from './wanted.ts'
import { knownRows } from './queries.ts'
import { TextInsert } from './text-insert.ts'
import { receive } from './receive.ts'
import { say } from '../messages.ts'

export interface WriteInput {
  port: MessagePort
  bell: SharedArrayBuffer
}
export interface WriteOutput {
  batch: number
  revision: number
}

/** Takes one file's rows from the parser and writes them, in one transaction: all of them, or none. */
export function writeBatch(
  db: WritableDB,
  input: WriteInput,
  op: OpContext,
  afterBatch: (batch: number, change: number) => void,
): WriteOutput {
  const bell = new Int32Array(input.bell)
  try {
    return db
      .transaction(() => {
        const first = receive(input.port, bell, op) as ToWriter | { kind: 'open'; opening: Opening }
        if (first.kind !== 'open') throw new FailureError('cancelled', say().cancelled)
        const writer = new BatchWriter(db, first.opening)
        for (;;) {
          const message = receive(input.port, bell, op) as ToWriter
          if (message.kind === 'failed') throw new FailureError('cancelled', say().cancelled)
          if (message.kind === 'end') {
            writer.end(message.summary, message.sha256)
            writer.record(afterBatch)
            return { batch: writer.batch, revision: bumpRevision(db) }
          }
          const ack = writer.take(message)
          if (ack) input.port.postMessage(ack, ack.buffer ? [ack.buffer] : [])
          op.progress({ stage: 'writing', done: writer.loaded, total: 0, unit: 'entries' })
        }
      })
      .immediate()
  } finally {
    // Whoever still sends must not wait for an answer.
    Atomics.store(bell, 1, 1)
    input.port.close()
  }
}

class BatchWriter {
  readonly batch: number
  loaded = 0
  readonly #db: WritableDB
  readonly #keep: boolean
  /** A file that is kept already brings its records all the same: they are the batch's. */
  readonly #keepRecords: boolean
  readonly #fileId: number
  readonly #fileName: string
  /** The file's hash comes with its end. */
  readonly #unnamed: boolean
  readonly #columns: ({ id: string; column: string } | undefined)[]
  /** Indexes into the file's dimensions of those that have a column. */
  readonly #used: number[]
  readonly #entries: EntryInsert
  /** Whether all members of a dimension of the file came with it. */
  readonly #allNew: boolean[]
  readonly #texts: TextInsert
  readonly #unloaded: ReturnType<typeof insertUnloaded>
  readonly #sourceChunk: ReturnType<typeof insertSourceChunk>
  readonly #segments: SegmentWriter
  readonly #convert: ReturnType<typeof createConverter>
  readonly #known: (fingerprint: Uint8Array) => boolean
  /** Within a file no two rows have one fingerprint, so an empty ledger need not be asked. */
  readonly #knownRows: ((fingerprints: Buffer) => Set<number>) | undefined
  /** Local ordinal → the workspace's ordinal, by dimension of the file. */
  readonly #ordinals: OrdinalMap[]
  readonly #currency: number
  readonly #account: number
  readonly #currencies: string[] = ['']
  readonly #base: string
  #next: number

  constructor(db: WritableDB, { file, format, mapping, dimensions }: Opening) {
    this.#db = db
    const now = new Date().toISOString()
    const { sha256 } = file
    this.#unnamed = sha256 === undefined
    // It can be one that is here already, whose pieces would be kept twice.
    if (sha256 === undefined && hasFileOf(db, file.bytes)) throw again(file.name)
    const saved = saveFile(db, { ...file, sha256: sha256 ?? `pending ${now}` })
    this.#keep = saved.keep
    this.#keepRecords = file.kept
    this.#fileId = saved.id
    this.#fileName = file.name
    const shape = mapping.shape.length > 0 ? mapping.shape.join('\u001f') : `${mapping.fields.length} columns`
    const mappingId = saveMapping(db, shape, mapping, now)
    this.batch = insertBatch(db, {
      fileId: saved.id,
      fileName: file.name,
      format,
      mappingId,
      now,
      fingerprintVersion: FINGERPRINT_VERSION,
    })
    this.#columns = dimensionColumns(db, dimensions)
    // Two columns of a file may meet in one custom dimension: the first one has it.
    const seen = new Set<string>()
    this.#used = this.#columns.flatMap((c, i) => {
      if (!c || seen.has(c.column)) return []
      seen.add(c.column)
      return [i]
    })
    const names = this.#used.map(i => (this.#columns[i] as { column: string }).column)
    this.#entries = new EntryInsert(db, this.batch, names)
    this.#allNew = this.#columns.map(
      (c, i) =>
        c !== undefined &&
        this.#columns.every((o, j) => i === j || o?.id !== c.id) &&
        memberCount(db, c.id) === 0,
    )
    this.#texts = new TextInsert(db)
    this.#unloaded = insertUnloaded(db, this.batch)
    this.#sourceChunk = insertSourceChunk(db)
    this.#segments = createSegmentWriter(db, this.batch, names)
    this.#base = readMeta(db, 'base_currency') ?? mapping.currency
    this.#convert = createConverter(db, this.#base)
    this.#known = knownFingerprint(db)
    this.#knownRows = hasEntries(db) ? knownRows(db) : undefined
    this.#ordinals = dimensions.map(() => new OrdinalMap())
    this.#currency = dimensions.findIndex(d => d.id === 'currency')
    this.#account = dimensions.findIndex(d => d.id === 'account')
    this.#next = nextEntryId(db)
  }

  take(message: ToWriter): Ack | undefined {
    if (message.kind === 'rows') return this.#rows(message.chunk, message.accounts)
    if (message.kind === 'unloaded') {
      for (const row of message.rows) this.#unloaded(row)
      return { sequence: NO_CHUNK, duplicates: [] }
    }
    if (message.kind !== 'raw' && message.kind !== 'records') return undefined
    if (message.kind === 'raw' && this.#keep) {
      const { sequence, firstLine, firstByte, data } = message
      this.#sourceChunk.run(this.#fileId, sequence, firstLine, firstByte, data)
    }
    if (message.kind === 'records' && this.#keepRecords)
      insertRecordChunk(this.#db).run(this.batch, message.sequence, message.firstLine, message.data)
    // Gives the memory back now: the garbage collector, which sees little of what lies outside of its heap, would let it pile up.
    ;(message.data.buffer as ArrayBuffer).transfer(0)
    return undefined
  }

  end(summary: Summary, sha256: string): void {
    this.#entries.flush()
    this.#texts.flush()
    const written = this.#segments.end()
    const { read, loaded, duplicate, rejected, ignored } = summary
    if (written !== loaded || loaded !== this.loaded || read !== loaded + duplicate + rejected + ignored)
      throw new FailureError(
        'internal',
        `The import does not add up: ${JSON.stringify({ written, read, loaded, duplicate, rejected, ignored })}.`,
      )
    if (this.#unnamed) nameFile(this.#db, this.#fileId, sha256)
    finishBatch(this.#db, this.batch, summary)
  }

  /** The import's step of the history, and what else is done to new entries. A file that brought none leaves nothing to undo. */
  record(afterBatch: (batch: number, change: number) => void): void {
    if (this.loaded === 0) return
    const change = openChange(this.#db, {
      kind: 'import',
      batchId: this.batch,
      summary: { file: this.#fileName },
    })
    closeChange(this.#db, change, this.loaded)
    afterBatch(this.batch, change)
  }

  #rows(chunk: RowChunk, accounts: readonly AccountDetailRow[]): Ack {
    this.#addMembers(chunk, accounts)
    const { fingerprints } = chunk
    const keys = Buffer.from(fingerprints.buffer, fingerprints.byteOffset, fingerprints.length)
    const known = this.#knownRows?.(keys)
    for (const i of chunk.forced) this.#free(keys.subarray(i * 16, i * 16 + 16))
    const { wanted, duplicates } = wantedRows(chunk, known)
    const bases = this.#bases(chunk)
    const columns = rowsOf(chunk, bases, this.#used, wanted)
    for (const [c, d] of this.#used.entries())
      (this.#ordinals[d] as OrdinalMap).apply(columns.codes[c] as Int32Array)
    const id = this.#next
    this.#entries.add(id, columns)
    // Also where all are empty: `verify` finds a lost text by there being none.
    this.#texts.add(id, chunk.texts, wanted, columns.rows)
    this.#segments.pushRows(id, columns)
    this.#next += columns.rows
    this.loaded += columns.rows
    return { sequence: chunk.sequence, duplicates, buffer: chunk.lines.buffer as ArrayBuffer }
  }

  /** Amounts in the base currency, NaN where there is no rate; undefined where all are in it. */
  #bases(chunk: RowChunk): Float64Array | undefined {
    const currencies = chunk.ordinals[this.#currency] as Int32Array
    const own = this.#currencies.indexOf(this.#base)
    if (own > 0 && currencies.every(currency => currency === own)) return undefined
    return chunk.amounts.map((amount, i) => {
      const currency = this.#currencies[currencies[i] as number] as string
      return this.#convert(amount, currency, chunk.days[i] as number) ?? NaN
    })
  }

  #addMembers(chunk: RowChunk, accounts: readonly AccountDetailRow[]): void {
    for (const [d, fresh] of chunk.members.entries()) {
      if (fresh.length === 0) continue
      const column = this.#columns[d]
      const found = column ? addMembers(this.#db, column.id, fresh, this.#allNew[d]) : undefined
      for (const { key } of fresh) (this.#ordinals[d] as OrdinalMap).push(found?.get(key) ?? 0)
      if (d === this.#currency) this.#currencies.push(...fresh.map(m => m.key))
    }
    if (accounts.length === 0) return
    const upsert = upsertAccountDetail(this.#db)
    for (const { ordinal, details } of accounts)
      upsert.run((this.#ordinals[this.#account] as OrdinalMap).of(ordinal), ...details)
  }

  /** Makes the fingerprint of a row that is wanted twice one of its own: the key is hashed again until it is free. */
  #free(fingerprint: Buffer): void {
    const words = new Int32Array(8)
    const out = new Int32Array(4)
    while (this.#known(fingerprint)) {
      for (let w = 0; w < 4; w++) words[w] = fingerprint.readInt32LE(w * 4)
      words[4] = 1
      hashWords(words, 8, 1, out, 0)
      for (let w = 0; w < 4; w++) fingerprint.writeInt32LE(out[w] as number, w * 4)
    }
  }
}
