import { createDatabase, openReadable, openWritable } from '../db/open-database.ts'
import type { WritableDB } from '../db/types.ts'
import { makeBackup, partName } from '../features/backup/copy.ts'
import { serveDatabase } from './database.ts'
import { createWriterOps } from './writer-ops.ts'

serveDatabase(({ path, key, mode, backups }) => {
  if (mode === 'create') return createWriterOps(createDatabase(path, key), key)
  // View-only: the same operations on a connection that cannot write. What must write fails with `read-only`.
  if (mode === 'read-only') return createWriterOps(openReadable(path, key) as WritableDB, key)
  // A copy that is opened to be looked at has no backups, nor a history to be behind of.
  if (!backups) return createWriterOps(openWritable(path, key), key)
  const { folder, workspace, program } = backups
  const beforeMigration = (): void =>
    void makeBackup(
      {
        work: 'make',
        file: path,
        workspace: path,
        id: workspace,
        key,
        folder,
        part: partName(),
        cause: 'before-migration',
        program,
        auditHead: null,
      },
      () => {},
    )
  return createWriterOps(openWritable(path, key, { beforeMigration, witness: true }), key)
})
