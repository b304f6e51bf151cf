import pg from 'pg'
import { FailureError } from '../../../shared/result/failure.ts'
import { remoteFailure } from './failures.ts'
import { placeOf, tlsOptions, type Reach } from './reach.ts'
import { say } from './messages.ts'

const CONNECT_MS = 15_000
const asText = (value: string): string => value

/** A text as it came: no float, no date of JavaScript ever stands between a server's figure and ours. */
export const TEXT_ONLY = { getTypeParser: () => asText } as unknown as pg.CustomTypesConfig

/** Connects. Rejects with FailureError only, a sentence with what to do. */
export async function connectPostgres(reach: Reach): Promise<pg.Client> {
  const place = placeOf(reach, 5432)
  const client = new pg.Client({
    host: reach.host,
    port: reach.port ?? 5432,
    database: reach.database,
    user: reach.user,
    // Never the environment's: what is used is what was asked for here.
    password: () => reach.password ?? '',
    ssl: tlsOptions(reach) ?? false,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'Farthing',
    keepAlive: true,
    types: TEXT_ONLY,
  })
  // A connection that is lost between two statements says so here; the next statement fails and tells.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    if (!reach.password && /SASL|password/iu.test((error as Error).message))
      throw new FailureError('wrong-password', say().wantsPassword(place.server, place.user), {
        needs: 'password',
      })
    throw remoteFailure(error, place)
  }
}

/** Stops what the server is doing for a client, by a connection of its own, as the protocol wants it. Never rejects. */
export async function cancelPostgres(client: pg.Client, reach: Reach): Promise<void> {
  const { processID } = client as unknown as { processID: number | null }
  if (processID === null) return
  try {
    const other = await connectPostgres(reach)
    try {
      await other.query('SELECT pg_cancel_backend($1)', [processID])
    } finally {
      await other.end()
    }
  } catch {
    // What cannot be stopped by name ends with its connection.
    await client.end().catch(() => undefined)
  }
}
