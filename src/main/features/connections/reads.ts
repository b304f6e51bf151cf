import type { SourceQuery } from '../../../shared/contract/connections.ts'
import { sourceOrigin } from '../../db/source-origin.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import type { RowHashes } from './extract.ts'
import { selectConnections, selectKnownRows, selectQueries, selectQuery } from './queries.ts'
import { columnsOf, connectionOf, queryOf, type StoredConnection } from './stored.ts'

export function connectionsReads(db: ReadableDB, _engine: Engine) {
  return {
    connectionsAll: (_input: object): StoredConnection[] => selectConnections(db).map(connectionOf),
    connectionsQueries: (_input: object): SourceQuery[] => selectQueries(db).map(queryOf),

    connectionsQuery: ({ id }: { id: number }): SourceQuery | undefined => {
      const row = selectQuery(db, id)
      return row && queryOf(row)
    },

    connectionsKnown: ({ query }: { query: number }): RowHashes => {
      const rows = selectKnownRows(db, query)
      return {
        keys: BigUint64Array.from(rows, row => row.key.readBigUInt64BE()),
        rows: BigUint64Array.from(rows, row => row.row.readBigUInt64BE()),
      }
    },

    connectionsColumns: ({ query }: { query: number }): string[] | undefined => {
      const row = selectQuery(db, query)
      return row && columnsOf(row)
    },

    connectionsOrigin: ({ batch }: { batch: number }) => sourceOrigin(db, batch) ?? null,
  }
}
