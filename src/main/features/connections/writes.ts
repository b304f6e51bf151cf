import type { ConnectionBody, SourceQuery, SourceQueryBody } from '../../../shared/contract/connections.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import type { RowHashes } from './extract.ts'
import { deleteConnection, deleteQuery, fileHashOf, forgetRows, insertConnection, insertLoad, insertQuery, insertRows, selectConnections, selectQueries, selectQuery, updateColumns, updateConnection, updateQuery, type LoadRow } from './queries.ts' // prettier-ignore
import { columnsOf, connectionOf, queryOf, type StoredConnection } from './stored.ts'
import { say } from './messages.ts'

/** What was read into a file, by the file's hash: it becomes a batch's origin when that file is loaded. */
interface Pending {
  load: LoadRow
  brought: RowHashes
  columns: string[]
}
const pendingOf = new WeakMap<WritableDB, Map<string, Pending>>()

/** Part of the transaction that loads a batch: keeps where it came from and which rows it brought. */
export function recordSourceLoad(db: WritableDB, batch: number): void {
  const sha256 = fileHashOf(db, batch)
  const pending = sha256 === undefined ? undefined : pendingOf.get(db)?.get(sha256)
  if (!pending) return
  insertLoad(db, batch, pending.load)
  insertRows(db, batch, pending.load.query, pending.brought)
  updateColumns(db, pending.load.query, pending.columns)
}

/** None of these changes what queries answer: the ledger's revision stays. */
export function connectionsWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  const all = (): StoredConnection[] => selectConnections(db).map(connectionOf)
  return {
    connectionsSave: ({ id, connection }: { id?: number; connection: ConnectionBody }): number =>
      change(() => {
        const { name, kind, ...parameters } = connection
        const taken = all().find(one => one.name === name && one.id !== id)
        if (taken) throw new FailureError('bad-input', say().taken(name))
        const row = { name, kind, parameters: JSON.stringify(parameters) }
        if (id === undefined) return insertConnection(db, row)
        if (!updateConnection(db, { id, ...row })) throw noConnection(id)
        return id
      }),

    connectionsRemove: ({ id }: { id: number }): void =>
      change(() => {
        if (!deleteConnection(db, id)) throw noConnection(id)
      }),

    connectionsSaveQuery: ({ id, query }: { id?: number; query: SourceQueryBody }): SourceQuery =>
      change(() => {
        const { connection, name, ...rest } = query
        if (!all().some(one => one.id === connection)) throw noConnection(connection)
        const row = { connection, name, parameters: JSON.stringify(rest) }
        const before = id === undefined ? undefined : selectQuery(db, id)
        if (id !== undefined && !before) throw noQuery(id)
        const saved = id ?? insertQuery(db, row)
        if (before) {
          updateQuery(db, { id: saved, ...row })
          // Another statement, key or watermark: what was known of the rows says nothing of these.
          const { cap: _cap, ...was } = queryOf(before)
          const { cap: _newCap, ...is } = query
          const same = (['source', 'watermark', 'key', 'connection'] as const).every(
            part => JSON.stringify(was[part]) === JSON.stringify(is[part]),
          )
          const columns = columnsOf(before)
          if (!same) forgetRows(db, saved)
          else if (columns) updateColumns(db, saved, columns)
        }
        const kept = selectQuery(db, saved)
        if (!kept) throw noQuery(saved)
        return queryOf(kept)
      }),

    connectionsRemoveQuery: ({ id }: { id: number }): SourceQuery[] =>
      change(() => {
        forgetRows(db, id)
        if (!deleteQuery(db, id)) throw noQuery(id)
        return selectQueries(db).map(queryOf)
      }),

    /** Remembers, until the program ends, what a file was read from. */
    connectionsExtracted: ({ sha256, ...pending }: Pending & { sha256: string }): void => {
      const known = pendingOf.get(db) ?? new Map<string, Pending>()
      known.set(sha256, pending)
      pendingOf.set(db, known)
    },
  }
}

const noConnection = (id: number): FailureError => new FailureError('not-found', say().noConnection(id))
const noQuery = (id: number): FailureError => new FailureError('not-found', say().noQuery(id))
