import type { CallContext } from '../../src/main/app.ts'
import { WorkerClient } from '../../src/main/compute/client.ts'
import { startPostgres, whyNoPostgres } from '../../src/main/db/remote/testing/postgres.ts'
import { createTestWorkspace } from '../../src/main/db/testing.ts'
import type { WritableDB } from '../../src/main/db/types.ts'
import { answerFromWarehouse } from '../../src/main/engine/postgres/answer.ts'
import { openWarehouse } from '../../src/main/engine/postgres/registry.ts'
import { Session } from '../../src/main/engine/postgres/session.ts'
import { companyEntries, insertBatch } from '../../src/main/engine/testing/ledger.ts'
import { pushNow } from '../../src/main/features/warehouse/push.ts'
import type { ReaderOps } from '../../src/main/workers/reader-ops.ts'
import type { RemoteOps } from '../../src/main/workers/remote-ops.ts'
import type { Reach } from '../../src/main/db/remote/reach.ts'
import type { Query, QueryResult } from '../../src/shared/query/query.ts'
import type { BenchFilter } from './widgets.ts'

/** A year, three of the company's five directorates: no two alike. */
export const TYPICAL: BenchFilter[] = [0, 1, 2, 3, 4].map(i => ({
  from: `2022-0${i + 1}-01`,
  to: `2023-0${i + 1}-01`,
  directorates: [`D${i}`, `D${(i + 1) % 5}`, `D${(i + 2) % 5}`],
}))

/** A company's ledger of so many postings with their texts (the ledger of the engines' tests, seeded), and a PostgreSQL of the bench's own. */
export interface BenchWarehouse {
  db: WritableDB
  reach: Reach
  session: Session
  /** Runs statements as the server's owner. */
  sql(...statements: string[]): Promise<void>
  /** Everything as `farthing warehouse push` does it, in its workers. Milliseconds. */
  push(schema: string, indexes: boolean): Promise<number>
  ask(schema: string, query: Query): Promise<QueryResult>
  close(): Promise<void>
}

export async function startWarehouse(rows: number): Promise<BenchWarehouse> {
  const reason = whyNoPostgres()
  if (reason) throw new Error(reason)
  const workspace = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 4 })
  const { db, path, key } = workspace
  const batch = 50_000
  for (let done = 0; done < rows; done += batch)
    insertBatch(db, done / batch + 1, companyEntries(done + 1, Math.min(batch, rows - done)))
  const server = await startPostgres({ fast: false })
  // A check of tests, which no user runs.
  process.env['FARTHING_CHECK_SQL'] = ''
  const { reach, sql } = server
  const session = await Session.open(reach)
  const reader = new WorkerClient<ReaderOps>('reader', { path, key, mode: 'read-only' })
  const remote = new WorkerClient<RemoteOps>('remote')
  const context = {
    app: { remote, workspace: { id: 'bench', reader } },
    signal: new AbortController().signal,
    progress: () => undefined,
  } as unknown as CallContext
  return {
    db,
    reach,
    session,
    sql,
    async push(schema, indexes) {
      await session.ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
      const begun = performance.now()
      const { differences } = await pushNow(context, reach, { schema, dialect: 'postgres', distribute: false, indexes }) // prettier-ignore
      if (differences.length > 0) throw new Error(JSON.stringify(differences))
      return performance.now() - begun
    },
    ask: async (schema, query) => answerFromWarehouse(session, await openWarehouse(session, schema), query),
    async close() {
      await session.close()
      await reader.close()
      await remote.close()
      await server.close()
      workspace.close()
    },
  }
}
