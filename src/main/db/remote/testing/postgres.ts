import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reach } from '../reach.ts'
import { connectPostgres } from '../postgres.ts'
import { makeCertificates, type Certificates } from './certificates.ts'
import {
  findProgram,
  freePort,
  postgresFolders,
  run,
  serverFolder,
  serverUser,
  start,
  stop,
  untilReady,
} from './process.ts'

/** Why the tests with a PostgreSQL server cannot run; undefined where they can. */
export const whyNoPostgres = (): string | undefined =>
  findProgram('initdb', postgresFolders())
    ? undefined
    : 'PostgreSQL is not installed: apt-get install postgresql'

export interface TestServer {
  /** Reaches it as the owner, in clear text over loopback. */
  reach: Reach
  /** Runs statements as the owner. */
  sql(...statements: string[]): Promise<void>
  close(): Promise<void>
}

export interface PostgresServer extends TestServer {
  certificates: Certificates | undefined
  /** Puts another certificate into force for the connections that come. */
  present(certificate: keyof Certificates): Promise<void>
}

export const PASSWORD = 'correct horse battery staple'

/** A PostgreSQL of the test's own, with throw-away data on a loopback port. Nothing is synced: it may lose all when it ends. */
export async function startPostgres({ tls = false, fast = true } = {}): Promise<PostgresServer> {
  // Whatever is sent to a warehouse from here on, also from workers, is held against what all servers take.
  process.env['FARTHING_CHECK_SQL'] = '1'
  const folders = postgresFolders()
  const owner = serverUser('postgres')
  const folder = serverFolder('postgres', owner)
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  writeFileSync(secret, PASSWORD, { mode: 0o644 })
  const initdb = findProgram('initdb', folders) as string
  await run(initdb, ['-D', data, '-U', 'owner', '--pwfile', secret, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'], { ...owner, cwd: '/' }) // prettier-ignore
  const certificates = tls ? await makeCertificates(folder, owner) : undefined
  const port = await freePort()
  const lines = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    ...(fast ? ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'] : []),
    'max_connections = 30',
    ...(certificates
      ? ['ssl = on', `ssl_key_file = '${certificates.key}'`, `ssl_cert_file = '${certificates.good}'`]
      : []),
  ]
  appendFileSync(join(data, 'postgresql.conf'), `\n${lines.join('\n')}\n`)
  const child = start(findProgram('postgres', folders) as string, ['-D', data], owner)
  const reach: Reach = { kind: 'postgres', name: 'Test', host: '127.0.0.1', port, database: 'postgres', user: 'owner', tls: 'off', caFile: '', file: '', password: PASSWORD } // prettier-ignore
  await untilReady(child, async () => (await connectPostgres(reach)).end())
  const sql = async (...statements: string[]): Promise<void> => {
    const client = await connectPostgres(reach)
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  return {
    reach,
    certificates,
    sql,
    async present(certificate) {
      await sql(
        `ALTER SYSTEM SET ssl_cert_file = '${certificates?.[certificate]}'`,
        'SELECT pg_reload_conf()',
      )
      // The postmaster reloads when it is next awake.
      for (let tries = 0; tries < 100; tries += 1) {
        const client = await connectPostgres(reach)
        const { rows } = await client.query<{ f: string }>("SELECT current_setting('ssl_cert_file') AS f")
        await client.end()
        if (rows[0]?.f === certificates?.[certificate]) return
      }
    },
    close: () => stop(child, 'SIGQUIT', folder),
  }
}
