import type { WorkerClient } from '../compute/client.ts'
import type { ReaderOps } from '../workers/reader-ops.ts'
import type { WriterOps } from '../workers/writer-ops.ts'

/** An open workspace as main sees it: two workers, and what was last known of the file. */
export interface OpenWorkspace {
  readonly path: string
  /** Random id, made with the workspace: names its key in the keychain. */
  readonly id: string
  readonly keyHolder: 'keychain' | 'password'
  readonly readOnly: boolean
  readonly writer: WorkerClient<WriterOps>
  /** Reads and the columnar engine. */
  readonly reader: WorkerClient<ReaderOps>
  /** Revision after the latest write that this process made or saw. Every reply carries it. */
  revision: number
  /** Base of the importer's workers and of other connections: the data key never leaves main and its workers. */
  readonly key: Uint8Array
  close(): Promise<void>
}
