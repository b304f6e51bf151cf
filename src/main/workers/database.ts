import { workerData } from 'node:worker_threads'
import { serve, serveFailure } from '../compute/serve.ts'
import type { Ops } from '../compute/ops.ts'
import { withLanguage } from '../compute/origin.ts'
import type { Language } from '../../shared/text/language.ts'

/** What a database worker starts with. The key never leaves main and its workers. */
export interface DatabaseWorkerData {
  path: string
  key: Uint8Array
  mode: 'create' | 'write' | 'read-only'
  backups?: MigrationBackup | undefined
  /** Of whoever opens it: in it is said why it cannot be opened. */
  language: Language
}

/** What the backup needs to know that comes before a migration. */
export interface MigrationBackup {
  folder: string
  workspace: string
  program: string
}

/** Opens the database and answers calls on it; where it cannot be opened, every call is answered with the reason. */
export function serveDatabase(start: (data: DatabaseWorkerData) => Ops): void {
  const data = workerData as DatabaseWorkerData
  try {
    serve(withLanguage(data.language, () => start(data)))
  } catch (error) {
    withLanguage(data.language, () => serveFailure(error))
  }
}
