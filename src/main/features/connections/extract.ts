import { createHash, hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Extract, SourceColumn, SourceQueryBody } from '../../../shared/contract/connections.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { Reach } from '../../db/remote/reach.ts'
import { openSource } from './sources/index.ts'
import type { OpenSource, Row } from './sources/source.ts'
import { say } from './messages.ts'

/** Keys and cells of rows, by the first 64 bits of their SHA-256. */
export interface RowHashes {
  keys: BigUint64Array
  rows: BigUint64Array
}

export interface ExtractRequest {
  reach: Reach
  query: SourceQueryBody
  since: string | null
  /** Rows that earlier reads have brought. */
  known: RowHashes
  /** Its columns when it was last loaded; undefined before. */
  columns: string[] | undefined
  /** Nobody looks at the rows before they are loaded: a column that is gone stops the read. */
  strict: boolean
  /** Where the file is written; removed again where anything fails. */
  path: string
}

export interface Extracted extends Omit<Extract, 'file'> {
  /** The file's hash and size; undefined where there are no new rows and so no file. */
  written: { sha256: string; bytes: number } | undefined
  brought: RowHashes
  columns: string[]
}

const TIMEOUT_MS = 10 * 60_000
const SHOWN_KEYS = 20

/** Reads a query's rows into a CSV file. Nothing of it is used before it is whole: a link that breaks leaves no file. */
export async function extract(request: ExtractRequest, op: OpContext): Promise<Extracted> {
  const { reach, query } = request
  const source = await openSource(reach)
  try {
    return await whileWatched(source, op, () => readInto(source, request, op))
  } catch (error) {
    await rm(request.path, { force: true })
    throw error
  } finally {
    await source.close()
    op.progress({ stage: 'database', done: 1, total: 1, unit: 'steps', subject: query.name })
  }
}

/** A statement that runs at the server hears no flag: it is stopped by name. */
export async function whileWatched<T>(source: OpenSource, op: OpContext, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    if (!op.cancelled()) return
    clearInterval(timer)
    void source.cancel()
  }, 100)
  try {
    return await work()
  } catch (error) {
    throw op.cancelled() ? cancelled() : error
  } finally {
    clearInterval(timer)
  }
}

const cancelled = (): FailureError => new FailureError('cancelled', say().cancelled)

async function readInto(
  source: OpenSource,
  { query, since, known, path, ...before }: ExtractRequest,
  op: OpContext,
): Promise<Extracted> {
  const told = new Teller(query, known, before)
  const file = new CsvFile(path)
  const { watermark, cap } = query
  let read = 0
  let until: string | null = since
  let at = -1
  const request = { source: query.source, watermark, since, limit: cap + 1, timeoutMs: TIMEOUT_MS }
  let more = false
  for await (const piece of source.read(request, columns => {
    at = told.columns(columns)
    file.header(columns.map(column => column.name))
  })) {
    if (op.cancelled()) throw cancelled()
    for (const row of piece) {
      if (read === cap) {
        more = true
        break
      }
      read += 1
      if (at >= 0) until = row[at] ?? until
      if (told.isNew(row)) file.row(row)
    }
    // oxlint-disable-next-line no-await-in-loop -- the server waits while the disk does
    await file.drained()
    op.progress({ stage: 'database', done: read, total: 0, unit: 'rows', subject: query.name })
  }
  if (more && watermark === '') throw tooMany(query)
  if (more && until === since)
    throw new FailureError('bad-input', say().stuck(query.name, cap, watermark, until))
  const written = await file.end()
  const { rows, ...counts } = told
  return {
    rows: told.fresh,
    known: counts.known,
    changed: counts.changed,
    since,
    until,
    more,
    written: told.fresh > 0 ? written : undefined,
    brought: rows(),
    columns: told.names,
  }
}

const tooMany = ({ name, cap }: SourceQueryBody): FailureError =>
  new FailureError('bad-input', say().tooMany(name, cap))

