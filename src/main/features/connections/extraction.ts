import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Extract, Source, SourceQuery } from '../../../shared/contract/connections.ts'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { connectionById, reachOf } from './passwords.ts'
import { withRemote } from './remote.ts'
import type { StoredConnection } from './stored.ts'
import { say } from './messages.ts'

/** Reads a query's new rows into a file that the importer knows what to do with. */
export async function extractNow(
  ctx: CallContext,
  id: number,
  password: string | undefined,
  strict = false,
): Promise<Result<{ extract: Extract; query: SourceQuery }>> {
  const workspace = requireWorkspace(ctx)
  const query = await workspace.reader.call('connectionsQuery', { id })
  const columns = await workspace.reader.call('connectionsColumns', { query: id })
  if (!query) return fail('not-found', say().noQuery(id))
  const connection = await connectionById(ctx, query.connection)
  const reach = await reachOf(ctx, connection, connection.id, password)
  const known = await workspace.reader.call('connectionsKnown', { query: id })
  const path = join(ctx.app.paths.temp, `${randomBytes(16).toString('hex')}.csv`)
  const since = query.watermark === '' ? null : query.until
  const {
    written,
    brought,
    columns: found,
    ...counts
  } = await withRemote(ctx, remote =>
    remote.call(
      'sourceExtract',
      { reach, query, since, known, path, columns, strict },
      { signal: ctx.signal, onProgress: p => ctx.progress(p) },
    ),
  )
  if (!written) return ok({ extract: { ...counts, file: null }, query })
  await workspace.writer.call('connectionsExtracted', {
    sha256: written.sha256,
    brought,
    columns: found,
    load: {
      query: id,
      connection: connection.name,
      place: placeText(connection),
      statement: statementText(query.source),
      watermark: query.watermark,
      since,
      until: counts.until,
      key: JSON.stringify(query.key),
      readAt: new Date().toISOString(),
    },
  })
  const rowKey = query.key.length > 0 ? query.key : query.watermark === '' ? [] : [query.watermark]
  const file = ctx.app.files.addTable(path, fileName(connection, query), written.bytes, rowKey)
  return ok({ extract: { ...counts, file }, query })
}

/** What the batch is called: no path, no sign that a file's name would not have. */
const fileName = ({ name }: StoredConnection, query: SourceQuery): string => `${name}: ${query.name}`

function placeText({ kind, host, port, database, file }: StoredConnection): string {
  if (kind === 'sqlite') return file
  return `${host}${port === undefined ? '' : `:${port}`}/${database}`
}

const statementText = (source: Source): string =>
  'sql' in source
    ? source.sql
    : source.table.schema === ''
      ? source.table.name
      : `${source.table.schema}.${source.table.name}`
