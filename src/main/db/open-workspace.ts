import { randomBytes } from 'node:crypto'
import { access, constants, copyFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FailureError } from '../../shared/result/failure.ts'
import { language } from '../../shared/text/language.ts'
import { WorkerClient } from '../compute/client.ts'
import { lockPath } from '../files/workspace-files.ts'
import type { DatabaseWorkerData, MigrationBackup } from '../workers/database.ts'
import type { ReaderOps } from '../workers/reader-ops.ts'
import type { WriterOps } from '../workers/writer-ops.ts'
import { takeLock } from './open-database.ts'
import { say } from './messages.ts'

/** An open workspace as main sees it: two workers, and what was last known of the file. */
export interface OpenWorkspace {
  readonly path: string
  /** The file its connections read: `path`, or the copy that a workspace on read-only media is viewed through. */
  readonly file: string
  /** Random id, made with the workspace: names its key in the keychain. */
  readonly id: string
  /** Becomes 'password' when one is set. */
  keyHolder: 'keychain' | 'password'
  readonly readOnly: boolean
  readonly writer: WorkerClient<WriterOps>
  /** Reads and the columnar engine. */
  readonly reader: WorkerClient<ReaderOps>
  /** Revision after the latest write that this process made or saw. Every reply carries it. */
  revision: number
  /** Its entries are in a warehouse only: set as it is opened and where it is attached. */
  asksOnly?: boolean
  /** Base of the importer's workers and of other connections: the data key never leaves main and its workers. */
  readonly key: Uint8Array
  close(): Promise<void>
}

export interface WorkspaceKey {
  id: string
  keyHolder: 'keychain' | 'password'
  /** The data key, already known to be right: what the file answers to it is about the file. */
  key: Uint8Array
  /** Private folder for the copy that a workspace on read-only media is viewed through. */
  temp: string
  /** Where the backup goes that comes before a migration; without it there is none (a copy that is opened to be looked at). */
  backups?: MigrationBackup
}

export { lockPath } from '../files/workspace-files.ts'

/**
 * Opens an existing workspace: takes its lock, brings its schema up to date, starts its workers. A file or folder that cannot be
 * written is opened view-only. Throws FailureError `file-busy`, `file-damaged`, `newer-version`, `not-found`.
 */
export async function openWorkspace(path: string, grant: WorkspaceKey): Promise<OpenWorkspace> {
  if (!(await isWritable(path))) return openReadOnly(path, grant)
  const lock = takeLock(lockPath(path))
  if (!lock) throw new FailureError('file-busy', say().openElsewhere)
  try {
    return await start(path, grant, 'write', async () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Makes the encrypted file, without opening it as a workspace. In a worker: the main thread never waits for a disk. */
export async function makeDatabaseFile(
  path: string,
  key: Uint8Array,
  setUp: (writer: WorkerClient<WriterOps>) => Promise<unknown>,
): Promise<void> {
  const data: DatabaseWorkerData = { path, key, mode: 'create', language: language() }
  const writer = new WorkerClient<WriterOps>('writer', data)
  try {
    await setUp(writer)
    await writer.call('closeDatabase', {})
  } finally {
    await writer.close()
  }
}

async function openReadOnly(path: string, grant: WorkspaceKey): Promise<OpenWorkspace> {
  const folder = await access(dirname(path), constants.W_OK).then(
    () => 'writable',
    () => 'read-only',
  )
  try {
    if (folder === 'writable') return await start(path, grant, 'read-only')
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    // SQLite's own words, which no language changes, where it could not make its -shm file.
    const closed = error.failure.code === 'read-only' || /unable to open|readonly/.test(error.message)
    if (!closed) throw error
  }
  return viewCopy(path, grant)
}

/** SQLite cannot read a WAL database in a folder where it may not make its -shm file: a copy is viewed, encrypted as it is. */
async function viewCopy(path: string, grant: WorkspaceKey): Promise<OpenWorkspace> {
  const copy = join(grant.temp, `view-${randomBytes(8).toString('hex')}.farthing`)
  await copyFile(path, copy)
  await copyFile(`${path}-wal`, `${copy}-wal`).catch(ignoreMissing)
  const remove = async (): Promise<void> => {
    for (const file of [copy, `${copy}-wal`, `${copy}-shm`]) await rm(file, { force: true })
  }
  return start(copy, grant, 'read-only', remove, path)
}

async function start(
  file: string,
  grant: WorkspaceKey,
  mode: 'write' | 'read-only',
  end: () => Promise<void> = async () => {},
  path = file,
): Promise<OpenWorkspace> {
  const { id, keyHolder, key } = grant
  const data: DatabaseWorkerData = { path: file, key, mode, backups: grant.backups, language: language() }
  const writer = new WorkerClient<WriterOps>('writer', data)
  const reader = new WorkerClient<ReaderOps>('reader', data)
  const stop = async (): Promise<void> => {
    await reader.close()
    // Last to close, so that the WAL goes back into the file. Failing, the WAL stays and is read at the next opening.
    await writer.call('closeDatabase', {}).catch(() => undefined)
    await writer.close()
  }
  try {
    // Both start at once, as most files need no migration. A reader that came too early is started again behind the writer.
    const ready = reader.call('workspaceReady', {}).catch(() => false)
    const { revision } = await writer.call('workspaceRevision', {})
    if (!(await ready)) {
      await reader.kill()
      await reader.call('workspaceReady', {})
    }
    return {
      path,
      file,
      id,
      keyHolder,
      readOnly: mode === 'read-only',
      writer,
      reader,
      revision,
      key,
      async close() {
        await stop()
        await end()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    await access(dirname(path), constants.W_OK)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new FailureError('not-found', say().noWorkspace(path))
    return false
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
