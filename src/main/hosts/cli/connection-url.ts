import type { ConnectionBody } from '../../../shared/contract/connections.ts'
import { userPath } from '../../files/user-path.ts'
import { UsageError } from './command.ts'

const KINDS: Readonly<Record<string, ConnectionBody['kind']>> = {
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
}

/** A connection from an address as people write it. A password in it is refused: it would stand in the list of processes. */
export function connectionFromUrl(name: string, text: string): ConnectionBody {
  const none = { name, host: '', database: '', user: '', tls: 'verify' as const, caFile: '', file: '' }
  if (text.startsWith('sqlite:'))
    return { ...none, kind: 'sqlite', file: userPath(text.slice('sqlite:'.length)) }
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new UsageError(
      `--url takes postgres://USER@HOST:PORT/DATABASE, mysql://… or sqlite:FILE, not ${text}.`,
    )
  }
  const kind = KINDS[url.protocol]
  if (!kind) throw new UsageError(`--url takes postgres, mysql or sqlite, not ${url.protocol.slice(0, -1)}.`)
  if (url.password !== '')
    throw new UsageError(
      'Leave the password out of the address: everybody on this machine can read it there. Give it by FARTHING_SOURCE_PASSWORD or --source-password-file.',
    )
  return {
    ...none,
    kind,
    // A socket's folder, as libpq takes it: ?host=/run/postgresql.
    host: url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/gu, ''),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
  }
}
