/**
 * What can go wrong in an expected way. The code is for programs; the message is one or two sentences for the user
 * that name what failed (file, row, column) and what to do next.
 */
export const FAILURE_CODES = [
  'bad-input', // the request does not fit the contract
  'not-found', // no such entry, batch, file, dimension …
  'logged-out', // no workspace is open, or nobody is logged in
  'forbidden', // the role may not do this
  'wrong-password', // the key slot refused the password or recovery key
  'file-damaged', // not a workspace, or a damaged one
  'file-busy', // another program has the workspace open
  'read-only', // the file or folder cannot be written
  'newer-version', // made by a newer Farthing
  'disk-full',
  'import-unsettled', // a column's meaning must be chosen by the user; `details.questions` says which
  'import-refused', // the file cannot be read at all
  'mixed-currencies', // a sum over several currencies was asked for
  'cancelled',
  'worker-crashed',
  'unavailable', // this host or machine cannot do it (no keychain, no file dialog)
  'internal', // a bug: caught at the border so that the window stays up
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

// No schema: it would bring zod into every worker, which is a third of what the importer's loads before its first byte.
export interface Failure {
  code: FailureCode
  message: string
  details?: Record<string, unknown> | undefined
}

/** The outcome of anything that can fail in an expected way. A throw is a bug. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export function fail(code: FailureCode, message: string, details?: Record<string, unknown>): Result<never> {
  return { ok: false, failure: details ? { code, message, details } : { code, message } }
}

/**
 * Carries a Failure through code that has no Result in its type: across a worker's border, out of a nested loop.
 * Thrown only inside one layer; dispatch and the worker client turn it back into a Result.
 */
export class FailureError extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, message: string, details?: Record<string, unknown>) {
    super(message)
    this.name = 'FailureError'
    this.failure = details ? { code, message, details } : { code, message }
  }
}
