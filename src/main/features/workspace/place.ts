import { existsSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { keyFilePath } from '../../secrets/key-file.ts'

const EXTENSION = '.farthing'

/** Where a workspace of that name is made by default. Characters that some file system refuses become spaces. */
export function defaultPath(folder: string, name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are among what is refused
  const safe = name.replaceAll(/[\u0000-\u001F<>:"/\\|?*]/g, ' ').replaceAll(/\s+/g, ' ')
  const base = safe.replace(/^[. ]+|[. ]+$/g, '').slice(0, 120)
  return join(folder, `${base || 'Workspace'}${EXTENSION}`)
}

/** A path as typed, made absolute, with the extension where it has none. */
export function workspacePath(typed: string): string {
  const path = resolve(typed)
  return extname(path) === '' ? `${path}${EXTENSION}` : path
}

/** Nothing is ever written over: neither a workspace nor the keys of one that was moved away. */
export function freePath(path: string): Result<string> {
  if (existsSync(path))
    return fail('bad-input', `There is already a file at ${path}. Choose another name or place.`)
  if (existsSync(keyFilePath(path)))
    return fail(
      'bad-input',
      `${keyFilePath(path)} holds the keys of a workspace that is no longer there. Choose another name, or move that file away.`,
    )
  return ok(path)
}

const SYNCED =
  /[\\/](dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|syncthing|pcloud ?drive|box sync|box|mega|megasync|tresorit|seafile)(?= ?[-(\\/])/i

/** Whether the folder's name says that a program copies it elsewhere: two copies that change apart cannot be merged. */
export function isSyncedFolder(path: string): boolean {
  return SYNCED.test(path)
}
