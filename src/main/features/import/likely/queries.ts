import type { ReadableDB } from '../../../db/types.ts'
import type { Movement } from '../analysis/fingerprint/likely.ts'

/** An entry that a row of another file may be. */
export interface Candidate extends Movement {
  id: number
  batch: number
  amount: number
  currency: string
}

/** What a file's rows are known again by to the letter: rows of one layout need no guess. */
export interface FileLayout {
  format: string
  /** The mapping's shape; a statement's is its format's. */
  shape: readonly string[]
  isTable: boolean
}

/** Batches of bank statements of another layout that are in the ledger, with their files' names. */
export function otherBatches(db: ReadableDB, layout: FileLayout): Map<number, string> {
  const rows = db
    .prepare(
      `SELECT b.id, b.file_name AS file, m.json FROM batch b JOIN mapping m ON m.id = b.mapping_id
       WHERE b.undone_at IS NULL AND b.loaded > 0`,
    )
    .all() as { id: number; file: string; json: string }[]
  const others = new Map<number, string>()
  for (const { id, file, json } of rows) {
    const mapping = JSON.parse(json) as { profile?: string; format?: string; shape?: string[] }
    if (mapping.profile === 'personal' && !isSame(layout, mapping)) others.set(id, file)
  }
  return others
}

function isSame(layout: FileLayout, other: { format?: string; shape?: string[] }): boolean {
  const format = other.format ?? 'csv'
  if (!layout.isTable) return layout.format === format
  // A table is the same whether it comes as CSV or as a workbook: its rows have the same fingerprints.
  const bare = (shape: readonly string[]): string => shape.filter(name => name !== '(xlsx)').join('\n')
  return ['csv', 'xlsx'].includes(format) && bare(layout.shape) === bare(other.shape ?? [])
}

/** Actual entries of one day with what they are known again by. */
export function candidatesOfDay(db: ReadableDB): (day: number) => Candidate[] {
  const find = db.prepare(
    `SELECT e.id, e.batch_id AS batch, e.day, e.amount, coalesce(c.key, '') AS currency, coalesce(a.key, '') AS account,
       coalesce(t.reference, '') AS reference, coalesce(p.key, '') || ' ' || coalesce(t.description, '') AS text
     FROM entry e LEFT JOIN entry_text t ON t.entry_id = e.id
       LEFT JOIN member c ON c.dimension_id = 'currency' AND c.ordinal = e.currency
       LEFT JOIN member a ON a.dimension_id = 'account' AND a.ordinal = e.account
       LEFT JOIN member p ON p.dimension_id = 'payee' AND p.ordinal = e.payee
     WHERE e.day = ? ORDER BY e.id`,
  )
  return day => find.all(day) as Candidate[]
}

export function entryByFingerprint(db: ReadableDB): (fingerprint: Uint8Array) => number | undefined {
  const find = db.prepare('SELECT id FROM entry WHERE fingerprint = ?').pluck()
  return fingerprint => find.get(fingerprint) as number | undefined
}
