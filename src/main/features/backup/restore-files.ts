import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs' // prettier-ignore
import { basename, dirname, join } from 'node:path'
import type { Progress } from '../../../shared/contract/progress.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { takeLock } from '../../db/open-database.ts'
import { lockPath, witnessPath } from '../../files/workspace-files.ts'
import { KEY_FILE_MOST_BYTES, keyFilePath } from '../../secrets/key-file.ts'
import { KeyFileSchema, type KeyFile } from '../../secrets/key-slots.ts'
import { copyFileDurably, isFile, sha256OfFile, syncFileNow, syncFolderNow } from './durable.ts'
import { readManifest, type OpenPart } from './manifest.ts'
import { say } from './messages.ts'

export interface RestoreRequest {
  work: 'restore'
  /** The backup's folder. */
  path: string
  to: string
  over: boolean
  /** Name of the keychain entry of a workspace at a new place: it must not share one with the original. */
  keychain: string
}

export interface Restored {
  path: string
  quarantine: string | null
  /** The keychain entry that the backup's key file named. */
  keychain: string
  /** Of the database that was put in place; and when the backup was made. */
  sha256: string
  madeAt: string
}

/**
 * Puts a backup's files in place. Nothing is touched before every byte of the backup has been found as it was; what lay there is kept in
 * a quarantine folder; the database comes last, by a rename. Blocks: for a process of its own.
 */
export function restoreFiles(request: RestoreRequest, report: (progress: Progress) => void): Restored {
  const { path, to, over } = request
  const step = (done: number, stage: string): void => report({ stage, done, total: 3, unit: 'steps' })
  step(0, 'check')
  const open = intact(path)
  const keys = readKeys(join(path, open.keys.name))
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  if (!over) assertFree(to)
  assertRoom(dirname(to), open.database.bytes)
  const lock = takeLock(lockPath(to))
  if (!lock) throw new FailureError('file-busy', say().openElsewhere(to))
  const part = join(dirname(to), `.${basename(to)}.${randomBytes(4).toString('hex')}.part`)
  try {
    step(1, 'copy')
    copyFileDurably(join(path, open.database.name), part)
    // A copy has the rights of what it was copied from, which an archive or a stick may have widened.
    chmodSync(part, 0o600)
    if (sha256OfFile(part) !== open.database.sha256) throw new FailureError('file-damaged', say().copyIsNot)
    step(2, 'replace')
    const quarantine = over ? intoQuarantine(to) : null
    putKeys(to, over, keys, request.keychain)
    renameSync(part, to)
    syncFolderNow(dirname(to))
    const { madeAt, database } = open
    return { path: to, quarantine, keychain: keys.keychain, sha256: database.sha256, madeAt }
  } finally {
    rmSync(part, { force: true })
    lock.release()
    if (!existsSync(to)) rmSync(lockPath(to), { force: true })
  }
}

function intact(path: string): OpenPart {
  const manifest = readManifest(path)
  if (!manifest) throw new FailureError('not-found', say().noBackup(path))
  const { open } = manifest
  if (open.schema > SCHEMA_VERSION) throw new FailureError('newer-version', say().newer)
  for (const file of [open.database, open.keys]) {
    const at = join(path, file.name)
    if (!isFile(at) || sha256OfFile(at) !== file.sha256)
      throw new FailureError('file-damaged', say().notAsItWas(at))
  }
  return open
}

/** Throws `file-damaged`: that its bytes are as the manifest says is no proof that they are keys. */
export function readKeys(path: string): KeyFile {
  const keys = keysAt(path)
  if (keys) return keys
  throw new FailureError('file-damaged', say().keysUnreadable(path))
}

function keysAt(path: string): KeyFile | undefined {
  try {
    if (!isFile(path) || statSync(path).size > KEY_FILE_MOST_BYTES) return undefined
    return KeyFileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Neither a file nor the keys or unfinished changes of a workspace that was moved away. */
function assertFree(to: string): void {
  const taken = [to, keyFilePath(to), `${to}-wal`].find(file => lstatSync(file, { throwIfNoEntry: false }))
  if (taken) throw new FailureError('bad-input', say().taken(taken))
}

function assertRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes + 4 * 2 ** 20)
    throw new FailureError(
      'disk-full',
      say().noRoomToRestore(folder, Math.ceil(bytes / 1e6), Math.floor((bavail * bsize) / 1e6)),
    )
}

/** Whatever is there goes where nothing touches it any more. The database itself stays in its place until the rename. */
function intoQuarantine(to: string): string | null {
  const files = [to, `${to}-wal`, `${to}-shm`, `${to}-journal`, witnessPath(to), keyFilePath(to)].filter(
    file => existsSync(file),
  )
  if (files.length === 0) return null
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-').replace('T', '_')
  let folder = join(`${to}-quarantine`, stamp)
  for (let n = 2; existsSync(folder); n += 1) folder = join(`${to}-quarantine`, `${stamp}-${n}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const file of files) {
    const kept = join(folder, basename(file))
    if (file === keyFilePath(to)) copyFileDurably(file, kept)
    // Two names for one file: so there is no moment without the workspace at its place.
    else if (file === to) linkOrCopy(file, kept)
    // A WAL beside another database than its own would be read into it.
    else renameSync(file, kept)
  }
  syncFolderNow(folder)
  return folder
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
    syncFileNow(to)
  }
}

/** Where the data key is still the same the present slots stay: passwords changed since then, users taken away since then. */
function putKeys(to: string, over: boolean, keys: KeyFile, keychain: string): void {
  const path = keyFilePath(to)
  if (over && existsSync(path)) {
    const present = keysAt(path)
    if (present?.workspace === keys.workspace && present.check === keys.check) return
  }
  const written = `${path}.${randomBytes(4).toString('hex')}`
  const file = over ? keys : { ...keys, keychain }
  writeFileSync(written, `${JSON.stringify(file, undefined, 2)}\n`, { flag: 'wx', mode: 0o600 })
  syncFileNow(written)
  renameSync(written, path)
}
