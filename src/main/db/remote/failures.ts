import { FailureError } from '../../../shared/result/failure.ts'

/** Where a connection goes, as failures name it. Nothing of it is secret. */
export interface Place {
  /** 'db.example.org:5432', or a socket's folder. */
  server: string
  host: string
  database: string
  user: string
}

/** What drivers put on their errors: Node's and TLS's codes, SQLSTATEs, MySQL's names. */
interface DriverError {
  code?: unknown
  message?: unknown
  errors?: readonly DriverError[]
}

type Sentence = (place: Place, message: string) => FailureError
const unavailable =
  (text: (place: Place, message: string) => string): Sentence =>
  (place, message) =>
    new FailureError('unavailable', text(place, message))
const badInput =
  (text: (place: Place, message: string) => string): Sentence =>
  (place, message) =>
    new FailureError('bad-input', text(place, message))

const refused: Sentence = ({ user, server }) =>
  new FailureError(
    'wrong-password',
    `${server} refused the password of user ${user}. Type it again, or ask whoever runs the database.`,
    { needs: 'password' },
  )
const lost = unavailable(
  ({ server }) =>
    `The connection to ${server} was lost half-way. Nothing was loaded; try again when the network is steady.`,
)
const notTrusted = unavailable(
  ({ server }) =>
    `The certificate of ${server} is not signed by anybody this machine trusts. Give the certificate file of the authority that signed it (CA file), or choose “encrypted, not verified” if you know the network.`,
)
const noTls = unavailable(
  ({ server }) =>
    `${server} does not offer TLS. Turn TLS on at the server; only where the network is your own choose “no TLS”.`,
)
const late = unavailable(
  ({ server }) =>
    `${server} was at the statement for longer than it may be, and was stopped. Ask for fewer rows, or have an index made.`,
)
const noTable = badInput(
  ({ database }, message) =>
    `The table is not in ${database} any more, or this user may not see it: ${message}. Choose the table again.`,
)
const noColumn = badInput(
  (_place, message) =>
    `A column is not there any more: ${message}. Look at the table's preview and change the query, its key or its watermark.`,
)
const forbidden = badInput(
  ({ user }, message) =>
    `User ${user} may not do this: ${message}. Ask for the right to read, or use another user.`,
)

const BY_CODE: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: unavailable(
    ({ server }) =>
      `Nothing answers at ${server}. Check the host and the port, that the server runs, and that a firewall lets this machine through.`,
  ),
  ENOENT: unavailable(
    ({ server }) => `There is no socket at ${server}. Check the folder, and that the server runs.`,
  ),
  EACCES: unavailable(({ server }) => `This user may not open ${server}. Ask whoever runs the server.`),
  ENOTFOUND: unavailable(
    ({ host }) => `There is no host ${host}. Check its spelling, and that this machine is online.`,
  ),
  EAI_AGAIN: unavailable(
    ({ host }) => `The name ${host} could not be looked up. Check that this machine is online.`,
  ),
  ETIMEDOUT: unavailable(
    ({ server }) => `${server} did not answer in time. Check the address and the network.`,
  ),
  EHOSTUNREACH: unavailable(
    ({ server }) => `There is no way to ${server}. Check the address and the network.`,
  ),
  ECONNRESET: lost,
  EPIPE: lost,
  PROTOCOL_CONNECTION_LOST: lost,
  CERT_HAS_EXPIRED: unavailable(
    ({ server }) =>
      `The certificate of ${server} has expired. Have it renewed at the server; it was not connected to.`,
  ),
  CERT_NOT_YET_VALID: unavailable(
    ({ server }) =>
      `The certificate of ${server} is not valid yet. Check this machine's clock, or the certificate.`,
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: unavailable(
    ({ server, host }) =>
      `The certificate of ${server} is for another name than ${host}. Connect by the name in it, or have it made out to this one.`,
  ),
  SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  HANDSHAKE_NO_SSL_SUPPORT: noTls,
  // PostgreSQL's SQLSTATEs
  '28P01': refused,
  '28000': refused,
  '3D000': badInput(
    ({ server, database }) => `There is no database ${database} at ${server}. Check its name.`,
  ),
  '42P01': noTable,
  '3F000': noTable,
  '42703': noColumn,
  '42501': forbidden,
  '25006': badInput((_place, message) => `Sources are only read, never changed: ${message}. Give a SELECT.`),
  '57014': late,
  '57P01': lost,
  '57P02': lost,
  '57P03': unavailable(({ server }) => `${server} is starting or stopping. Try again in a minute.`),
  '53300': unavailable(({ server }) => `${server} has no connection left. Try again later.`),
  // MySQL's and MariaDB's
  ER_ACCESS_DENIED_ERROR: refused,
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: refused,
  ER_BAD_DB_ERROR: badInput(
    ({ server, database }) => `There is no database ${database} at ${server}. Check its name.`,
  ),
  ER_DBACCESS_DENIED_ERROR: forbidden,
  ER_TABLEACCESS_DENIED_ERROR: forbidden,
  ER_NO_SUCH_TABLE: noTable,
  ER_BAD_FIELD_ERROR: noColumn,
  ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION: badInput(
    (_place, message) => `Sources are only read, never changed: ${message}. Give a SELECT.`,
  ),
  ER_STATEMENT_TIMEOUT: late,
  ER_QUERY_TIMEOUT: late,
  ER_SERVER_SHUTDOWN: lost,
}

const BY_TEXT: readonly (readonly [RegExp, Sentence])[] = [
  [/does not support SSL|no SSL support/iu, noTls],
  [/terminated unexpectedly|Connection lost|closed state|not queryable/iu, lost],
  [/timeout expired|connect ETIMEDOUT/iu, BY_CODE['ETIMEDOUT'] as Sentence],
  [/certificate has expired/iu, BY_CODE['CERT_HAS_EXPIRED'] as Sentence],
  [/self.signed certificate|unable to (?:get local issuer|verify the first)/iu, notTrusted],
]

/** A driver's error as a sentence with what to do; our own failures as they are. The password is in none of them. */
export function remoteFailure(error: unknown, place: Place): FailureError {
  if (error instanceof FailureError) return error
  const { code, message, errors } = error as DriverError
  // Node tries each address of a name, and gives one error that holds them all.
  if (Array.isArray(errors) && errors.length > 0) return remoteFailure(errors[0], place)
  const text = typeof message === 'string' ? (message.split('\n', 1)[0]?.slice(0, 300) ?? '') : String(error)
  const known = typeof code === 'string' && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  const said = known ?? BY_TEXT.find(([pattern]) => pattern.test(text))?.[1]
  if (said) return said(place, text)
  if (/password must be a string|empty password/iu.test(text))
    return new FailureError('wrong-password', `${place.server} wants the password of user ${place.user}.`, {
      needs: 'password',
    })
  return new FailureError(
    'bad-input',
    `${place.server} answers: ${text}. Check the connection and the query.`,
  )
}
