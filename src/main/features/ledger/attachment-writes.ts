import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { MOST_ATTACHED } from '../../../shared/contract/ledger.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { languageLocale } from '../../../shared/text/language.ts'
import type { WritableDB } from '../../db/types.ts'
import { makeChange, type Stepped } from '../../engine/changes/history.ts'
import { recordAttachment } from '../../engine/changes/record.ts'
import { attachmentName, isInLedger, putAttachment, putBeside } from './attachment-queries.ts'
import { say } from './messages.ts'

const MB = 1024 * 1024

export function attachmentWrites(db: WritableDB) {
  return {
    /** Keeps a file beside an entry. Throws `not-found`, `bad-input`. */
    ledgerAttach: ({ entry, path, name }: { entry: number; path: string; name: string }): Stepped => {
      if (!isInLedger(db, entry)) throw new FailureError('not-found', say().noEntry(entry))
      const data = readFile(path, name)
      const sha256 = createHash('sha256').update(data).digest('hex')
      return makeChange(db, { kind: 'attach', summary: { file: name.slice(0, 200) } }, change => {
        const id = putAttachment(db, sha256, data)
        putBeside(db, entry, id, name.slice(0, 255))
        recordAttachment(db, change, entry, id, true)
      })
    },

    /** Throws `not-found`. */
    ledgerDetach: ({ entry, attachment }: { entry: number; attachment: number }): Stepped => {
      const file = attachmentName(db, entry, `attachment:${attachment}`)
      if (file === '') throw new FailureError('not-found', say().noAttachment)
      return makeChange(db, { kind: 'detach', summary: { file: file.slice(0, 200) } }, change =>
        recordAttachment(db, change, entry, attachment, false),
      )
    },
  }
}

/** The whole file; refused by its size before a byte of it is read. */
function readFile(path: string, name: string): Buffer {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    if (size === 0) throw new FailureError('bad-input', say().emptyFile(name))
    if (size > MOST_ATTACHED)
      throw new FailureError('bad-input', say().tooLarge(name, megabytes(size), megabytes(MOST_ATTACHED)))
    return readFileSync(file)
  } catch (error) {
    if (error instanceof FailureError) throw error
    throw new FailureError('not-found', say().noFile(name))
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

const megabytes = (bytes: number): string =>
  (bytes / MB).toLocaleString(languageLocale(), { maximumFractionDigits: 1 })
