import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import type { ConnectionBody } from '../../../shared/contract/connections.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Place } from './failures.ts'
import { say } from './messages.ts'

/** How to reach a server: a connection as it is saved, and the password, which never is. */
export interface Reach extends ConnectionBody {
  password?: string | undefined
}

export const isSocket = ({ host }: Pick<ConnectionBody, 'host'>): boolean => host.startsWith('/')

export function placeOf(reach: ConnectionBody, port: number): Place {
  const { host, database, user } = reach
  return { host, database, user, server: isSocket(reach) ? host : `${host}:${reach.port ?? port}` }
}

/** Undefined where the connection is in clear text. A socket of the machine's own never leaves it. */
export function tlsOptions(reach: ConnectionBody): ConnectionOptions | undefined {
  if (reach.tls === 'off' || isSocket(reach)) return undefined
  return {
    // Without it the certificate of a server reached by its address would be held against "localhost".
    host: reach.host,
    rejectUnauthorized: reach.tls === 'verify',
    minVersion: 'TLSv1.2',
    ...(reach.caFile === '' ? {} : { ca: readCa(reach.caFile) }),
  }
}

function readCa(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new FailureError('not-found', say().noCertificate(path, code ?? '?'))
  }
}
