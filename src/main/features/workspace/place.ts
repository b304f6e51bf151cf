import { lstatSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { lockPath } from '../../files/workspace-files.ts'
import { keyFilePath } from '../../secrets/key-file.ts'
import { say } from './messages.ts'

const EXTENSION = '.farthing'

/** Where a workspace of that name is made by default. Characters that some file system refuses become spaces. */
export function defaultPath(folder: string, name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are among what is refused
  const safe = name.replaceAll(/[\u0000-\u001F<>:"/\\|?*]/g, ' ').replaceAll(/\s+/g, ' ')
  const base = safe.replace(/^[. ]+|[. ]+$/g, '').slice(0, 120)
  return join(folder, `${base || 'Workspace'}${EXTENSION}`)
}

/** A path as typed, from the folder of workspaces where it is not whole, with the extension where it has none. */
export function workspacePath(folder: string, typed: string): string {
  const path = resolve(folder, typed)
  return extname(path) === '' ? `${path}${EXTENSION}` : path
}

/** The longest file name most systems take is 255 bytes; temp files beside the workspace have some more than its own. */
const MOST_NAME_BYTES = 200
const MOST_PATH_BYTES = 3900

/**
 * Nothing is ever written over or taken in: neither a file, nor the keys, the unfinished changes or the lock of a workspace that was
 * moved or deleted. SQLite would read another workspace's changes into the new one.
 */
export function freePath(path: string): Result<string> {
  if (path.includes('\0')) return fail('bad-input', say().nought)
  if (
    Buffer.byteLength(basename(path)) > MOST_NAME_BYTES + EXTENSION.length ||
    Buffer.byteLength(path) > MOST_PATH_BYTES
  )
    return fail('bad-input', say().tooLong(basename(path), MOST_NAME_BYTES))
  if (sizeOf(path) !== undefined) return fail('bad-input', say().taken(path))
  if (sizeOf(keyFilePath(path)) !== undefined)
    return fail('bad-input', say().keysOfAnother(keyFilePath(path)))
  // A lock that a deleted workspace left is empty, and free to be taken.
  const left = [`${path}-wal`, `${path}-journal`, lockPath(path)].find(file => (sizeOf(file) ?? 0) > 0)
  if (left) return fail('bad-input', say().leftOver(left))
  return ok(path)
}

/** A free path, in a folder that is there: made where it has to be. */
export async function takePlace(path: string): Promise<Result<string>> {
  const free = freePath(path)
  if (!free.ok) return free
  const folder = dirname(path)
  try {
    await mkdir(folder, { recursive: true })
    return free
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOSPC') throw error
    return fail('bad-input', say().noFolder(folder, code ?? ''))
  }
}

/** Not a folder, a pipe or a device: who waits for one of those waits for ever. A link to a file is one. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Undefined where there is nothing; a link counts as what it is, also one that leads nowhere. */
function sizeOf(path: string): number | undefined {
  try {
    return lstatSync(path).size
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
