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
import { knownFingerprint, dimensionColumns, finishBatch, hasEntries, insertBatch, insertSourceChunk, insertUnloaded, saveFile, saveMapping, upsertAccountDetail } from '../queries.ts' // prettier-ignore
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
import { EntryInsert } from './entry-insert.ts'
import { BulkInsert, knownRows } from './queries.ts'
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
            writer.end(message.summary)
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
  readonly #columns: ({ id: string; column: string } | undefined)[]
  /** Indexes into the file's dimensions of those that have a column. */
  readonly #used: number[]
  readonly #entries: EntryInsert
  /** The greatest ordinal, by dimension of the file; and whether all members of its dimension came with this file. */
  readonly #most: number[]
  readonly #allNew: boolean[]
  #texts: BulkInsert
  #textColumns = ''
  readonly #unloaded: ReturnType<typeof insertUnloaded>
  readonly #sourceChunk: ReturnType<typeof insertSourceChunk>
  readonly #segments: SegmentWriter
  readonly #convert: ReturnType<typeof createConverter>
  readonly #known: (fingerprint: Uint8Array) => boolean
  /** Within a file no two rows have one fingerprint, so an empty ledger need not be asked. */
  readonly #knownRows: ((fingerprints: Buffer) => Set<number>) | undefined
  /** Local ordinal → the workspace's ordinal, by dimension of the file. */
  readonly #ordinals: number[][]
  readonly #currency: number
  readonly #account: number
  readonly #currencies: string[] = ['']
  #next: number

  constructor(db: WritableDB, { file, format, mapping, dimensions }: Opening) {
    this.#db = db
    const now = new Date().toISOString()
    const saved = saveFile(db, file)
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
    this.#most = dimensions.map(() => 0)
    this.#allNew = this.#columns.map(
      (c, i) =>
        c !== undefined &&
        this.#columns.every((o, j) => i === j || o?.id !== c.id) &&
        memberCount(db, c.id) === 0,
    )
    this.#texts = BulkInsert.texts(db, [])
    this.#unloaded = insertUnloaded(db, this.batch)
    this.#sourceChunk = insertSourceChunk(db)
    this.#segments = createSegmentWriter(db, this.batch, names)
    this.#convert = createConverter(db, readMeta(db, 'base_currency') ?? mapping.currency)
    this.#known = knownFingerprint(db)
    this.#knownRows = hasEntries(db) ? knownRows(db) : undefined
    this.#ordinals = dimensions.map(() => [0])
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
    if (message.kind === 'raw' && this.#keep) {
      const { sequence, firstLine, firstByte, data } = message
      this.#sourceChunk.run(this.#fileId, sequence, firstLine, firstByte, data)
    }
    if (message.kind === 'records' && this.#keepRecords)
      insertRecordChunk(this.#db).run(this.batch, message.sequence, message.firstLine, message.data)
    return undefined
  }

  end(summary: Summary): void {
    this.#entries.flush()
    this.#texts.flush()
    const written = this.#segments.end()
    const { read, loaded, duplicate, rejected, ignored } = summary
    if (written !== loaded || loaded !== this.loaded || read !== loaded + duplicate + rejected + ignored)
      throw new FailureError(
        'internal',
        `The import does not add up: ${JSON.stringify({ written, read, loaded, duplicate, rejected, ignored })}.`,
      )
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
    const used = this.#used
    const lists = used.map(i => chunk.ordinals[i] as Int32Array)
    const maps = used.map(i => this.#ordinals[i] as number[])
    const codes = used.map(() => 0)
    const forced = new Set(chunk.forced)
    const left = new Set(chunk.left)
    const currencies = chunk.ordinals[this.#currency] as Int32Array
    // A copy: rows wait for their statement to fill up, and the chunk's buffer goes back before that.
    const fingerprints = Buffer.from(chunk.fingerprints)
    const known = this.#knownRows?.(fingerprints)
    const duplicates: number[] = []
    const entries = this.#entries
    entries.fit(
      greatest(chunk.lines),
      greatest(chunk.periods),
      used.map(d => this.#most[d] as number),
    )
    const columns = this.#textsOf(chunk)
    const words = this.#texts.values
    for (let i = 0; i < chunk.rows; i++) {
      if (left.has(i)) continue
      let fingerprint: Buffer = fingerprints.subarray(i * 16, i * 16 + 16)
      if (forced.has(i)) fingerprint = this.#free(fingerprint)
      else if (known?.has(i)) {
        duplicates.push(i)
        continue
      }
      const id = this.#next++
      const day = chunk.days[i] as number
      const amount = chunk.amounts[i] as number
      const base = this.#convert(amount, this.#currencies[currencies[i] as number] as string, day)
      for (let d = 0; d < used.length; d++)
        codes[d] = (maps[d] as number[])[(lists[d] as Int32Array)[i] as number] as number
      entries.add(
        id,
        chunk.lines[i] as number,
        day,
        chunk.periods[i] as number,
        amount,
        base,
        fingerprint,
        codes,
      )
      // Also where all are empty: `verify` finds a lost text by there being none.
      let at = this.#texts.row()
      words[at++] = id
      for (const texts of columns) words[at++] = texts[i] ?? ''
      this.#segments.push(id, day, amount, base, codes)
      this.loaded++
    }
    return { sequence: chunk.sequence, duplicates, buffer: chunk.lines.buffer as ArrayBuffer }
  }

  /** The texts that a chunk has, in the order in which they are inserted from here on: a binding less a row for each that it has not. */
  #textsOf({ texts, extras }: RowChunk): string[][] {
    const given = Object.entries({ ...texts, extra: extras }).filter(
      (t): t is [string, string[]] => t[1] !== undefined,
    )
    const names = given.map(([name]) => name)
    if (names.join() !== this.#textColumns) {
      this.#texts.flush()
      this.#texts = BulkInsert.texts(this.#db, names)
      this.#textColumns = names.join()
    }
    return given.map(([, list]) => list)
  }

  #addMembers(chunk: RowChunk, accounts: readonly AccountDetailRow[]): void {
    for (const [d, fresh] of chunk.members.entries()) {
      if (fresh.length === 0) continue
      const column = this.#columns[d]
      const found = column ? addMembers(this.#db, column.id, fresh, this.#allNew[d]) : undefined
      for (const { key } of fresh) {
        const ordinal = found?.get(key) ?? 0
        ;(this.#ordinals[d] as number[]).push(ordinal)
        if (ordinal > (this.#most[d] as number)) this.#most[d] = ordinal
      }
      if (d === this.#currency) this.#currencies.push(...fresh.map(m => m.key))
    }
    if (accounts.length === 0) return
    const upsert = upsertAccountDetail(this.#db)
    for (const { ordinal, details } of accounts)
      upsert.run((this.#ordinals[this.#account] as number[])[ordinal], ...details)
  }

  /** A fingerprint of its own for a row that is wanted twice: the key hashed again until it is free. */
  #free(fingerprint: Buffer): Buffer {
    const words = new Int32Array(8)
    const copy = Buffer.from(fingerprint)
    while (this.#known(copy)) {
      for (let w = 0; w < 4; w++) words[w] = copy.readInt32LE(w * 4)
      words[4] = 1
      const out = new Int32Array(4)
      hashWords(words, 8, 1, out, 0)
      for (let w = 0; w < 4; w++) copy.writeInt32LE(out[w] as number, w * 4)
    }
    return copy
  }
}

function greatest(values: Float64Array | Int32Array): number {
  let most = 0
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > most) most = values[i] as number
  return most
}
