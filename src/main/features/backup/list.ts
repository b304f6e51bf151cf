import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Backup, BackupList } from '../../../shared/contract/backup.ts'
import type { App } from '../../app.ts'
import { besideWorkspace, readBackupPlace, type BackupPlace } from '../../files/backup-place.ts'
import { isSyncedFolder } from '../../files/synced-folder.ts'
import { readKeyFile } from '../../secrets/key-file.ts'
import { describe, readManifest, type Manifest } from './manifest.ts'
import { outOfRotation } from './rotate.ts'

/** A workspace whose backups are asked for; `key` where it is at hand, `id` where its key file can be read. */
export interface Subject {
  path: string
  id: string | undefined
  key: Uint8Array | undefined
}

/** The open workspace, or the one at a path: unlocked a moment ago though damaged, or known by its key file alone. */
export async function subjectOf(app: App, path: string | undefined): Promise<Subject | undefined> {
  const { workspace, refused } = app
  if (workspace && (path === undefined || path === workspace.path))
    return { path: workspace.path, id: workspace.id, key: workspace.key }
  if (path === undefined) return undefined
  if (refused?.path === path) return refused
  // Without its key file a workspace's backups are still where they lie by default.
  const keys = await readKeyFile(path).catch(() => undefined)
  return { path, id: keys?.workspace, key: undefined }
}

export async function placeOf(app: App, { id, path }: Subject): Promise<BackupPlace & { folder: string }> {
  const place = id === undefined ? undefined : await readBackupPlace(app.paths.config, id)
  return {
    automatic: place?.automatic ?? true,
    lastProblem: place?.lastProblem ?? null,
    folder: place?.folder ?? besideWorkspace(path),
  }
}

export async function listBackups(app: App, subject: Subject): Promise<BackupList> {
  const { folder, automatic, lastProblem } = await placeOf(app, subject)
  const all = await manifestsIn(folder)
  const backups = all
    .filter(({ manifest }) => isOf(manifest, subject))
    .map(({ path, manifest }) => describe(path, manifest, subject.key))
  const synced = isSyncedFolder(subject.path) || isSyncedFolder(join(folder, 'any'))
  return { folder, automatic, lastProblem, backups: newestFirst(backups), synced }
}

/** Backups of whatever workspace in a folder, which may itself be one backup; contents are told of by `key`. */
export async function backupsIn(folder: string, key: Uint8Array | undefined): Promise<Backup[]> {
  const own = readManifest(folder)
  const all = own ? [{ path: folder, manifest: own }] : await manifestsIn(folder)
  return newestFirst(all.map(({ path, manifest }) => describe(path, manifest, key)))
}

/** Removes what has had its time: only folders whose manifest says that they are backups of this workspace, under this name. */
export async function prune(folder: string, subject: Subject): Promise<string[]> {
  const ours = (await manifestsIn(folder)).filter(
    ({ manifest }) => manifest.open.workspace === subject.id && isOf(manifest, subject),
  )
  const old = outOfRotation(
    ours.map(({ path, manifest: { open } }) => ({ path, madeAt: open.madeAt, cause: open.cause })),
  )
  for (const { path } of old) await rm(path, { recursive: true, force: true })
  await removeParts(folder)
  return old.map(({ path }) => path)
}

/** Removes this workspace's backups that are not newer than the one given, by manifest as `prune` does; answers how many. */
export async function removeOlder(folder: string, subject: Subject, than: Backup): Promise<number> {
  const older = (await manifestsIn(folder)).filter(
    ({ path, manifest }) =>
      manifest.open.workspace === subject.id &&
      isOf(manifest, subject) &&
      path !== than.path &&
      manifest.open.madeAt <= than.madeAt,
  )
  for (const { path } of older) await rm(path, { recursive: true, force: true })
  return older.length
}

const DAY_MS = 86_400_000

/** What killed runs have left: by the name's process, which is gone, or after a day (another machine's, on a shared drive). */
async function removeParts(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const pid = Number(/^\.part-(\d+)-[0-9a-f]{8}$/.exec(name)?.[1])
    if (!pid) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && (!alive(pid) || Date.now() - found.mtimeMs > DAY_MS))
      await rm(path, { recursive: true, force: true })
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Two copies of a workspace have one id: told apart by their files' names. */
function isOf({ open }: Manifest, { id, path }: Subject): boolean {
  return (id === undefined || open.workspace === id) && open.database.name === basename(path)
}

async function manifestsIn(folder: string): Promise<{ path: string; manifest: Manifest }[]> {
  return (await namesIn(folder))
    .filter(name => !name.startsWith('.'))
    .flatMap(name => {
      const path = join(folder, name)
      const manifest = readManifest(path)
      return manifest ? [{ path, manifest }] : []
    })
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
}

const newestFirst = (backups: Backup[]): Backup[] =>
  backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
