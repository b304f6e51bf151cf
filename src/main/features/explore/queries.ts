import { FailureError } from '../../../shared/result/failure.ts'
import type { SqlAnswer } from '../../../shared/contract/explore.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import { say } from './messages.ts'

export const TEXTS = ['description', 'reference', 'document'] as const

/** How many of the entries marked in `wanted` (by id) have each text. Stepped, so that it can be cancelled. */
export function countTexts(
  db: ReadableDB,
  wanted: Uint8Array,
  context: OpContext,
): Record<(typeof TEXTS)[number], number> {
  const counts = { description: 0, reference: 0, document: 0 }
  const rows = db
    .prepare(`SELECT entry_id, description <> '', reference <> '', document <> '' FROM entry_text`)
    .raw()
    .iterate() as IterableIterator<[number, number, number, number]>
  let seen = 0
  for (const [id, description, reference, document] of rows) {
    seen += 1
    if (seen % 20_000 === 0 && context.cancelled()) throw new FailureError('cancelled', say().cancelled)
    if (wanted[id] !== 1) continue
    counts.description += description
    counts.reference += reference
    counts.document += document
  }
  return counts
}

/** Tables a person may ask, with their columns. */
export function readSchema(db: ReadableDB) {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'text_index%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return tables.map(table => ({
    table,
    rows: db
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() as number,
    columns: db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table) as {
      name: string
      type: string
    }[],
  }))
}

/** Rows that nested loops may visit: more would not end in the time there is, and it is better said at once. */
const VISITS = 2e9
/** Characters in an answer: what a page can show of it is far less. */
const TEXTS_MOST = 16e6

/**
 * Runs one reading statement typed by a person. Only statements that return rows and cannot write; no PRAGMA in any form; no recursion,
 * no joins without a condition. Only in a process of its own (sql.ts): it cannot be cancelled, and takes what memory it gets.
 */
export function runSql(db: ReadableDB, { text, limit }: { text: string; limit: number }): SqlAnswer {
  const plain = withoutLiterals(text)
  if (/\bpragma/i.test(plain)) throw refused(say().notHere('PRAGMA'))
  if (/^\s*(attach|detach|vacuum)\b/i.test(plain)) throw refused(say().selectOnly)
  // What seals the audit log; however it is quoted, a table must be named to be read.
  if (/audit_key/i.test(text)) throw refused(say().notHere('audit_key'))
  const statement = prepare(db, text)
  if (!statement.reader || !statement.readonly) throw refused(say().readOnly)
  checkPlan(db, text, plain)
  const started = performance.now()
  const columns = statement.columns().map(column => column.name)
  const rows: SqlAnswer['rows'] = []
  let texts = 0
  let truncated = false
  const asked = statement.raw(true).safeIntegers(true)
  try {
    for (const row of asked.iterate() as IterableIterator<unknown[]>) {
      if (rows.length === limit) {
        truncated = true
        break
      }
      const cells = row.map(plainCell)
      for (const cell of cells) if (typeof cell === 'string') texts += cell.length
      if (texts > TEXTS_MOST) throw refused(say().tooMuchText)
      rows.push(cells)
    }
  } catch (error) {
    if (error instanceof FailureError) throw error
    throw refused(error instanceof Error ? error.message : String(error))
  }
  return { columns, rows, truncated, ms: performance.now() - started }
}

const refused = (sentence: string): FailureError => new FailureError('bad-input', sentence)

function prepare(db: ReadableDB, text: string) {
  try {
    return db.prepare(text)
  } catch (error) {
    throw refused(error instanceof Error ? `${error.message}.` : String(error))
  }
}

/** The statement with what is in quotes and comments taken out. */
export function withoutLiterals(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'|--[^\n]*|\/\*[^]*?\*\//g, ' ')
}

function checkPlan(db: ReadableDB, text: string, plain: string): void {
  if (/^\s*explain\b/i.test(plain)) return
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all() as {
    id: number
    parent: number
    detail: string
  }[]
  if (steps.some(step => /RECURSIVE/.test(step.detail))) throw refused(say().recursive)
  const scans = new Map<number, number>()
  for (const { parent, detail } of steps) {
    const table = /^SCAN (\S+)/.exec(detail)?.[1]
    if (!table || /VIRTUAL TABLE|CONSTANT ROW/.test(detail)) continue
    scans.set(parent, (scans.get(parent) ?? 1) * Math.max(1, rowsOf(db, table)))
  }
  for (const visits of scans.values()) if (visits > VISITS) throw refused(say().crossJoin)
}

/** Rows of a table; an alias or a subquery that is none counts as the largest table. */
function rowsOf(db: ReadableDB, name: string): number {
  const known = db
    .prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?`)
    .pluck()
    .get(name)
  const table = known === 1 ? name.replaceAll('"', '""') : 'entry'
  return db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number
}

function plainCell(cell: unknown): string | number | bigint | null {
  if (cell === null || typeof cell === 'string') return cell
  if (typeof cell === 'bigint') {
    const number = Number(cell)
    return Number.isSafeInteger(number) ? number : cell
  }
  if (typeof cell === 'number') return cell
  return `(${(cell as Uint8Array).length} bytes)`
}
