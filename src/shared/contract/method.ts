import type { z } from 'zod'

/** Least role that may call a method. `nobody`: also before a workspace is open. Each role may do all that those before it may. */
export const ROLES = ['nobody', 'viewer', 'analyst', 'admin'] as const
export type Role = (typeof ROLES)[number]

/**
 * As much of a schema as types are told by. That each is a whole `z.ZodType` the compiler must never be made to prove: with two
 * hundred methods it took half a minute and gigabytes.
 */
interface Schema {
  readonly _zod: { readonly input: unknown; readonly output: unknown }
}

/** One method of the contract. `progress: true`: it can take longer than half a second, streams `Progress` and can be cancelled. */
export interface Method<I = z.ZodType, O = z.ZodType> {
  readonly role: Role
  readonly input: I
  readonly output: O
  readonly progress: boolean
  /** It changes nothing, and has a row in the audit log all the same: exports, reports, backups. */
  readonly logged?: boolean
}

export function method<I extends Schema, O extends Schema>(role: Role, input: I, output: O): Method<I, O> {
  return { role, input, output, progress: false }
}

export function longMethod<I extends Schema, O extends Schema>(
  role: Role,
  input: I,
  output: O,
): Method<I, O> {
  return { role, input, output, progress: true }
}

/** A method that takes data out of the workspace: that it was called is written into the audit log. What changes the workspace is logged anyway. */
export function logged<I extends Schema, O extends Schema>(one: Method<I, O>): Method<I, O> {
  return { ...one, logged: true }
}
