import { constants } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import { isAbsolute, join, parse } from 'node:path'
import { FailureError } from '../../../shared/result/failure.ts'
import { say } from './messages.ts'

/** Copies a made file into a folder under a name that nothing there has. Throws `bad-input`, `read-only` and `disk-full`. */
export async function putInto(folder: string, name: string, from: string): Promise<string> {
  if (!isAbsolute(folder)) throw new FailureError('bad-input', say().wholePath(folder))
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) throw new FailureError('not-found', say().noFolder(folder))
  const { name: stem, ext } = parse(name)
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${ext}`)
    try {
      // oxlint-disable-next-line no-await-in-loop -- the first name that is free
      await copyFile(from, path, constants.COPYFILE_EXCL)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
