import { namePattern } from '../../../shared/privacy/person.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { bumpRevision } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { deleteRecordsOf, lockClosedYears, unlockClosedYears } from './keeping-queries.ts'
import {
  emptyTexts,
  filesOfPayee,
  giveUpFile,
  keptPieces,
  markScrubbed,
  mergeTextIndex,
  payeeNames,
  pieceData,
  putPiece,
  recordPieces,
  renamePayee,
  scrubColumn,
  textColumns,
} from './queries.ts'
import { scrubPiece } from './scrub.ts'
import { say } from './messages.ts'

export interface ErasedRows {
  revision: number
  pseudonym: string
  entries: number
  places: number
  filesScrubbed: number
  filesGivenUp: number
}

/**
 * Takes a person out of every table, in one transaction: the payee gets a pseudonym, its entries lose their texts, and the name, however
 * it is written, is replaced wherever a text of the workspace has it (notes, rules, results of runs, the history of changes, rejected
 * rows, kept files). Amounts, days, accounts and categories stay. The audit log has no names. What is left in free pages and in the
 * write-ahead log goes with `compactAway`.
 */
export function erasePayee(db: WritableDB, payee: number, op: OpContext): ErasedRows {
  const person = payeeNames(db).find(one => one.payee === payee)
  if (!person) throw new FailureError('not-found', say().noPayee(payee))
  const pseudonym = `Erased ${payee}`
  const patterns = [...new Set([person.name, person.key])].map(namePattern)
  const replace = (text: string, by: (match: string) => string): string =>
    patterns.reduce((left, pattern) => left.replaceAll(pattern, by), text)
  const has = (text: string): boolean => patterns.some(pattern => text.search(pattern) >= 0)
  db.function('privacy_scrub', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? replace(text, () => pseudonym) : text,
  )
  db.function('privacy_has', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' && has(text) ? 1 : 0,
  )
  return db
    .transaction(() => {
      // A closed year is closed to bookkeeping; a person's right to be forgotten is none.
      unlockClosedYears(db)
      const files = keptFiles()
      const entries = emptyTexts(db, payee, pseudonym)
      renamePayee(db, payee, pseudonym)
      const columns = textColumns(db)
      let places = 0
      for (const [done, { table, column }] of columns.entries()) {
        if (op.cancelled()) throw new FailureError('cancelled', say().nothingChanged)
        op.progress({ stage: 'erase', done, total: columns.length, unit: 'steps' })
        places += scrubColumn(db, table, column, 'privacy_has')
      }
      mergeTextIndex(db)
      lockClosedYears(db)
      return { revision: bumpRevision(db), pseudonym, entries, places, ...files }
    })
    .immediate()

  function keptFiles(): { filesScrubbed: number; filesGivenUp: number } {
    const scrubbed = new Set<number>()
    const named = new Set<number>()
    const one = (data: Uint8Array, encoding: string | null): Buffer | undefined =>
      patterns.reduce<Buffer | undefined>(
        (left, pattern) => scrubPiece(left ?? data, pattern, encoding) ?? left,
        undefined,
      )
    for (const { row, file } of recordPieces(db)) {
      const data = one(pieceData(db, 'record_chunk', row), 'utf-8')
      if (!data) continue
      putPiece(db, 'record_chunk', row, data)
      named.add(file)
    }
    const theirs = new Set(filesOfPayee(db, payee))
    const away = new Set<number>()
    for (const { row, file, lines, encoding } of keptPieces(db)) {
      const data = one(pieceData(db, 'source_chunk', row), encoding)
      if (lines && data) {
        putPiece(db, 'source_chunk', row, data)
        scrubbed.add(file)
      }
      // A workbook is packed, and other files are cut anywhere: the name may stand where it cannot be seen.
      if (!lines && (data || theirs.has(file) || named.has(file))) away.add(file)
    }
    for (const file of scrubbed) markScrubbed(db, file)
    for (const file of away) giveUpFile(db, file)
    return { filesScrubbed: scrubbed.size, filesGivenUp: away.size }
  }
}

export function giveUpKept(db: WritableDB, files: readonly number[]): void {
  for (const file of files) {
    giveUpFile(db, file)
    deleteRecordsOf(db, file)
  }
}
