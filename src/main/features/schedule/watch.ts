import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { say } from './messages.ts'

export interface FoundFile {
  name: string
  path: string
  bytes: number
  modifiedAt: string
}

/** A file that was written to in the last seconds is left for the next time: it may not be whole. */
const SETTLED_MS = 5000

/**
 * The folder's own files, by name, without hidden ones and links (a link may lead anywhere). `waiting`: how many are still being
 * written. Fails where the folder cannot be read.
 */
export async function filesOf(
  folder: string,
  endings: readonly string[],
  now: number,
): Promise<Result<{ files: FoundFile[]; waiting: number }>> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return fail(
      'not-found',
      code === 'ENOENT' ? say().folderGone(folder) : say().folderClosed(folder, code ?? message),
    )
  }
  const files: FoundFile[] = []
  let waiting = 0
  for (const name of names.toSorted()) {
    const ending = extname(name).slice(1).toLowerCase()
    if (name.startsWith('.') || (endings.length > 0 && !endings.includes(ending))) continue
    const path = join(folder, name)
    // oxlint-disable-next-line no-await-in-loop -- a folder's files are few, and a network drive is not hurried
    const found = await lstat(path).catch(() => undefined)
    if (!found?.isFile()) continue
    if (found.size === 0 || now - found.mtimeMs < SETTLED_MS) waiting += 1
    else files.push({ name, path, bytes: found.size, modifiedAt: found.mtime.toISOString() })
  }
  return ok({ files, waiting })
}

export async function sha256Of(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, { signal })
  return hash.digest('hex')
}
