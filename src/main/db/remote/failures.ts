import { FailureError } from '../../../shared/result/failure.ts'
import { say } from './messages.ts'

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
  new FailureError('wrong-password', say().refused(server, user), { needs: 'password' })
const lost = unavailable(({ server }) => say().lost(server))
const notTrusted = unavailable(({ server }) => say().notTrusted(server))
const noTls = unavailable(({ server }) => say().noTls(server))
const late = unavailable(({ server }) => say().late(server))
const noTable = badInput(({ database }, message) => say().noTable(database, message))
const noColumn = badInput((_place, message) => say().noColumn(message))
const forbidden = badInput(({ user }, message) => say().forbidden(user, message))

const BY_CODE: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: unavailable(({ server }) => say().nobodyAnswers(server)),
  ENOENT: unavailable(({ server }) => say().noSocket(server)),
  EACCES: unavailable(({ server }) => say().socketClosed(server)),
  ENOTFOUND: unavailable(({ host }) => say().noHost(host)),
  EAI_AGAIN: unavailable(({ host }) => say().notLookedUp(host)),
  ETIMEDOUT: unavailable(({ server }) => say().noAnswer(server)),
  EHOSTUNREACH: unavailable(({ server }) => say().noWay(server)),
  ECONNRESET: lost,
  EPIPE: lost,
  PROTOCOL_CONNECTION_LOST: lost,
  CERT_HAS_EXPIRED: unavailable(({ server }) => say().expired(server)),
  CERT_NOT_YET_VALID: unavailable(({ server }) => say().notYetValid(server)),
  ERR_TLS_CERT_ALTNAME_INVALID: unavailable(({ server, host }) => say().otherName(server, host)),
  SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  HANDSHAKE_NO_SSL_SUPPORT: noTls,
  // PostgreSQL's SQLSTATEs
  '28P01': refused,
  '28000': refused,
  '3D000': badInput(({ server, database }) => say().noDatabase(server, database)),
  '42P01': noTable,
  '3F000': noTable,
  '42703': noColumn,
  '42501': forbidden,
  '25006': badInput((_place, message) => say().onlyRead(message)),
  '57014': late,
  '57P01': lost,
  '57P02': lost,
  '57P03': unavailable(({ server }) => say().starting(server)),
  '53300': unavailable(({ server }) => say().noRoom(server)),
  // MySQL's and MariaDB's
  ER_ACCESS_DENIED_ERROR: refused,
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: refused,
  ER_BAD_DB_ERROR: badInput(({ server, database }) => say().noDatabase(server, database)),
  ER_DBACCESS_DENIED_ERROR: forbidden,
  ER_TABLEACCESS_DENIED_ERROR: forbidden,
  ER_NO_SUCH_TABLE: noTable,
  ER_BAD_FIELD_ERROR: noColumn,
  ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION: badInput((_place, message) => say().onlyRead(message)),
  ER_STATEMENT_TIMEOUT: late,
  ER_QUERY_TIMEOUT: late,
  ER_SERVER_SHUTDOWN: lost,
}

const BY_TEXT: readonly (readonly [RegExp, Sentence])[] = [
  [/does not support SSL|no SSL support/iu, noTls],
  [/terminated unexpectedly|Connection lost|closed state|not queryable/iu, lost],
  [/timeout expired|connect ETIMEDOUT/iu, BY_CODE['ETIMEDOUT'] as Sentence],
  [/does not match certificate's altnames/iu, BY_CODE['ERR_TLS_CERT_ALTNAME_INVALID'] as Sentence],
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
    return new FailureError('wrong-password', say().wantsPassword(place.server, place.user), {
      needs: 'password',
    })
  return new FailureError('bad-input', say().answers(place.server, text))
}
