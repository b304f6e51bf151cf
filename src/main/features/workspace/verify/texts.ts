import type { OpContext } from '../../../compute/ops.ts'
import { ensureTextIndex } from '../../../db/text-index.ts'
import type { WritableDB } from '../../../db/types.ts'
import { finding, type Finding } from './finding.ts'
import { say } from './messages.ts'

/** Every entry has its text, and the word index holds exactly the words of the texts. */
export function checkTexts(db: WritableDB, context: OpContext): Finding {
  const count = (sql: string): number => db.prepare(sql).pluck().get() as number
  const problems: string[] = []
  const without = count(
    'SELECT count(*) FROM entry e WHERE NOT EXISTS (SELECT 1 FROM entry_text t WHERE t.entry_id = e.id)',
  )
  if (without > 0) problems.push(say().noText(without))
  const orphans = count(
    'SELECT count(*) FROM entry_text t WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = t.entry_id)',
  )
  if (orphans > 0) problems.push(say().noEntry(orphans))
  if (db.readonly) return finding(problems, say().indexUnchecked)

  ensureTextIndex(db, context)
  try {
    // Rank 1: FTS5 also reads the texts again and compares them with its index.
    db.exec("INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)")
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('SQLITE_CORRUPT')) throw error
    problems.push(say().indexDiffers)
  }
  return finding(problems, say().textsAgree(count('SELECT count(*) FROM entry_text')))
}
