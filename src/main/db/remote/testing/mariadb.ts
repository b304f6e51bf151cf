import { createConnection } from 'mysql2'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reach } from '../reach.ts'
import { makeCertificates, type Certificates } from './certificates.ts'
import { findProgram, freePort, run, serverFolder, serverUser, start, stop, untilReady } from './process.ts'
import { PASSWORD, type TestServer } from './postgres.ts'

/** Why the tests with a MariaDB server cannot run; undefined where they can. */
export const whyNoMariadb = (): string | undefined =>
  findProgram('mariadbd') && findProgram('mariadb-install-db')
    ? undefined
    : 'MariaDB is not installed: apt-get install mariadb-server'

export interface MariadbServer extends TestServer {
  certificates: Certificates | undefined
  /** Puts another certificate into force for the connections that come. */
  present(certificate: 'good' | 'expired' | 'elsewhere' | 'named'): Promise<void>
}

/** A MariaDB of the test's own, with throw-away data, over its socket and a loopback port, in a place whose clocks are put back. */
export async function startMariadb({ tls = false } = {}): Promise<MariadbServer> {
  const owner = serverUser('mysql')
  const folder = serverFolder('mariadb', owner)
  const data = join(folder, 'data')
  await run(findProgram('mariadb-install-db') as string, ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'], { ...owner, cwd: '/' }) // prettier-ignore
  const certificates = tls ? await makeCertificates(folder, owner) : undefined
  const shown = join(folder, 'shown.crt')
  if (certificates) copyFileSync(certificates.good, shown)
  const secure = certificates ? [`--ssl-cert=${shown}`, `--ssl-key=${certificates.key}`] : []
  const port = await freePort()
  const socket = join(folder, 's')
  const child = start(findProgram('mariadbd') as string, ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--port=${port}`, '--bind-address=127.0.0.1', '--skip-name-resolve', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M', `--pid-file=${join(folder, 'pid')}`, ...secure], owner, { TZ: 'Europe/Berlin' }) // prettier-ignore
  const ask = (statements: readonly string[], database?: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const connection = createConnection({
        socketPath: socket,
        user: 'root',
        ...(database ? { database } : {}),
      })
      connection.on('error', reject)
      const next = (at: number): void => {
        const statement = statements[at]
        if (statement === undefined) return connection.end(() => resolve())
        connection.query(statement, error => (error ? reject(error) : next(at + 1)))
      }
      next(0)
    })
  await untilReady(child, () => ask(['SELECT 1']))
  await ask(['CREATE DATABASE books', `CREATE USER owner@'127.0.0.1' IDENTIFIED BY '${PASSWORD}'`, "GRANT ALL ON *.* TO owner@'127.0.0.1'"]) // prettier-ignore
  const reach: Reach = { kind: 'mysql', name: 'Test', host: '127.0.0.1', port, database: 'books', user: 'owner', tls: 'off', caFile: '', file: '', password: PASSWORD } // prettier-ignore
  return {
    certificates,
    async present(certificate) {
      copyFileSync(certificates?.[certificate] ?? '', shown)
      await ask(['FLUSH SSL'])
    },
    reach,
    sql: (...statements) => ask(statements, 'books'),
    close: () => stop(child, 'SIGKILL', folder),
  }
}
