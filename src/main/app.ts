import type { Contract, Feature, Input, MethodName, Output, ParsedInput } from '../shared/contract/index.ts'
import type { Role } from '../shared/contract/method.ts'
import type { PickedFile } from '../shared/contract/import.ts'
import type { Progress } from '../shared/contract/progress.ts'
import { FailureError, type Result } from '../shared/result/failure.ts'
import type { Language } from '../shared/text/language.ts'
import type { WorkerClient } from './compute/client.ts'
import type { StartProcess } from './compute/process.ts'
import type { AnalysisOps } from './workers/analysis-ops.ts'
import type { RemoteOps } from './workers/remote-ops.ts'
import type { OpenWorkspace } from './db/open-workspace.ts'
import { say } from './messages.ts'

/** Where a key or a connection's password may be cached: the OS keychain, Electron's safeStorage, or nowhere. Never the only holder of a key. */
export interface SecretStore {
  /** False where there is no keychain; then set() answers false and get() undefined. Found out once, with a time-out. */
  available(): Promise<boolean>
  get(account: string): Promise<string | undefined>
  set(account: string, secret: string): Promise<boolean>
  delete(account: string): Promise<boolean>
}

/** Files that the user handed over, by token: only hosts turn paths or uploads into tokens, only main turns tokens into paths. */
export interface FileTokens {
  /** `member`: one of the files in a zip archive at that path. */
  add(path: string, name: string, bytes: number, temporary: boolean, member?: string): PickedFile
  /** Adds a table read of a database: the columns named tell its rows apart, and its entries are known again by them. */
  addTable(path: string, name: string, bytes: number, rowKey: readonly string[]): PickedFile
  /** Undefined where the token is not one of ours. */
  path(
    token: string,
  ): { path: string; name: string; bytes: number; member?: string; rowKey?: readonly string[] } | undefined
  /** Deletes temporary copies. */
  clear(): Promise<void>
}

/** One running Farthing. Hosts make it (createApp); features get it in their call's context. */
export interface App {
  readonly host: 'electron' | 'loopback' | 'cli'
  readonly paths: { config: string; workspaces: string; temp: string }
  readonly files: FileTokens
  readonly secrets: SecretStore
  /** Where analyses run: it starts with the first of them, so a run without any costs nothing. */
  readonly analysis: WorkerClient<AnalysisOps>
  /** What speaks to other databases: it starts with the first word to one. */
  readonly remote: WorkerClient<RemoteOps>
  /** Starts a process of its own, for work that only its end can stop. */
  readonly startProcess: StartProcess
  /** What sentences are made in: the page tells it, the command line takes it from FARTHING_LANGUAGE. */
  language: Language
  /** The open workspace: one at a time. Set by the workspace feature only. */
  workspace: OpenWorkspace | undefined
  /** While the open workspace's file is moved or rewritten: settles when it is open again. Calls that come then wait for it. */
  away?: Promise<void> | undefined
  /** A workspace that was unlocked but is damaged: its backups can be told of. Set by the workspace feature only. */
  refused?: { path: string; id: string; key: Uint8Array } | undefined
  /** Work behind a workspace that was opened: settles when the audit log's head has been held against the keychain's. */
  settling?: Promise<void> | undefined
  /** When somebody last asked for something, and how many calls are being answered: what the automatic lock goes by. */
  readonly activity: { at: number; running: number }
  /** The workspace that was locked, until it or another one is opened. */
  locked?: { path: string; name: string; users: boolean } | undefined
}

/** Who is calling. Hosts make it; dispatch checks its role. */
export interface Session {
  role: Role
  /** Who logged in; `id` says nothing of the person and is what the audit log has. */
  user?: { id: string; name: string } | undefined
}

/** What every service method gets beside its input. */
export interface CallContext {
  readonly app: App
  readonly session: Session
  readonly signal: AbortSignal
  progress(progress: Progress): void
  /** The only way from one feature to another. Same session, same checks. */
  call<N extends MethodName>(name: N, input: Input<N>): Promise<Result<Output<N>>>
}

/** The open workspace, or the failure every caller gives without one. */
export function requireWorkspace(ctx: CallContext): OpenWorkspace {
  const { workspace } = ctx.app
  // Dispatch lets nobody in without one, but it may have been closed while the call waited.
  if (!workspace) throw new FailureError('logged-out', say().openFirst)
  return workspace
}

export type Handler<N extends MethodName> = (
  input: ParsedInput<N>,
  ctx: CallContext,
) => Promise<Result<Output<N>>>

/** A feature's service has exactly the methods of its contract. Each feature writes `satisfies Service<'ledger'>`. */
export type Service<F extends Feature> = {
  [M in keyof Contract[F] & string]: `${F}.${M}` extends MethodName ? Handler<`${F}.${M}`> : never
}
