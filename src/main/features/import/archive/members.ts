import { FailureError } from '../../../../shared/result/failure.ts'
import { readHead } from '../source.ts'
import { isZip, kindOfPackage } from '../load/open-file.ts'
import { fileAccess } from './access.ts'
import { openZip } from './zip.ts'
import { say } from '../messages.ts'

export interface Member {
  name: string
  bytes: number
}

/** What an operating system or a program leaves in an archive beside the files that were meant. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/

/** The files in a zip archive, in its order; undefined where the file is no archive but a document. */
export async function listMembers(path: string, name: string): Promise<Member[] | undefined> {
  if (!isZip(await readHead({ path }, 4))) return undefined
  const access = await fileAccess(path)
  try {
    const { entries } = await openZip(access)
    if (kindOfPackage(entries.map(e => e.name)) !== 'archive') return undefined
    const members = entries
      .filter(e => !e.isFolder && !LITTER.test(e.name))
      .map(e => ({ name: e.name, bytes: e.size }))
    if (members.length === 0) throw new FailureError('import-refused', say().emptyArchive(name))
    return members
  } finally {
    await access.close()
  }
}
