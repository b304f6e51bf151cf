import { createHash } from 'node:crypto'
import { unpackPiece } from '../../../files/pieces.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { finding, type Finding } from './finding.ts'
import { recordProblems } from './records.ts'
import { say } from './messages.ts'

/** The kept source files, and those beside entries, still have the hash that they came with. */
export function checkRawFiles(db: ReadableDB, context: OpContext): Finding {
  const files = db
    .prepare('SELECT id, sha256, name, bytes FROM source_file WHERE kept = 1 ORDER BY id')
    .all() as { id: number; sha256: string; name: string; bytes: number }[]
  const chunks = db.prepare('SELECT data FROM source_chunk WHERE file_id = ? ORDER BY sequence').pluck()
  const problems: string[] = []
  for (const file of files) {
    const hash = createHash('sha256')
    let bytes = 0
    try {
      for (const data of chunks.iterate(file.id) as IterableIterator<Buffer>) {
        if (context.cancelled()) throw new FailureError('cancelled', say().cancelled)
        const piece = unpackPiece(data)
        hash.update(piece)
        bytes += piece.length
      }
      if (hash.digest('hex') !== file.sha256) problems.push(say().otherFile(file.name, bytes, file.bytes))
    } catch (error) {
      if (error instanceof FailureError) throw error
      problems.push(say().unreadable(file.name, (error as Error).message))
    }
  }
  problems.push(...recordProblems(db), ...attachmentProblems(db, context))
  return finding(problems, say().filesHold(files.length))
}

/** Files beside entries that are not the bytes that were attached. */
function attachmentProblems(db: ReadableDB, context: OpContext): string[] {
  const ids = db.prepare('SELECT id, sha256, bytes FROM attachment ORDER BY id').all() as {
    id: number
    sha256: string
    bytes: number
  }[]
  const select = db.prepare('SELECT data FROM attachment WHERE id = ?').pluck()
  const name = db.prepare('SELECT name FROM entry_attachment WHERE attachment_id = ? LIMIT 1').pluck()
  return ids.flatMap(({ id, sha256, bytes }) => {
    if (context.cancelled()) throw new FailureError('cancelled', say().cancelled)
    const data = select.get(id) as Buffer
    if (createHash('sha256').update(data).digest('hex') === sha256) return []
    return [say().otherAttachment((name.get(id) as string | undefined) ?? sha256, data.length, bytes)]
  })
}