/** Tells new rows from known ones by their key. Without a key every row is new, and the importer's fingerprints tell. */
class Teller {
  fresh = 0
  known = 0
  changed = { rows: 0, keys: [] as string[] }
  readonly #query: SourceQueryBody
  readonly #known: Map<bigint, bigint>
  readonly #keys: bigint[] = []
  readonly #rows: bigint[] = []
  #at: number[] = []
  /** Where the columns are that a row is known again by: those of the last load. */
  #content: number[] | undefined
  names: string[] = []
  readonly #before: Pick<ExtractRequest, 'columns' | 'strict'>

  constructor(
    query: SourceQueryBody,
    { keys, rows }: RowHashes,
    before: Pick<ExtractRequest, 'columns' | 'strict'>,
  ) {
    this.#query = query
    this.#before = before
    this.#known = new Map(Array.from(keys, (key, i) => [key, rows[i] as bigint]))
  }

  /** Answers where the watermark is, -1 where there is none. */
  columns(columns: readonly SourceColumn[]): number {
    const place = (name: string): number => {
      const found = columns.findIndex(column => column.name === name)
      if (found >= 0) return found
      throw new FailureError(
        'bad-input',
        say().columnGone(this.#query.name, name, columns.map(c => c.name).join(', ')),
      )
    }
    this.names = columns.map(column => column.name)
    const gone = (this.#before.columns ?? []).filter(name => !this.names.includes(name))
    this.#at = this.#query.key.map(place)
    if (gone.length > 0 && this.#before.strict)
      throw new FailureError('bad-input', say().columnsGone(this.#query.name, gone.join(', '), this.names.join(', '))) // prettier-ignore
    // A column that was added changes no row.
    if (gone.length === 0) this.#content = this.#before.columns?.map(name => this.names.indexOf(name))
    return this.#query.watermark === '' ? -1 : place(this.#query.watermark)
  }

  isNew(row: Row): boolean {
    if (this.#at.length === 0) {
      this.fresh += 1
      return true
    }
    const cells = this.#at.map(at => row[at] ?? null)
    const key = hash64(cells)
    const content = hash64(this.#content?.map(at => row[at] ?? null) ?? row)
    const before = this.#known.get(key)
    if (before === content) {
      this.known += 1
      return false
    }
    if (before !== undefined) {
      this.changed.rows += 1
      if (this.changed.keys.length < SHOWN_KEYS)
        this.changed.keys.push(cells.map(cell => cell ?? '').join(', '))
      return false
    }
    this.#known.set(key, content)
    this.#keys.push(key)
    this.#rows.push(content)
    this.fresh += 1
    return true
  }

  readonly rows = (): RowHashes => ({
    keys: BigUint64Array.from(this.#keys),
    rows: BigUint64Array.from(this.#rows),
  })
}

const hash64 = (cells: Row): bigint => hash('sha256', JSON.stringify(cells), 'buffer').readBigUInt64BE(0)

/** A CSV file that is hashed while it is written. */
class CsvFile {
  readonly #stream
  readonly #hash = createHash('sha256')
  #bytes = 0
  #text = ''
  #error: Error | undefined
  #go: (() => void) | undefined

  constructor(path: string) {
    this.#stream = createWriteStream(path, { flags: 'wx', mode: 0o600 })
    const go = (): void => this.#go?.()
    this.#stream.on('drain', go)
    this.#stream.on('error', error => {
      this.#error = error
      go()
    })
  }

  header(names: readonly string[]): void {
    this.row(names)
  }

  row(cells: readonly (string | null)[]): void {
    this.#text += `${cells.map(quoted).join(',')}\n`
  }

  async drained(): Promise<void> {
    if (this.#error) throw this.#error
    const bytes = Buffer.from(this.#text, 'utf8')
    this.#text = ''
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    if (!this.#stream.write(bytes)) await new Promise<void>(resolve => (this.#go = resolve))
  }

  async end(): Promise<{ sha256: string; bytes: number }> {
    await this.drained()
    await new Promise<void>(resolve => {
      this.#go = resolve
      this.#stream.end(resolve)
    })
    if (this.#error) throw this.#error
    return { sha256: this.#hash.digest('hex'), bytes: this.#bytes }
  }
}

/** Quoted where it must be. A cell of nothing is a missing value; the importer knows no other. */
function quoted(cell: string | null): string {
  if (cell === null) return ''
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
