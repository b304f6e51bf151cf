import { FailureError } from '../../../../../shared/result/failure.ts'
import { openForeign } from '../../../../db/open-database.ts'
import type { Reach } from '../../../../db/remote/reach.ts'
import type { OpenSource, Row } from '../source.ts'
import { KEY, kindsSql, selectSql, TABLES, VERSION } from './queries.ts'
import { say } from '../../messages.ts'

const PIECE = 2000

/** An SQLite file of another program, opened so that it cannot be written. */
export async function openSqlite({ file }: Reach): Promise<OpenSource> {
  const db = opened(file)
  let stopped = false
  return {
    // Looks at its tables, too: only then does it show whether it is whole.
    about: async () => {
      asked(file, () => db.prepare(TABLES).all())
      return {
        server: `SQLite ${String(db.prepare(VERSION).pluck().get())}`,
        user: '',
        tls: '',
        verified: false,
      }
    },

    tables: async () =>
      (asked(file, () => db.prepare(TABLES).all()) as { name: string; type: 'table' | 'view' }[]).map(
        ({ name, type }) => ({ schema: '', name, kind: type }),
      ),

    async *read(request, columns) {
      const { sql, values } = selectSql(request)
      const { source } = request
      const until = performance.now() + request.timeoutMs
      try {
        const statement = db.prepare(sql)
        if (!statement.reader || !statement.readonly) throw new FailureError('bad-input', say().onlyRead)
        const keys = new Set(
          'table' in source ? (db.prepare(KEY).pluck().all(source.table.name) as string[]) : [],
        )
        columns(
          statement.columns().map(({ name, type }) => ({ name, type: type ?? '', key: keys.has(name) })),
        )
        if (request.watermark !== '' && db.prepare(kindsSql(request)).all().length > 1)
          throw new FailureError('bad-input', say().mixedWatermark(request.watermark))
        let piece: Row[] = []
        for (const row of statement
          .safeIntegers()
          .raw()
          .iterate(...values)) {
          piece.push((row as Parameters<typeof textOf>[0][]).map(textOf))
          if (piece.length < PIECE) continue
          if (performance.now() > until) throw new FailureError('unavailable', say().tooLong(file))
          yield piece
          if (stopped) return
          piece = []
        }
        if (piece.length > 0) yield piece
      } catch (error) {
        throw sqliteFailure(error, file)
      }
    },

    async cancel() {
      stopped = true
    },
    close: async () => void db.close(),
  }
}

function textOf(value: null | bigint | number | string | Buffer): string | null {
  if (value === null) return null
  return Buffer.isBuffer(value) ? value.toString('hex') : String(value)
}

function asked<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw sqliteFailure(error, file)
  }
}

const opened = (file: string): ReturnType<typeof openForeign> => asked(file, () => openForeign(file))

function sqliteFailure(error: unknown, file: string): Error {
  if (error instanceof FailureError) return error
  const { message, code } = error as { message: string; code?: string }
  if (code?.startsWith('SQLITE_BUSY') || code?.startsWith('SQLITE_LOCKED'))
    return new FailureError('unavailable', say().locked(file))
  if (code?.startsWith('SQLITE_NOTADB') || code?.startsWith('SQLITE_CORRUPT'))
    return new FailureError('file-damaged', say().notWhole(file))
  if (typeof code !== 'string' && !/syntax|no such/u.test(message)) return error as Error
  if (/no such column/u.test(message)) return new FailureError('bad-input', say().noColumn(message))
  if (/no such table/u.test(message)) return new FailureError('bad-input', say().noTable(file, message))
  return new FailureError('bad-input', say().answers(file, message))
}
