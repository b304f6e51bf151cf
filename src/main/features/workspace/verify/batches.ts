import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { finding, type Finding } from './finding.ts'

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
  return finding(problems, `${batches.length} batches and ${loaded} entries agree.`)
}

function problemsOf(db: ReadableDB, batch: BatchRow): string[] {
  const name = `batch ${batch.id} (${batch.file})`
  const problems: string[] = []
  const { read, loaded, duplicate, rejected, ignored } = batch
  if (read !== loaded + duplicate + rejected + ignored)
    problems.push(`${name}: ${read} rows read are not ${loaded} + ${duplicate} + ${rejected} + ${ignored}`)

  const table = batch.undone ? 'trash_entry' : 'entry'
  const count = (sql: string): number => db.prepare(sql).pluck().get(batch.id) as number
  const here = count(`SELECT count(*) FROM ${table} WHERE batch_id = ?`)
  if (here !== loaded) problems.push(`${name}: ${loaded} entries were loaded, ${here} are there`)
  const elsewhere = count(`SELECT count(*) FROM ${batch.undone ? 'entry' : 'trash_entry'} WHERE batch_id = ?`)
  if (elsewhere > 0)
    problems.push(
      `${name}: ${elsewhere} entries are ${batch.undone ? 'in the ledger though undone' : 'in the trash'}`,
    )

  for (const outcome of ['duplicate', 'rejected'] as const) {
    const kept = count(`SELECT count(*) FROM unloaded_row WHERE batch_id = ? AND outcome = '${outcome}'`)
    if (kept !== batch[outcome])
      problems.push(`${name}: ${batch[outcome]} rows were ${outcome}, ${kept} are kept`)
  }
  const [stated, actual] = [statedSums(batch.sums), actualSums(db, batch.id, table)]
  for (const currency of new Set([...stated.keys(), ...actual.keys()]))
    if ((stated.get(currency) ?? zero(currency)) !== (actual.get(currency) ?? zero(currency)))
      problems.push(
        `${name}: ${stated.get(currency) ?? 'nothing'} ${currency} was loaded, ${actual.get(currency) ?? 'nothing'} is there`,
      )
  return problems
}

function statedSums(json: string): Map<string, string> {
  return new Map(Object.entries(JSON.parse(json) as Record<string, string>))
}

/** Exact: SQLite adds in 64 bits and fails rather than overflow; read as bigint. */
function actualSums(db: ReadableDB, batch: number, table: string): Map<string, string> {
  const rows = db
    .prepare(
      `SELECT coalesce(m.key, '') AS currency, sum(e.amount) AS total FROM ${table} e
       LEFT JOIN member m ON m.dimension_id = 'currency' AND m.ordinal = e.currency
       WHERE e.batch_id = ? GROUP BY e.currency`,
    )
    .safeIntegers()
    .all(batch) as { currency: string; total: bigint }[]
  return new Map(rows.map(row => [row.currency, toDecimal(row.total, exponentOf(row.currency))]))
}

const zero = (currency: string): string => toDecimal(0, exponentOf(currency))
