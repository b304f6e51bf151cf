import type { ParseArgsOptionsConfig } from 'node:util'
import type { Input, MethodName, Output as MethodOutput } from '../../../shared/contract/index.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import type { App } from '../../app.ts'
import type { Reply } from '../../dispatch.ts'
import type { Output } from './print.ts'

/** What the user typed after the command's name. */
export interface Arguments {
  readonly positionals: string[]
  /** An option that may be given once; UsageError where it was given with nothing. */
  text(name: string): string | undefined
  required(name: string): string
  list(name: string): string[]
  flag(name: string): boolean
  /** A whole number, UsageError otherwise. */
  count(name: string): number | undefined
}

/** What a command gets: its arguments, the one way to the services, and where to write. */
export interface CommandContext {
  readonly args: Arguments
  readonly app: App
  readonly output: Output
  /** The reply's value; CommandError with the failure's sentence where it failed. */
  call<N extends MethodName>(name: N, input: Input<N>): Promise<MethodOutput<N>>
  /** The whole reply, for a command that goes on after a failure. */
  reply<N extends MethodName>(name: N, input: Input<N>): Promise<Reply<MethodOutput<N>>>
  /** From FARTHING_PASSWORD or --password-file. */
  readonly password: string | undefined
  /** Opens --workspace. */
  open(): Promise<void>
}

export interface Command {
  /** After the command's name: 'FILE… --workspace W'. */
  readonly usage: string
  readonly summary: string
  readonly options: ParseArgsOptionsConfig
  /** True where arguments without a name are taken. */
  readonly positionals?: boolean
  /** The exit code: 0, or 1 where something failed and was said. */
  run(context: CommandContext): Promise<number>
}

/** The command line is wrong: exit code 2. */
export class UsageError extends Error {}

/** A call failed: exit code 1. */
export class CommandError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Options that most commands share. */
export const WORKSPACE: ParseArgsOptionsConfig = {
  workspace: { type: 'string', short: 'w' },
  user: { type: 'string' },
  'password-file': { type: 'string' },
  json: { type: 'boolean' },
}
