import { workerData } from 'node:worker_threads'
import { serve, serveFailure } from '../compute/serve.ts'
import type { Ops } from '../compute/ops.ts'

/** What a database worker starts with. The key never leaves main and its workers. */
export interface DatabaseWorkerData {
  path: string
  key: Uint8Array
  mode: 'create' | 'write' | 'read-only'
  backups?: MigrationBackup | undefined
}

/** What the backup needs to know that comes before a migration. */
export interface MigrationBackup {
  folder: string
  workspace: string
  program: string
}

/** Opens the database and answers calls on it; where it cannot be opened, every call is answered with the reason. */
export function serveDatabase(start: (data: DatabaseWorkerData) => Ops): void {
  try {
    serve(start(workerData as DatabaseWorkerData))
  } catch (error) {
    serveFailure(error)
  }
}
