import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { finding, type Finding } from './finding.ts'
import { say } from './messages.ts'

interface BatchRow {
  id: number
  file: string
  read: number
  loaded: number
  duplicate: number
  rejected: number
  ignored: number
  sums: string
  undone: number
}

/** Import proof, again: read = loaded + duplicate + rejected + ignored; the rows are there; their sums are what the batch says. */
export function checkBatches(db: ReadableDB): Finding {
  const batches = db
    .prepare(
      `SELECT id, file_name AS file, read, loaded, duplicate, rejected, ignored, sums, undone_at IS NOT NULL AS undone
       FROM batch ORDER BY id`,
    )
    .all() as BatchRow[]
  const problems = batches.flatMap(batch => problemsOf(db, batch))
  const loaded = batches.reduce((all, batch) => all + batch.loaded, 0)
  return finding(problems, say().batchesAgree(batches.length, loaded))
}

function problemsOf(db: ReadableDB, batch: BatchRow): string[] {
  const name = say().batch(batch.id, batch.file)
  const problems: string[] = []
  const { read, loaded, duplicate, rejected, ignored } = batch
  if (read !== loaded + duplicate + rejected + ignored)
    problems.push(say().readIsNot(name, read, `${loaded} + ${duplicate} + ${rejected} + ${ignored}`))

  const count = (sql: string): number => db.prepare(sql).pluck().get(batch.id) as number
  const here = db
    .prepare(`SELECT count(*) FROM (${imported(batch)})`)
    .pluck()
    .get() as number
  if (here !== loaded) problems.push(say().loadedIsNot(name, loaded, here))
  const elsewhere = count(
    batch.undone
      ? 'SELECT count(*) FROM entry WHERE batch_id = ?'
      : 'SELECT count(*) FROM trash_entry WHERE batch_id = ? AND id NOT IN (SELECT entry_id FROM resting_entry)',
  )
  if (elsewhere > 0)
    problems.push(batch.undone ? say().undoneThere(name, elsewhere) : say().inTrash(name, elsewhere))

  for (const outcome of ['duplicate', 'rejected'] as const) {
    const kept = count(`SELECT count(*) FROM unloaded_row WHERE batch_id = ? AND outcome = '${outcome}'`)
    if (kept !== batch[outcome])
      problems.push(say().kept(name, batch[outcome], say().outcomes[outcome], kept))
  }
  const [stated, actual] = [statedSums(batch.sums), actualSums(db, batch)]
  for (const currency of new Set([...stated.keys(), ...actual.keys()]))
    if ((stated.get(currency) ?? zero(currency)) !== (actual.get(currency) ?? zero(currency)))
      problems.push(
        say().sums(
          name,
          stated.get(currency) ?? say().nothing,
          currency,
          actual.get(currency) ?? say().nothing,
        ),
      )
  return problems
}

/**
 * The entries that a file brought, wherever they are: with its batch in the ledger or in the trash, or resting by themselves because
 * they were deleted or split. Parts of splits did not come from the file.
 */
function imported({ id, undone }: BatchRow): string {
  const columns = 'SELECT id, amount, currency, batch_id FROM'
  const own = `batch_id = ${id} AND id NOT IN (SELECT entry_id FROM entry_part)`
  if (undone) return `${columns} trash_entry WHERE ${own}`
  return `${columns} entry WHERE ${own}
    UNION ALL ${columns} trash_entry WHERE ${own} AND id IN (SELECT entry_id FROM resting_entry)`
}

/** What was changed by hand still adds up: a split entry is its parts, and what rests is in the trash. */
export function checkChanges(db: ReadableDB): Finding {
  const rows = (sql: string): { id: number; parent: number; parts: number }[] =>
    db.prepare(sql).all() as { id: number; parent: number; parts: number }[]
  const splits = rows(`SELECT t.id, t.amount AS parent, coalesce((
      SELECT sum(coalesce(e.amount, x.amount)) FROM entry_part p
      LEFT JOIN entry e ON e.id = p.entry_id LEFT JOIN trash_entry x ON x.id = p.entry_id
      WHERE p.parent_id = t.id AND p.entry_id NOT IN (SELECT entry_id FROM resting_entry WHERE place = 'unmade')), 0) AS parts
    FROM trash_entry t JOIN resting_entry r ON r.entry_id = t.id WHERE r.place = 'split'`)
  const problems = splits
    .filter(({ parent, parts }) => parent !== parts)
    .map(({ id, parent, parts }) => say().splitIsNot(id, parent, parts))
  const whole = rows(`SELECT p.parent_id AS id FROM entry_part p JOIN entry e ON e.id = p.parent_id
    WHERE p.entry_id NOT IN (SELECT entry_id FROM resting_entry WHERE place = 'unmade') GROUP BY 1`)
  problems.push(...whole.map(({ id }) => say().besideParts(id)))
  const lost = rows(
    'SELECT entry_id AS id FROM resting_entry WHERE entry_id NOT IN (SELECT id FROM trash_entry)',
  )
  problems.push(...lost.map(({ id }) => say().notInTrash(id)))
  const changes = db.prepare('SELECT count(*) FROM change').pluck().get() as number
  return finding(problems, say().changesAgree(changes, splits.length))
}

function statedSums(json: string): Map<string, string> {
  return new Map(Object.entries(JSON.parse(json) as Record<string, string>))
}

/** Exact: SQLite adds in 64 bits and fails rather than overflow; read as bigint. */
function actualSums(db: ReadableDB, batch: BatchRow): Map<string, string> {
  const rows = db
    .prepare(
      `SELECT coalesce(m.key, '') AS currency, sum(e.amount) AS total FROM (${imported(batch)}) e
       LEFT JOIN member m ON m.dimension_id = 'currency' AND m.ordinal = e.currency
       GROUP BY e.currency`,
    )
    .safeIntegers()
    .all() as { currency: string; total: bigint }[]
  return new Map(rows.map(row => [row.currency, toDecimal(row.total, exponentOf(row.currency))]))
}

const zero = (currency: string): string => toDecimal(0, exponentOf(currency))
